import type { ReactNode } from "react";
import type { ImportCase, ImportStage } from "#domain/plan/index.ts";
import { Form } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { importPath, importsPath } from "./addresses.ts";

const steps: readonly { readonly stage: ImportStage; readonly label: string }[] = [
  { stage: "sheet", label: "シート" },
  { stage: "columns", label: "列" },
  { stage: "questions", label: "値の確認" },
  { stage: "preview", label: "変わる内容" },
  { stage: "progress", label: "反映" },
  { stage: "result", label: "結果" },
];

export interface ImportFrameProps {
  readonly visit: Visit;
  readonly theCase: ImportCase;
  readonly step: ImportStage;
  readonly title: string;
  readonly children: ReactNode;
  readonly refreshSeconds?: number;
}

/** A step of an import: where it is among the others, the file it is about, and the way to give it up. */
export function ImportFrame({ visit, theCase, step, title, children, refreshSeconds }: ImportFrameProps): ReactNode {
  const { plan, planImport } = theCase;
  const crumbs = [
    { href: "/staff/plans", label: "計画" },
    { href: `/staff/plans/${plan.slug}`, label: plan.name },
    { href: importsPath(plan.slug), label: "表からの取込み" },
  ];
  return (
    <StaffPage
      visit={visit}
      title={title}
      crumbs={crumbs}
      wide
      {...(refreshSeconds !== undefined && { refreshSeconds })}
    >
      <Steps theCase={theCase} step={step} />
      <p className="mb-6 text-solid-gray-700">
        取り込むファイル：
        {planImport.isErased ? (
          planImport.fileName
        ) : (
          <a href={importPath(plan.slug, planImport.id, "file")}>{planImport.fileName}</a>
        )}
        {planImport.isErased && "（内容は消去しました）"}
        {planImport.encoding === "shift_jis" && "（文字コードは Shift_JIS でした）"}
      </p>
      {children}
      {planImport.state === "open" && <Abandonment theCase={theCase} />}
    </StaffPage>
  );
}

/** Steps that are done can be opened again: nothing that was decided is lost by it. */
function Steps({ theCase, step }: Pick<ImportFrameProps, "theCase" | "step">): ReactNode {
  const { plan, planImport } = theCase;
  const here = steps.findIndex(({ stage }) => stage === step);
  return (
    <nav aria-label="取込みの手順" className="no-print mb-4">
      <ol className="list-plain flex flex-wrap gap-x-6 gap-y-2 border-b border-solid-gray-200 pb-3">
        {steps.map(({ stage, label }, index) => {
          const words = `${index + 1}. ${label}`;
          const isOpen = index < here && planImport.state === "open";
          return (
            <li key={stage} aria-current={index === here ? "step" : undefined} className="aria-[current]:font-bold">
              {isOpen ? (
                <a href={importPath(plan.slug, planImport.id, stage)}>{words}</a>
              ) : (
                <span className={index > here ? "text-solid-gray-700" : ""}>{words}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function Abandonment({ theCase }: { readonly theCase: ImportCase }): ReactNode {
  return (
    <Form
      action={importPath(theCase.plan.slug, theCase.planImport.id, "abandonment")}
      className="mt-12 border-t border-solid-gray-200 pt-4"
    >
      <button className="button button-quiet button-small">この取込みをやめる</button>
      <span className="ml-3 text-solid-gray-700">計画は変わりません。ファイルは一覧に残ります。</span>
    </Form>
  );
}
