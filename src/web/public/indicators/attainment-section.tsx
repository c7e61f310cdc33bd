import type { ReactNode } from "react";
import {
  attainmentText,
  judgements,
  methods,
  metText,
  unknownReasonLabels,
  working,
  type IndicatorSnapshot,
  type Judgement,
  type PlanSnapshot,
} from "#domain/plan/published.ts";
import { fiscalYearWithBoth } from "#kernel/fiscal-year.ts";
import { valueText } from "./readings.ts";

interface AttainmentProps {
  readonly indicator: IndicatorSnapshot;
  readonly plan: PlanSnapshot["plan"];
}

/** How far the indicator came by its named method, year by year, and how each number is computed. */
export function AttainmentSection({ indicator, plan }: AttainmentProps): ReactNode {
  const { method } = indicator;
  if (method === null) return <p>この指標の達成度の計算方法は、まだ示されていません。</p>;
  const judged = judgements(indicator, plan.startYear);
  const latest = judged.find(({ attainment }) => attainment.kind === "known");
  return (
    <>
      {latest ? <Latest indicator={indicator} judgement={latest} /> : <p>{unknownReasonLabels[reasonOf(judged[0])]}</p>}
      <p>
        計算方法：{methods[method].number} {methods[method].name}　<span>{methods[method].formula}</span>
      </p>
      <p className="chart-caption">達成・未達成は、丸める前の値で決めています。「−」を0とはみなしません。</p>
      {judged.length > 1 && (
        <details className="fold">
          <summary>年度ごとの達成度と計算</summary>
          <YearTable indicator={indicator} judged={judged} />
        </details>
      )}
    </>
  );
}

function reasonOf(judgement: Judgement | undefined) {
  return judgement?.attainment.kind === "unknown" ? judgement.attainment.reason : "noActual";
}

interface LatestProps {
  readonly indicator: IndicatorSnapshot;
  readonly judgement: Judgement;
}

/** The latest year that could be judged, with the numbers it was computed from. */
function Latest({ indicator, judgement }: LatestProps): ReactNode {
  const { year, attainment, progress, reading, targetYear } = judgement;
  const rate = attainmentText(attainment);
  const met = metText(attainment);
  const inputs: (readonly [string, string | null])[] = [
    [`実績値（${fiscalYearWithBoth(year)}）`, written(indicator, reading.actual)],
    [`目標値${targetYear === null ? "" : `（${fiscalYearWithBoth(targetYear)}）`}`, written(indicator, reading.target)],
    ["目標の上限", written(indicator, reading.upperTarget)],
    [
      `基準値${indicator.baseline.year === null ? "" : `（${fiscalYearWithBoth(indicator.baseline.year)}）`}`,
      written(indicator, reading.baseline),
    ],
    ["すう勢値（何もしない場合の値）", written(indicator, reading.trend)],
  ];
  return (
    <>
      <p className="lead">
        {fiscalYearWithBoth(year)}：<b>{rate === met ? met : `${rate}（${met}）`}</b>
      </p>
      <dl className="meaning">
        <div>
          <dt>計算</dt>
          <dd>{working(judgement)}</dd>
        </div>
        {inputs.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
        {progress && (
          <div>
            <dt>基準値から見ると</dt>
            <dd>
              M3 基準値比の進捗率は{attainmentText(progress)}
              です。目標値に対する割合だけでは、基準値からの動きが見えないため、並べて示します。
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}

function written(indicator: IndicatorSnapshot, value: number | null): string | null {
  return value === null ? null : valueText(indicator, value);
}

function YearTable({
  indicator,
  judged,
}: {
  readonly indicator: IndicatorSnapshot;
  readonly judged: readonly Judgement[];
}): ReactNode {
  return (
    <div className="table-frame" role="region" aria-label="年度ごとの達成度" tabIndex={0}>
      <table className="table table-small">
        <caption className="visually-hidden">{indicator.name}の年度ごとの達成度</caption>
        <thead>
          <tr>
            <th scope="col">年度</th>
            <th scope="col" className="number">
              実績
            </th>
            <th scope="col" className="number">
              達成度
            </th>
            <th scope="col">計算</th>
          </tr>
        </thead>
        <tbody>
          {judged.map((judgement) => (
            <tr key={judgement.year}>
              <th scope="row">{fiscalYearWithBoth(judgement.year)}</th>
              <td className="number">{written(indicator, judgement.reading.actual) ?? "−"}</td>
              <td className="number">{attainmentText(judgement.attainment)}</td>
              <td>
                {judgement.attainment.kind === "unknown"
                  ? unknownReasonLabels[judgement.attainment.reason]
                  : working(judgement)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
