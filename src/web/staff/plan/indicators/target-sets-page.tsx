import type { ReactNode } from "react";
import {
  createTargetSet,
  mayManageTargetSets,
  otherTargetSets,
  planBySlug,
  targetSetKindLabels,
  type PlanWithLevels,
  type TargetSetKind,
} from "#domain/plan/index.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { halfWidth } from "#kernel/japanese-number.ts";
import { periodLabel } from "#kernel/period.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, SelectField, TextField } from "#web/ui/forms.tsx";
import { Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, planCrumbs } from "../addresses.ts";

/** The sets of targets (目標の組) beside the plan's own. */
export async function showTargetSets(visit: Visit): Promise<Response> {
  return setsAnswer(visit, await planBySlug(visit.ctx, visit.params["slug"] ?? ""));
}

export async function makeTargetSet(visit: Visit): Promise<Response> {
  const plan = await planBySlug(visit.ctx, visit.params["slug"] ?? "");
  const kind = text(visit.form, "kind");
  const entry = {
    kind: Object.hasOwn(targetSetKindLabels, kind) ? (kind as TargetSetKind) : ("strategy" as const), // hasOwn just proved it
    name: text(visit.form, "name"),
    startYear: yearIn(visit.form, "startYear"),
    endYear: yearIn(visit.form, "endYear"),
  };
  const result = await createTargetSet(visit.ctx, { planId: plan.id, entry });
  if (result.ok) return onwards(addressOf.targetSet(plan, result.value.id), "created");
  return setsAnswer(visit, plan, result.refusal);
}

function yearIn(form: FormData, name: string): number {
  return Number(halfWidth(text(form, name)) || Number.NaN);
}

async function setsAnswer(visit: Visit, plan: PlanWithLevels, refusal?: Refusal): Promise<Response> {
  const sets = await otherTargetSets(visit.ctx, plan.id);
  return page(
    <StaffPage visit={visit} title="目標の組" crumbs={[...planCrumbs(plan), registerCrumb(plan)]}>
      <p className="mb-6">
        1つの実績値に、計画の目標のほかに、総合戦略・交付金・SDGsの目標を重ねて置けます。実績値は1か所にだけ入力します。
      </p>
      {sets.length === 0 ? (
        <Empty title="計画の目標のほかに、目標の組はまだありません。" />
      ) : (
        <TableFrame label="目標の組">
          <table className="table">
            <caption>{sets.length}件</caption>
            <thead>
              <tr>
                {["名前", "種類", "期間", "指標"].map((label) => (
                  <th key={label} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sets.map((set) => (
                <tr key={set.id}>
                  <th scope="row">
                    <a href={addressOf.targetSet(plan, set.id)}>{set.name}</a>
                  </th>
                  <td>{kindWords(set.kind)}</td>
                  <td>{periodLabel(set)}</td>
                  <td>{set.indicators}件</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      {mayManageTargetSets(visit.ctx.actor) && <NewSet visit={visit} plan={plan} refusal={refusal} />}
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

/** What a set is for. */
export function kindWords(kind: string): string {
  return Object.entries(targetSetKindLabels).find(([key]) => key === kind)?.[1] ?? "計画";
}

export function registerCrumb(plan: PlanWithLevels) {
  return { href: addressOf.indicators(plan), label: "指標の一覧" };
}

interface NewSetProps {
  readonly visit: Visit;
  readonly plan: PlanWithLevels;
  readonly refusal: Refusal | undefined;
}

function NewSet({ visit, plan, refusal }: NewSetProps): ReactNode {
  const field = (name: string, otherwise = "") => ({ name, value: text(visit.form, name) || otherwise, refusal });
  const options = Object.entries(targetSetKindLabels).map(([value, label]) => ({ value, label }));
  const years = Array.from({ length: plan.endYear - plan.startYear + 11 }, (_, index) => plan.startYear - 5 + index);
  const yearOptions = years.map((year) => ({ value: String(year), label: fiscalYearLabel(year) }));
  return (
    <section className="card mt-8" aria-labelledby="new-set">
      <h2 id="new-set" className="text-[1.25rem]">
        目標の組を作る
      </h2>
      <Form action={addressOf.targetSets(plan)} refusal={refusal}>
        <TextField {...field("name")} label="名前" required hint="例：第3期みほん市総合戦略" />
        <SelectField {...field("kind")} label="種類" options={options} />
        <div className="field-row">
          <SelectField {...field("startYear", String(plan.startYear))} label="始まりの年度" options={yearOptions} />
          <SelectField {...field("endYear", String(plan.endYear))} label="終わりの年度" options={yearOptions} />
        </div>
        <p className="actions">
          <button className="button">作る</button>
        </p>
      </Form>
    </section>
  );
}
