import type { ReactNode } from "react";
import type { PlanImport, SettledChanges } from "#domain/plan/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { CorrectionReason, RevisionGrounds } from "../plan/value-grounds.tsx";

interface SettledValuesProps {
  readonly settled: SettledChanges;
  readonly said: Pick<PlanImport, "actualState" | "grounds">;
  readonly refusal: Refusal | undefined;
}

/** What only a person can say of the values as a whole: whether the actuals stand already, and why settled ones change. */
export function SettledValues({ settled, said, refusal }: SettledValuesProps): ReactNode {
  const { actuals, corrected, revised } = settled;
  const words = { ...said.grounds };
  return (
    <>
      {actuals > 0 && <ActualStates actuals={actuals} chosen={said.actualState} />}
      {corrected > 0 && (
        <fieldset className="card max-w-3xl">
          <legend className="float-left w-full font-bold">確定した実績値が{corrected}か所変わります</legend>
          <div className="clear-both">
            <CorrectionReason words={words} refusal={refusal} required />
          </div>
        </fieldset>
      )}
      {revised > 0 && (
        <fieldset className="card max-w-3xl">
          <legend className="float-left w-full font-bold">公表した目標値が{revised}か所変わります</legend>
          <p className="field-hint clear-both">
            この取込みの全体について、一度だけ入力します。前の値とともに、目標値の変更の履歴に残ります。
          </p>
          <RevisionGrounds words={words} refusal={refusal} required />
        </fieldset>
      )}
    </>
  );
}

function ActualStates({
  actuals,
  chosen,
}: {
  readonly actuals: number;
  readonly chosen: PlanImport["actualState"];
}): ReactNode {
  return (
    <fieldset className="card max-w-3xl">
      <legend className="float-left w-full font-bold">実績値（{actuals}か所）は、もう確定した値ですか</legend>
      <label className="choice clear-both">
        <input type="radio" name="actualState" value="draft" defaultChecked={chosen === "draft"} />
        <span>まだ確かめる値として取り込む（入力中）。確定するまで、市民のページには出ません。</span>
      </label>
      <label className="choice">
        <input type="radio" name="actualState" value="confirmed" defaultChecked={chosen === "confirmed"} />
        <span>確定した値として取り込む（確定）。後で変えるときは、訂正の理由が要ります。</span>
      </label>
    </fieldset>
  );
}
