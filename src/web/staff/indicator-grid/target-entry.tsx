import type { ReactNode } from "react";
import { mayEditIndicators, type PlanWithLevels, type RegisterLine } from "#domain/plan/index.ts";
import { TargetPaste } from "#web/islands/target-paste.tsx";
import { Form } from "#web/ui/forms.tsx";
import { Island } from "#web/ui/island.tsx";
import type { Visit } from "#web/visit.ts";
import { indicatorWordsIn } from "../plan/indicator-form.ts";
import { RevisionGrounds } from "../plan/value-grounds.tsx";
import { cellName } from "./grid-form.ts";
import { TargetTable, type RefusedTargets } from "./grid-table.tsx";

interface TargetEntryProps {
  readonly visit: Visit;
  readonly plan: PlanWithLevels;
  readonly action: string;
  readonly lines: readonly RegisterLine[];
  readonly years: readonly number[];
  readonly refused: RefusedTargets | undefined;
}

/** Targets of many indicators in one form; why published ones change is said once, when it is saved. */
export function TargetEntry({ visit, plan, action, lines, years, refused }: TargetEntryProps): ReactNode {
  const mayEdit = ({ measure }: RegisterLine) => mayEditIndicators(visit.ctx.actor, measure);
  const refusal = refused && pointed(refused.refusal, lines);
  return (
    <Form action={action} refusal={refusal} className="grid-form">
      <input type="hidden" name="years" value={years.join(" ")} />
      <p className="field-hint">
        数のほか、「年1回」のような言葉や「95〜105」のような範囲も入力できます。空にすると、その年度の目標値がなくなります。Excelの表は、升目を選んでそのまま貼り付けられます（年度の見出しと指標の番号があれば、場所を合わせます）。
      </p>
      <div className="grid-frame" role="region" aria-label="目標値の表" tabIndex={0}>
        <TargetTable {...{ plan, years, lines, mayEdit, refused }} />
      </div>
      {lines.some(mayEdit) && (
        <>
          <details className="mt-4" open={refusal?.fields?.["revisionReason"] !== undefined || undefined}>
            <summary>公表した目標値を変えるときに入力すること</summary>
            <p className="field-hint mt-2">
              まとめて一度だけ入力します。前の値とともに、それぞれの指標の変更の履歴に残ります。
            </p>
            <RevisionGrounds words={indicatorWordsIn(visit.form)} refusal={refusal} />
          </details>
          <div className="save-bar grid-bar mt-4">
            <button className="button">目標値を保存する</button>
            <Island name="target-paste" component={TargetPaste} props={{ table: "targets" }} id="target-paste" />
          </div>
        </>
      )}
    </Form>
  );
}

/** The refusal with its years as the fields of the row that it is about. */
function pointed({ indicatorId, ...refusal }: RefusedTargets["refusal"], lines: readonly RegisterLine[]) {
  const row = lines.findIndex(({ indicator }) => indicator.id === indicatorId);
  if (row < 0 || !refusal.fields) return refusal;
  const fields = Object.entries(refusal.fields).map(([name, words]) => {
    const year = /^target-(\d{4})$/.exec(name)?.[1];
    return year === undefined ? [name, words] : [cellName(row, Number(year)), words];
  });
  return { ...refusal, fields: Object.fromEntries(fields) as Record<string, string> }; // pairs of texts, made above
}
