import type { ReactNode } from "react";
import { confirmActuals, mayConfirmActuals, type NodePage, type StoredIndicator } from "#domain/plan/index.ts";
import type { Actor } from "#domain/audit/index.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { refuse, type Refusal, type Result } from "#kernel/result.ts";
import { Form } from "#web/ui/forms.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { actualText } from "./value-words.ts";

interface ConfirmationProps {
  readonly indicator: StoredIndicator;
  readonly node: NodePage["node"];
  readonly actor: Actor;
  readonly action: string;
  readonly refusal?: Refusal | undefined;
}

/** The drafts of an indicator and the button that makes them stand (確定する), for those who may. */
export function Confirmation({ indicator, node, actor, action, refusal }: ConfirmationProps): ReactNode {
  const drafts = indicator.actuals.filter(({ state }) => state === "draft");
  if (drafts.length === 0) return null;
  const mayConfirm = mayConfirmActuals(actor, { ...node, ownDivisionId: indicator.divisionId });
  return (
    <section className="card mb-6" aria-labelledby="drafts">
      <h2 id="drafts" className="text-[1.25rem]">
        入力中の実績値
      </h2>
      {!mayConfirm && <p className="mt-2">入力中の実績値は公表されません。企画か、主管課の課長が確定します。</p>}
      <Form action={action} refusal={refusal}>
        <input type="hidden" name="version" value={indicator.version} />
        {drafts.map((actual) => (
          <label key={actual.year} className="choice">
            <input type="checkbox" name="year" value={actual.year} defaultChecked disabled={!mayConfirm} />
            <span>
              {fiscalYearLabel(actual.year)}　{actualText(indicator, actual)}
            </span>
          </label>
        ))}
        {mayConfirm && (
          <p className="actions">
            <button className="button">確定する</button>
            <span className="text-solid-gray-700">確定した値を直すには、訂正の理由が要ります。</span>
          </p>
        )}
      </Form>
    </section>
  );
}

/** Confirms the chosen years as they stood on the page. */
export async function confirmChosen(
  { ctx, form }: Visit,
  indicator: StoredIndicator,
): Promise<Result<{ confirmed: number }>> {
  if (Number(text(form, "version")) !== indicator.version) return refuse(changedMeanwhile);
  const years = new Set(texts(form, "year").map(Number));
  const chosen = indicator.actuals.filter((actual) => years.has(actual.year));
  if (chosen.length === 0) return refuse(nothingChosen);
  const result = await confirmActuals(ctx, {
    planId: indicator.planId,
    cells: chosen.map((seen) => ({ indicatorId: indicator.id, year: seen.year, seen })),
  });
  if (result.ok) return result;
  const { cells, ...refusal } = result.refusal;
  return refuse({
    ...refusal,
    remedy: cells.map(({ year, message }) => `${fiscalYearLabel(year)}：${message}`).join(" "),
  });
}

const changedMeanwhile = {
  code: "stale",
  message: "開いている間に、ほかの人がこの指標を保存しました。",
  remedy: "下の値を確かめてから、もう一度「確定する」を押してください。",
};

const nothingChosen = {
  code: "nothingChosen",
  message: "確定する年度が選ばれていません。",
  remedy: "確定する年度に印を付けて、もう一度「確定する」を押してください。",
};
