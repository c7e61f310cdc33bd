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
      {latest ? <Latest indicator={indicator} judgement={latest} /> : <p>{reasonOf(judged[0])}</p>}
      <p className="mt-4">
        計算方法：{methods[method].number} {methods[method].name}
        <br />
        {methods[method].formula}
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

/** Why there is no attainment yet. */
function reasonOf(judgement: Judgement | undefined): string {
  return judgement?.attainment.kind === "unknown"
    ? unknownReasonLabels[judgement.attainment.reason]
    : "基準の年度より後の実績値が、まだありません。";
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
  return (
    <>
      <p className="lead">
        {fiscalYearWithBoth(year)}：<b>{rate === met ? met : `${rate}（${met}）`}</b>
      </p>
      <p className="mt-2">計算：{working(judgement)}</p>
      {progress && (
        <p className="mt-2">
          基準値から見ると（M3 基準値比の進捗率）：<b>{attainmentText(progress)}</b>
          。目標値に対する割合だけでは、基準値からの動きが見えないため、並べて示します。
        </p>
      )}
      <table className="table table-small mt-4">
        <caption className="visually-hidden">計算に使った値</caption>
        <tbody>
          <Input name="実績値" year={year} value={written(indicator, reading.actual)} />
          <Input name="目標値" year={targetYear} value={written(indicator, reading.target)} />
          <Input name="目標の上限" year={targetYear} value={written(indicator, reading.upperTarget)} />
          <Input name="基準値" year={indicator.baseline.year} value={written(indicator, reading.baseline)} />
          <Input name="すう勢値（何もしない場合の値）" year={targetYear} value={written(indicator, reading.trend)} />
        </tbody>
      </table>
    </>
  );
}

interface InputProps {
  readonly name: string;
  readonly year: number | null;
  readonly value: string | null;
}

/** One number that went into the computation; none where the method had no such number. */
function Input({ name, year, value }: InputProps): ReactNode {
  if (value === null) return null;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{year === null ? "" : fiscalYearWithBoth(year)}</td>
      <td className="number">{value}</td>
    </tr>
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
