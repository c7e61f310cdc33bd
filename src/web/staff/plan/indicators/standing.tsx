import type { ReactNode } from "react";
import {
  actualStateLabels,
  attainmentText,
  indicatorFaultLabels,
  indicatorGaps,
  judgements,
  methods,
  metText,
  unknownReasonLabels,
  working,
  type Judgement,
  type StoredIndicator,
} from "#domain/plan/index.ts";
import { figure } from "#kernel/figures.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { Badge, TableFrame } from "#web/ui/parts.tsx";
import { methodLabels } from "../indicator-words.ts";

interface StandingProps {
  readonly indicator: StoredIndicator;
  readonly startYear: number;
}

/** How far each year came by the indicator's method, where each number comes from, and what the entry still lacks. */
export function Standing({ indicator, startYear }: StandingProps): ReactNode {
  const judged = judgements(indicator, startYear);
  const gaps = indicatorGaps(indicator);
  const hasProgress = judged.some(({ progress }) => progress !== null);
  return (
    <section className="card mb-6" aria-labelledby="standing">
      <h2 id="standing" className="mb-3 text-[1.25rem]">
        達成の状況
      </h2>
      {gaps.length > 0 && (
        <p className="mt-2 flex flex-wrap gap-2">
          {gaps.map((gap) => (
            <Badge key={gap} tone="caution">
              {indicatorFaultLabels[gap]}
            </Badge>
          ))}
        </p>
      )}
      {indicator.method === null && <p className="mt-2">計算方法を選ぶと、年度ごとの達成度が出ます。</p>}
      {indicator.method !== null && judged.length === 0 && (
        <p className="mt-2">基準の年度より後の実績値が、まだありません。</p>
      )}
      {judged.length > 0 && (
        <TableFrame label="年度ごとの達成度">
          <table className="table">
            <caption>
              {indicator.method !== null && methodLabels[indicator.method]}
              による達成度。達成・未達成は、丸める前の値で決めています。
            </caption>
            <thead>
              <tr>
                <th scope="col">年度</th>
                <th scope="col" className="text-right">
                  実績値
                </th>
                <th scope="col" className="text-right">
                  達成度
                </th>
                <th scope="col">目標に</th>
                {hasProgress && (
                  <th scope="col" className="text-right">
                    M3 基準値比
                  </th>
                )}
                <th scope="col">この数字の出どころ</th>
              </tr>
            </thead>
            <tbody>
              {judged.map((judgement) => (
                <StandingRow key={judgement.year} {...{ indicator, judgement, hasProgress }} />
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </section>
  );
}

interface RowProps {
  readonly indicator: StoredIndicator;
  readonly judgement: Judgement;
  readonly hasProgress: boolean;
}

function StandingRow({ indicator, judgement, hasProgress }: RowProps): ReactNode {
  const { year, attainment, progress } = judgement;
  const { actual } = judgement.reading;
  const isDraft = indicator.actuals.some((each) => each.year === year && each.state === "draft");
  return (
    <tr>
      <th scope="row" className="whitespace-nowrap">
        {fiscalYearLabel(year)}
        {isDraft && `（${actualStateLabels.draft}）`}
      </th>
      <td className="text-right whitespace-nowrap">
        {actual === null ? "−" : `${figure(actual, indicator.decimals)}${indicator.unit}`}
      </td>
      <td className="text-right whitespace-nowrap">{attainmentText(attainment)}</td>
      <td className="whitespace-nowrap">{metText(attainment)}</td>
      {hasProgress && <td className="text-right whitespace-nowrap">{progress ? attainmentText(progress) : "−"}</td>}
      <td>
        <Why indicator={indicator} judgement={judgement} />
      </td>
    </tr>
  );
}

/** The formula, the formula with its numbers, and where each number is kept. */
function Why({ indicator, judgement }: Pick<RowProps, "indicator" | "judgement">): ReactNode {
  const { attainment, method, targetYear, reading } = judgement;
  if (attainment.kind === "unknown") return unknownReasonLabels[attainment.reason];
  const say = (value: number | null) =>
    value === null ? "−" : `${figure(value, indicator.decimals)}${indicator.unit}`;
  return (
    <details>
      <summary>{working(judgement)}</summary>
      <dl className="mt-2">
        <dt className="font-bold">式</dt>
        <dd>{methods[method].formula}</dd>
        {reading.target !== null && targetYear !== null && (
          <>
            <dt className="font-bold">目標値</dt>
            <dd>
              {fiscalYearLabel(targetYear)}　{say(reading.target)}
              {reading.upperTarget !== null && `〜${say(reading.upperTarget)}`}
            </dd>
          </>
        )}
        {reading.baseline !== null && (
          <>
            <dt className="font-bold">基準値</dt>
            <dd>
              {indicator.baseline.year !== null && fiscalYearLabel(indicator.baseline.year)}　{say(reading.baseline)}
            </dd>
          </>
        )}
        {indicator.source !== "" && (
          <>
            <dt className="font-bold">出典</dt>
            <dd>{indicator.source}</dd>
          </>
        )}
      </dl>
    </details>
  );
}
