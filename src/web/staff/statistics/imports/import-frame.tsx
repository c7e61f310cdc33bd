import type { ReactNode } from "react";
import {
  statisticImportCase,
  statisticStageOf,
  type StatisticImport,
  type StatisticImportCase,
  type StatisticImportStage,
} from "#domain/statistics/index.ts";
import { onwards } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf, homeCrumb } from "../addresses.ts";

export function caseOf({ ctx, params }: Visit): Promise<StatisticImportCase> {
  return statisticImportCase(ctx, params["import"] ?? "");
}

/** Leads to where the import stands, unless the step asked for can be shown: steps that are done may be opened again. */
export function elsewhere(statisticImport: StatisticImport, step: StatisticImportStage): Response | undefined {
  const stage = statisticStageOf(statisticImport);
  if (stage === step || (statisticImport.state === "open" && step === "settings")) return undefined;
  return onwards(addressOf.import(statisticImport.id, stage));
}

const steps: readonly { readonly stage: StatisticImportStage; readonly label: string }[] = [
  { stage: "settings", label: "表の読み方" },
  { stage: "preview", label: "変わる内容の確認" },
  { stage: "progress", label: "取込み" },
  { stage: "result", label: "結果" },
];

interface FrameProps {
  readonly visit: Visit;
  readonly statisticImport: StatisticImport;
  readonly step: StatisticImportStage;
  readonly title: string;
  readonly refreshSeconds?: number;
  readonly children: ReactNode;
}

/** A step of an import: where it stands, its file, and the way out. */
export function StatisticImportFrame({
  visit,
  statisticImport,
  step,
  title,
  children,
  refreshSeconds,
}: FrameProps): ReactNode {
  const { id, fileName, encoding, state } = statisticImport;
  const here = steps.findIndex(({ stage }) => stage === step);
  return (
    <StaffPage
      visit={visit}
      title={title}
      crumbs={[homeCrumb, { href: addressOf.imports, label: "取込み" }]}
      {...(refreshSeconds !== undefined && { refreshSeconds })}
    >
      <nav aria-label="取込みの手順" className="no-print mb-4">
        <ol className="list-plain flex flex-wrap gap-x-6 gap-y-2 border-b border-solid-gray-200 pb-3">
          {steps.map(({ stage, label }, index) => (
            <li key={stage} aria-current={index === here ? "step" : undefined} className="aria-[current]:font-bold">
              {index < here && state === "open" ? (
                <a href={addressOf.import(id, stage)}>{`${index + 1}. ${label}`}</a>
              ) : (
                <span className={index > here ? "text-solid-gray-700" : ""}>{`${index + 1}. ${label}`}</span>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <p className="mb-6">
        ファイル：<a href={addressOf.import(id, "file")}>{fileName}</a>
        {encoding === "shift_jis" && "（文字コードは Shift_JIS でした）"}
      </p>
      {children}
      {state === "open" && (
        <Form action={addressOf.import(id, "abandonment")} className="mt-12 border-t border-solid-gray-200 pt-4">
          <button className="button button-quiet button-small">この取込みをやめる</button>
          <span className="ml-3 text-solid-gray-700">統計は変わりません。ファイルは一覧に残ります。</span>
        </Form>
      )}
    </StaffPage>
  );
}
