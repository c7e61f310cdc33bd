import type { ReactNode } from "react";
import { csvText } from "#export/csv.ts";
import {
  mayLinkSdgs,
  mayManagePlans,
  planBySlug,
  sdgGoals,
  sdgMatrix,
  setSdgGapNote,
  setSdgLink,
  strengthSigns,
  type PlanWithLevels,
  type SdgMatrix as Matrix,
} from "#domain/plan/index.ts";
import { isId } from "#kernel/id.ts";
import { NotFound, type Refusal } from "#kernel/result.ts";
import { download, json, onwards, page } from "#web/answer.tsx";
import { SdgMatrix } from "#web/islands/sdg-matrix.tsx";
import { Form } from "#web/ui/forms.tsx";
import { Island } from "#web/ui/island.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, planCrumbs } from "./addresses.ts";
import { divisionOptions, labelOf } from "./division-options.ts";

export async function showSdgs(visit: Visit, refusal?: Refusal): Promise<Response> {
  const plan = await planBySlug(visit.ctx, visit.params["slug"] ?? "");
  const matrix = await sdgMatrix(visit.ctx, plan);
  return page(
    <StaffPage visit={visit} title="施策とSDGsの表" crumbs={planCrumbs(plan)} wide>
      {matrix.rows.length === 0 ? (
        <Empty title="施策がまだありません。">
          <p>施策体系に施策を加えると、ここに並びます。</p>
        </Empty>
      ) : (
        <MatrixPart visit={visit} plan={plan} matrix={matrix} />
      )}
      {mayManagePlans(visit.ctx.actor) && (
        <GapNotes
          plan={plan}
          matrix={matrix}
          refusal={refusal}
          goal={text(visit.form, "goal")}
          entered={text(visit.form, "explanation")}
        />
      )}
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

function MatrixPart({
  visit,
  plan,
  matrix,
}: {
  readonly visit: Visit;
  readonly plan: PlanWithLevels;
  readonly matrix: Matrix;
}): ReactNode {
  const { actor } = visit.ctx;
  const props = {
    goals: sdgGoals.map(({ number, shortName, color }) => ({ number, shortName, color })),
    measures: matrix.rows.map((row) => ({
      id: row.id,
      code: row.code,
      title: row.title,
      href: addressOf.node(plan, row.id),
      editHref: addressOf.nodeSdgs(plan, row.id),
      mayEdit: mayLinkSdgs(actor, row),
      links: row.sdgs.map(({ goal, strength }) => ({ goal, strength })),
    })),
    gapNotes: matrix.notes,
    saveTo: `${addressOf.sdgs(plan)}/links`,
  };
  return (
    <div className="print-a3">
      <p className="no-print">
        升目を押すと、―、○（関連する）、◎（直接かかわる）の順に変わり、すぐに保存されます。矢印キーで動けます。印刷はA3横です。
      </p>
      <p className="actions no-print mt-3">
        <a href={`${addressOf.sdgs(plan)}.csv`} className="button button-secondary button-small">
          CSVで保存する
        </a>
      </p>
      <Island name="sdg-matrix" component={SdgMatrix} props={props} id="matrix" />
    </div>
  );
}

interface GapNotesProps {
  readonly plan: PlanWithLevels;
  readonly matrix: Matrix;
  readonly refusal: Refusal | undefined;
  /** The goal whose words were refused, and those words. */
  readonly goal: string;
  readonly entered: string;
}

/** Why a goal has no measure: told to the citizens beside the matrix. */
function GapNotes({ plan, matrix, refusal, goal, entered }: GapNotesProps): ReactNode {
  const open = [...matrix.gaps.unexplainedGoals, ...matrix.gaps.explainedGoals].sort((a, b) => a - b);
  if (open.length === 0 || matrix.rows.length === 0) return null;
  return (
    <section className="no-print mt-12" aria-labelledby="notes">
      <h2 id="notes" className="text-[1.25rem]">
        施策のないゴールの説明
      </h2>
      <p className="prose mt-2">
        内陸の市の「海の豊かさを守ろう」のように、施策がない理由を書くと、公開ページの表に添えられます。
      </p>
      {open.map((number) => {
        const isRefused = goal === String(number) && refusal !== undefined;
        const explanation = isRefused
          ? entered
          : (matrix.notes.find((note) => note.goal === number)?.explanation ?? "");
        const name = sdgGoals.find((each) => each.number === number)?.name ?? "";
        return (
          <details key={number} className="card mt-3" open={isRefused || explanation !== ""}>
            <summary className="font-bold">
              {number} {name}
              {explanation === "" && "（説明なし）"}
            </summary>
            <Form
              action={`${addressOf.sdgs(plan)}/gap-notes`}
              refusal={isRefused ? refusal : undefined}
              className="form mt-3"
            >
              <input type="hidden" name="goal" value={number} />
              <GapNoteField goal={number} value={explanation} />
              <p className="actions">
                <button className="button button-secondary">説明を保存する</button>
              </p>
            </Form>
          </details>
        );
      })}
    </section>
  );
}

function GapNoteField({ goal, value }: { readonly goal: number; readonly value: string }): ReactNode {
  const id = `explanation-${goal}`;
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        説明
      </label>
      <textarea id={id} name="explanation" className="input" rows={3} defaultValue={value} />
    </div>
  );
}

/** One cell, changed in place: answers with its new sign, or in words why not. */
export async function saveLink(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const nodeId = text(form, "nodeId");
  const strength = text(form, "strength");
  if (!isId(nodeId)) throw new NotFound();
  const wanted = strength === "direct" || strength === "related" ? strength : null;
  const result = await setSdgLink(ctx, { nodeId, goal: Number(text(form, "goal")), strength: wanted });
  return result.ok ? json({ strength: result.value.strength }) : json({ message: result.refusal.message }, 422);
}

export async function saveGapNote(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const plan = await planBySlug(ctx, visit.params["slug"] ?? "");
  const result = await setSdgGapNote(ctx, {
    planId: plan.id,
    goal: Number(text(form, "goal")),
    explanation: text(form, "explanation"),
  });
  return result.ok ? onwards(`${addressOf.sdgs(plan)}#notes`, "saved") : showSdgs(visit, result.refusal);
}

export async function saveSdgsFile(visit: Visit): Promise<Response> {
  const { ctx } = visit;
  const plan = await planBySlug(ctx, visit.params["slug"] ?? "");
  const { rows } = await sdgMatrix(ctx, plan);
  const divisions = await divisionOptions(ctx);
  const head = ["番号", "施策", "主管課", ...sdgGoals.map((goal) => `${goal.number} ${goal.shortName}`)];
  const lines = rows.map((row) => [
    row.code,
    row.title,
    labelOf(divisions, row.divisionId),
    ...sdgGoals.map((goal) => signOf(row.sdgs.find((link) => link.goal === goal.number)?.strength)),
  ]);
  return download(csvText([head, ...lines]), `${plan.name}_SDGsの表.csv`, "text/csv; charset=utf-8");
}

function signOf(strength: keyof typeof strengthSigns | undefined): string {
  return strength ? strengthSigns[strength] : "";
}
