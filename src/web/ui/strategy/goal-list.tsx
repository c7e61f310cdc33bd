import type { ReactNode } from "react";
import type { StrategyGoalSnapshot, StrategyIndicatorSnapshot } from "#domain/strategy/published.ts";
import { TableFrame } from "#web/ui/parts.tsx";
import { actualWords, baselineWords, targetWords } from "#export/strategy-words.ts";

interface GoalListProps {
  readonly goals: readonly StrategyGoalSnapshot[];
  /** Where a measure's page is, on the site that shows this. */
  readonly measureHref: (measure: { readonly id: string; readonly code: string }) => string;
}

/** Basic goals (基本目標) with their figures (数値目標), apart from the measures with their KPI. */
export function GoalList({ goals, measureHref }: GoalListProps): ReactNode {
  return goals.map((goal) => (
    <section key={goal.id} className="mt-10" aria-labelledby={`goal-${goal.id}`}>
      <h2 id={`goal-${goal.id}`} className="text-[1.375rem]">
        基本目標{goal.code}　{goal.name}
      </h2>
      {goal.frameGoals.length > 0 && <p className="mt-1">対応する国の基本目標：{goal.frameGoals.join("、")}</p>}
      {goal.description !== "" && <p className="prose mt-2">{goal.description}</p>}
      <h3 className="mt-5 mb-2 text-[1.0625rem]">数値目標</h3>
      {goal.figures.length === 0 ? (
        <p>−</p>
      ) : (
        <IndicatorTable indicators={goal.figures} label={`${goal.name}の数値目標`} />
      )}
      <h3 className="mt-5 mb-2 text-[1.0625rem]">施策とKPI（重要業績評価指標）</h3>
      {goal.measures.length === 0 && <p>−</p>}
      <ul className="list-plain">
        {goal.measures.map((measure) => (
          <li key={measure.id} className="mt-4">
            <p>
              <a href={measureHref(measure)} className="font-bold">
                {measure.code} {measure.title}
              </a>
              {measure.division !== "" && `　${measure.division}`}
            </p>
            {measure.kpis.length > 0 && (
              <IndicatorTable indicators={measure.kpis} label={`${measure.code} ${measure.title}のKPI`} />
            )}
          </li>
        ))}
      </ul>
    </section>
  ));
}

function IndicatorTable({
  indicators,
  label,
}: {
  readonly indicators: readonly StrategyIndicatorSnapshot[];
  readonly label: string;
}): ReactNode {
  return (
    <TableFrame label={label}>
      <table className="table">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">指標</th>
            <th scope="col">基準値</th>
            <th scope="col">目標値</th>
            <th scope="col">最新の実績値</th>
          </tr>
        </thead>
        <tbody>
          {indicators.map((indicator) => (
            <tr key={indicator.id}>
              <th scope="row" className="min-w-48">
                {indicator.name}
              </th>
              <td className="whitespace-nowrap">{baselineWords(indicator)}</td>
              <td className="whitespace-nowrap">{targetWords(indicator)}</td>
              <td className="whitespace-nowrap">{actualWords(indicator)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
