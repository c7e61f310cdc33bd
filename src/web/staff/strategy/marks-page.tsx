import type { ReactNode } from "react";
import {
  listMeasures,
  planById,
  planIndicators,
  planOutline,
  type PlanWithLevels,
  type StoredIndicator,
  type TreeLine,
} from "#domain/plan/index.ts";
import {
  markIndicators,
  markMeasures,
  marksOf,
  strategyBySlug,
  type IndicatorMark,
  type MeasureMark,
  type Strategy,
  type StrategyGoal,
} from "#domain/strategy/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice } from "#web/ui/forms.tsx";
import { Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { addressOf, strategyCrumbs } from "./addresses.ts";

interface Marking {
  readonly strategy: Strategy;
  readonly goals: readonly StrategyGoal[];
  readonly plan: PlanWithLevels;
  readonly measures: readonly TreeLine[];
  readonly indicators: readonly StoredIndicator[];
  readonly measureMarks: readonly MeasureMark[];
  readonly indicatorMarks: readonly IndicatorMark[];
}

async function markingOf({ ctx, params }: Visit): Promise<Marking> {
  const { strategy, goals } = await strategyBySlug(ctx, params["slug"] ?? "");
  const plan = await planById(ctx, strategy.planId);
  const order = (await planOutline(ctx, plan.id)).map(({ id }) => id);
  const indicators = (await planIndicators(ctx, plan.id)).filter(({ nodeId }) => order.includes(nodeId));
  return {
    strategy,
    goals,
    plan,
    measures: await listMeasures(ctx, plan),
    indicators: indicators.toSorted((one, other) => order.indexOf(one.nodeId) - order.indexOf(other.nodeId)),
    ...(await marksOf(ctx, strategy.id)),
  };
}

/** Which measures serve which goals, and which indicators are figures or KPI: two tables, saved each as a whole. */
export async function showMarks(visit: Visit): Promise<Response> {
  return marksPage(visit, await markingOf(visit));
}

function marksPage(visit: Visit, marking: Marking, refusal?: Refusal): Response {
  const { strategy, goals, measures } = marking;
  return page(
    <StaffPage visit={visit} title="施策と指標の印" crumbs={strategyCrumbs(strategy)} wide>
      {refusal && <RefusalNotice refusal={refusal} />}
      {goals.length === 0 || measures.length === 0 ? (
        <Empty title="まだ印を付けられません">
          <p>
            先に<a href={addressOf.goals(strategy.slug)}>基本目標</a>と、計画の施策を用意します。
          </p>
        </Empty>
      ) : (
        <>
          <MeasureMarks marking={marking} />
          <IndicatorMarks marking={marking} />
        </>
      )}
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

function MeasureMarks({ marking }: { readonly marking: Marking }): ReactNode {
  const { strategy, goals, measures, measureMarks, plan } = marking;
  const marked = new Set(measureMarks.map(markWord));
  return (
    <section aria-labelledby="measures">
      <h2 id="measures" className="text-[1.25rem]">
        施策
      </h2>
      <p className="prose mt-2">施策が受けもつ基本目標に印を付けます。いくつ付けても構いません。</p>
      <Form action={`${addressOf.marks(strategy.slug)}/measures`} className="mt-4">
        <input type="hidden" name="version" value={strategy.version} />
        <TableFrame label="施策と基本目標の表">
          <table className="table">
            <caption className="visually-hidden">施策と基本目標の表</caption>
            <thead>
              <tr>
                <th scope="col">施策</th>
                {goals.map(({ id, code, name }) => (
                  <th key={id} scope="col" className="min-w-32">
                    {code} {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {measures.map(({ id, code, title }) => (
                <tr key={id}>
                  <th scope="row" className="min-w-48">
                    <a href={`/staff/plans/${plan.slug}/nodes/${id}`}>{`${code} ${title}`.trim()}</a>
                  </th>
                  {goals.map((goal) => (
                    <td key={goal.id}>
                      <label className="choice !m-0">
                        <input
                          type="checkbox"
                          name="mark"
                          value={markWord({ nodeId: id, goalId: goal.id })}
                          defaultChecked={marked.has(markWord({ nodeId: id, goalId: goal.id }))}
                        />
                        <span className="visually-hidden">
                          {code} {title}：{goal.code} {goal.name}
                        </span>
                      </label>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
        <p className="actions mt-4">
          <button className="button">施策の印を保存する</button>
        </p>
      </Form>
    </section>
  );
}

function markWord({ nodeId, goalId }: MeasureMark): string {
  return `${nodeId} ${goalId}`;
}

function IndicatorMarks({ marking }: { readonly marking: Marking }): ReactNode {
  const { strategy, goals, indicators, indicatorMarks, plan } = marking;
  const chosen = new Map(indicatorMarks.map(({ indicatorId, goalId }) => [indicatorId, goalId ?? "kpi"]));
  return (
    <section aria-labelledby="indicators" className="mt-12">
      <h2 id="indicators" className="text-[1.25rem]">
        指標
      </h2>
      <p className="prose mt-2">
        基本目標の数値目標にする指標と、施策のKPIにする指標を選びます。目標値は計画の目標値です。総合戦略だけ違う目標値にするときは、
        <a href={`/staff/plans/${plan.slug}/target-sets/${strategy.targetSetId}`}>総合戦略の目標値</a>
        に入れます。
      </p>
      {indicators.length === 0 ? (
        <p className="mt-4">計画に指標がまだありません。</p>
      ) : (
        <Form action={`${addressOf.marks(strategy.slug)}/indicators`} className="mt-4">
          <input type="hidden" name="version" value={strategy.version} />
          <TableFrame label="指標の印の表">
            <table className="table">
              <caption className="visually-hidden">指標の印の表</caption>
              <thead>
                <tr>
                  <th scope="col">指標</th>
                  <th scope="col">総合戦略での使い方</th>
                </tr>
              </thead>
              <tbody>
                {indicators.map(({ id, code, name }) => (
                  <tr key={id}>
                    <th scope="row">
                      <a href={`/staff/plans/${plan.slug}/indicators/${id}`}>{`${code} ${name}`.trim()}</a>
                    </th>
                    <td>
                      <input type="hidden" name="indicator" value={id} />
                      <select
                        className="input"
                        name="use"
                        aria-label={`${code} ${name}の使い方`}
                        defaultValue={chosen.get(id) ?? ""}
                      >
                        <option value="">使わない</option>
                        <option value="kpi">施策のKPI</option>
                        {goals.map((goal) => (
                          <option key={goal.id} value={goal.id}>
                            {goal.code} {goal.name}の数値目標
                          </option>
                        ))}
                      </select>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
          <p className="actions mt-4">
            <button className="button">指標の印を保存する</button>
          </p>
        </Form>
      )}
    </section>
  );
}

/** The whole table of measures as it was sent. */
export async function saveMeasureMarks(visit: Visit): Promise<Response> {
  const marking = await markingOf(visit);
  const marks = texts(visit.form, "mark").map((word): MeasureMark => {
    const [nodeId = "", goalId = ""] = word.split(" ");
    return { nodeId, goalId };
  });
  const version = Number(text(visit.form, "version"));
  const saved = await markMeasures(visit.ctx, { id: marking.strategy.id, version, marks });
  if (!saved.ok) return marksPage(visit, marking, saved.refusal);
  return onwards(addressOf.marks(marking.strategy.slug), "saved");
}

/** The whole table of indicators as it was sent. */
export async function saveIndicatorMarks(visit: Visit): Promise<Response> {
  const marking = await markingOf(visit);
  const uses = texts(visit.form, "use");
  const marks = texts(visit.form, "indicator").flatMap((indicatorId, index): IndicatorMark[] => {
    const use = uses[index] ?? "";
    return use === "" ? [] : [{ indicatorId, goalId: use === "kpi" ? null : use }];
  });
  const version = Number(text(visit.form, "version"));
  const saved = await markIndicators(visit.ctx, { id: marking.strategy.id, version, marks });
  if (!saved.ok) return marksPage(visit, marking, saved.refusal);
  return onwards(`${addressOf.marks(marking.strategy.slug)}#indicators`, "saved");
}
