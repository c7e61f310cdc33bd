import type { ReactNode } from "react";
import { onwards } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import type { Crumb } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";

/** The steps of an import, in their order, and where each is shown. */
export interface ImportSteps<Stage extends string> {
  readonly steps: readonly { readonly stage: Stage; readonly label: string }[];
  readonly hrefOf: (part: Stage | "file" | "abandonment") => string;
}

/** What of an import is the same for every kind. */
export interface StandingImport {
  readonly fileName: string;
  readonly encoding: string | null;
  readonly state: "open" | "applying" | "applied" | "abandoned";
  /** The original is erased (内容の消去): only its name stays. */
  readonly isErased?: boolean;
}

interface StepFrameProps<Stage extends string> extends ImportSteps<Stage> {
  readonly visit: Visit;
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly wide?: boolean;
  readonly refreshSeconds?: number;
  readonly standing: StandingImport;
  readonly step: Stage;
  /** What giving up leaves as it is: 「計画は変わりません。」 */
  readonly unchanged: string;
  readonly children: ReactNode;
}

/** A step of an import: where it is among the others, the file it is about, and the way to give it up. */
export function StepFrame<Stage extends string>(props: StepFrameProps<Stage>): ReactNode {
  const { visit, title, crumbs, wide = false, refreshSeconds, standing, hrefOf, unchanged, children } = props;
  return (
    <StaffPage
      visit={visit}
      title={title}
      crumbs={crumbs}
      wide={wide}
      {...(refreshSeconds !== undefined && { refreshSeconds })}
    >
      <StepList {...props} />
      <Original standing={standing} href={hrefOf("file")} />
      {children}
      {standing.state === "open" && (
        <details className="mt-12 border-t border-solid-gray-200 pt-4">
          <summary>この取込みをやめる</summary>
          <Form action={hrefOf("abandonment")} className="mt-3">
            <p className="mb-3 text-solid-gray-700">
              {unchanged}ファイルは一覧に残りますが、ここまでの答えは残りません。
            </p>
            <button className="button button-secondary button-small">取込みをやめる</button>
          </Form>
        </details>
      )}
    </StaffPage>
  );
}

type StepListProps<Stage extends string> = Pick<StepFrameProps<Stage>, "steps" | "step" | "standing" | "hrefOf">;

/** Steps that are done can be opened again: nothing that was decided is lost by it. */
function StepList<Stage extends string>({ steps, step, standing, hrefOf }: StepListProps<Stage>): ReactNode {
  const here = steps.findIndex(({ stage }) => stage === step);
  return (
    <nav aria-label="取込みの手順" className="no-print mb-4">
      <ol className="list-plain flex flex-wrap gap-x-6 gap-y-2 border-b border-solid-gray-200 pb-3">
        {steps.map(({ stage, label }, index) => {
          const words = `${index + 1}. ${label}`;
          const isOpen = index < here && standing.state === "open";
          return (
            <li key={stage} aria-current={index === here ? "step" : undefined} className="aria-[current]:font-bold">
              {isOpen ? (
                <a href={hrefOf(stage)}>{words}</a>
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

function Original({ standing, href }: { readonly standing: StandingImport; readonly href: string }): ReactNode {
  const { fileName, encoding, isErased = false } = standing;
  return (
    <p className="mb-6 text-solid-gray-700">
      取り込むファイル：{isErased ? fileName : <a href={href}>{fileName}</a>}
      {isErased && "（内容は消去しました）"}
      {encoding === "shift_jis" && "（文字コードは Shift_JIS でした）"}
    </p>
  );
}

interface Standing<Stage> {
  readonly state: StandingImport["state"];
  /** Where the import stands. */
  readonly stage: Stage;
  /** The step that was asked for. */
  readonly step: Stage;
}

/** Where to go instead, when the import is not yet, or no longer, at a step. Steps that are done may be opened again while it is open. */
export function elsewhereThan<Stage extends string>(
  { steps, hrefOf }: ImportSteps<Stage>,
  { state, stage, step }: Standing<Stage>,
): Response | undefined {
  const placeOf = (sought: Stage) => steps.findIndex((each) => each.stage === sought);
  const isClosed = state !== "open" && stage !== step;
  return isClosed || placeOf(step) > placeOf(stage) ? onwards(hrefOf(stage)) : undefined;
}
