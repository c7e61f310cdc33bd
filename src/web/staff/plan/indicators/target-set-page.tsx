import type { ReactNode } from "react";
import {
  indicatorPage,
  indicatorRegister,
  mayEditIndicators,
  nodePage,
  planBySlug,
  saveTargets,
  targetSetPage,
  type PlanWithLevels,
  type RegisterLine,
  type Target,
  type TargetSet,
} from "#domain/plan/index.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { periodLabel } from "#kernel/period.ts";
import { NotFound, type Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import { TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, planCrumbs } from "../addresses.ts";
import { indicatorWordsIn, readGrounds, readTarget, wordsOfTarget, type IndicatorWords } from "../indicator-form.ts";
import { RevisionGrounds } from "../value-grounds.tsx";
import { kindWords, registerCrumb } from "./target-sets-page.tsx";
import { targetText } from "./value-words.ts";
import { Cell } from "./year-table.tsx";

/** A set of targets: every indicator of the plan with what the set aims at. */
export async function showTargetSet(visit: Visit): Promise<Response> {
  const plan = await planBySlug(visit.ctx, visit.params["slug"] ?? "");
  const { set, targets } = await targetSetPage(visit.ctx, { planId: plan.id, setId: visit.params["set"] ?? "" });
  const lines = await indicatorRegister(visit.ctx, plan);
  const aimed = lines.filter(({ indicator }) => targets.has(indicator.id));
  const others = lines.filter(({ indicator }) => !targets.has(indicator.id));
  const crumbs = [...planCrumbs(plan), registerCrumb(plan), { href: addressOf.targetSets(plan), label: "目標の組" }];
  return page(
    <StaffPage visit={visit} title={set.name} crumbs={crumbs} wide>
      <p className="mb-6 text-solid-gray-700">
        {kindWords(set.kind)}　{periodLabel(set)}　指標{aimed.length}件
      </p>
      {aimed.length > 0 && <SetTable plan={plan} set={set} lines={aimed} targets={targets} />}
      <details className="card mt-6" open={aimed.length === 0}>
        <summary className="font-bold">この組の目標がない指標（{others.length}）</summary>
        <ul className="mt-3 list-disc pl-6">
          {others.map(({ indicator }) => (
            <li key={indicator.id}>
              <a href={addressOf.setTargets(plan, set.id, indicator.id)}>
                {indicator.code} {indicator.name}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </StaffPage>,
  );
}

interface SetTableProps {
  readonly plan: PlanWithLevels;
  readonly set: TargetSet;
  readonly lines: readonly RegisterLine[];
  readonly targets: ReadonlyMap<string, readonly Target[]>;
}

function SetTable({ plan, set, lines, targets }: SetTableProps): ReactNode {
  return (
    <TableFrame label="目標値">
      <table className="table">
        <caption>この組の目標値と、計画の目標値。指標を押すと、この組の目標値を直せます。</caption>
        <thead>
          <tr>
            <th scope="col">指標</th>
            {yearsOf(set).map((year) => (
              <th key={year} scope="col" className="text-right">
                {fiscalYearLabel(year)}
              </th>
            ))}
            <th scope="col">計画の目標値</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ indicator }) => (
            <tr key={indicator.id}>
              <th scope="row" className="min-w-56">
                <a href={addressOf.setTargets(plan, set.id, indicator.id)}>
                  {indicator.code} {indicator.name}
                </a>
              </th>
              {yearsOf(set).map((year) => {
                const target = targets.get(indicator.id)?.find((each) => each.year === year);
                return (
                  <td key={year} className="text-right whitespace-nowrap">
                    {target ? targetText(indicator, target) : ""}
                  </td>
                );
              })}
              <td>
                {indicator.targets
                  .map((each) => `${fiscalYearLabel(each.year)} ${targetText(indicator, each)}`)
                  .join("、")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function yearsOf({ startYear, endYear }: Pick<TargetSet, "startYear" | "endYear">): number[] {
  return Array.from({ length: endYear - startYear + 1 }, (_, index) => startYear + index);
}

async function targetsOf(visit: Visit) {
  const plan = await planBySlug(visit.ctx, visit.params["slug"] ?? "");
  const { set, targets } = await targetSetPage(visit.ctx, { planId: plan.id, setId: visit.params["set"] ?? "" });
  const indicator = await indicatorPage(visit.ctx, visit.params["id"] ?? "");
  if (indicator.planId !== plan.id) throw new NotFound();
  return { plan, set, indicator, targets: targets.get(indicator.id) ?? [] };
}

type Found = Awaited<ReturnType<typeof targetsOf>>;

/** What one set aims at with one indicator. */
export async function showSetTargets(visit: Visit): Promise<Response> {
  const found = await targetsOf(visit);
  return targetsAnswer(visit, found, { words: wordsOf(found.targets) });
}

export async function saveSetTargets(visit: Visit): Promise<Response> {
  const found = await targetsOf(visit);
  const { plan, set, indicator } = found;
  const words = indicatorWordsIn(visit.form);
  const seen = wordsOf(found.targets);
  const isStale = yearsOf(set).some((year) => text(visit.form, `seen-${year}`) !== (seen[`target-${year}`] ?? ""));
  if (isStale) return targetsAnswer(visit, found, { words, refusal: changedMeanwhile });
  const result = await saveTargets(visit.ctx, {
    planId: plan.id,
    setId: set.id,
    indicatorId: indicator.id,
    seen: found.targets,
    targets: yearsOf(set).flatMap((year) => readTarget(words[`target-${year}`] ?? "", year, indicator.unit)),
    grounds: readGrounds(words),
  });
  if (result.ok) return onwards(addressOf.targetSet(plan, set.id), "saved");
  return targetsAnswer(visit, found, { words, refusal: result.refusal });
}

const changedMeanwhile: Refusal = {
  code: "stale",
  message: "開いている間に、ほかの人がこの目標値を変えました。",
  remedy: "入力した内容は消えていません。今の目標値は各欄の下にあります。よければ、もう一度保存してください。",
};

function wordsOf(targets: readonly Target[]): IndicatorWords {
  return Object.fromEntries(targets.map((target) => [`target-${target.year}`, wordsOfTarget(target)]));
}

interface Entered {
  readonly words: IndicatorWords;
  readonly refusal?: Refusal;
}

async function targetsAnswer(visit: Visit, found: Found, { words, refusal }: Entered): Promise<Response> {
  const { plan, set, indicator, targets } = found;
  const { node } = await nodePage(visit.ctx, indicator.nodeId);
  const mayEdit = mayEditIndicators(visit.ctx.actor, node);
  const stored = wordsOf(targets);
  const crumbs = [
    ...planCrumbs(plan),
    registerCrumb(plan),
    { href: addressOf.targetSet(plan, set.id), label: set.name },
  ];
  return page(
    <StaffPage visit={visit} title={`${indicator.name}の目標値`} crumbs={crumbs}>
      <p className="mb-6">
        <a href={addressOf.indicator(plan, indicator.id)}>
          指標 {indicator.code} {indicator.name}
        </a>
        （単位：{indicator.unit || "−"}）　計画の目標値：
        {indicator.targets.map((each) => `${fiscalYearLabel(each.year)} ${targetText(indicator, each)}`).join("、") ||
          "−"}
      </p>
      <Form action={addressOf.setTargets(plan, set.id, indicator.id)} refusal={refusal}>
        <fieldset disabled={!mayEdit} className="form">
          <legend className="visually-hidden">{set.name}の目標値</legend>
          <TableFrame label="年度ごとの目標値">
            <table className="table">
              <caption>{set.name}の目標値</caption>
              <thead>
                <tr>
                  <th scope="col">年度</th>
                  <th scope="col">目標値</th>
                </tr>
              </thead>
              <tbody>
                {yearsOf(set).map((year) => (
                  <tr key={year}>
                    <th scope="row">{fiscalYearLabel(year)}</th>
                    <td>
                      <Cell
                        name={`target-${year}`}
                        label={`${fiscalYearLabel(year)}の目標値`}
                        words={words}
                        refusal={refusal}
                      />
                      <input type="hidden" name={`seen-${year}`} value={stored[`target-${year}`] ?? ""} />
                      {refusal && <p className="field-hint">今の値：{stored[`target-${year}`] ?? "（なし）"}</p>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
          <RevisionGrounds words={words} refusal={refusal} />
          {mayEdit && (
            <p className="actions">
              <button className="button">保存する</button>
            </p>
          )}
        </fieldset>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}
