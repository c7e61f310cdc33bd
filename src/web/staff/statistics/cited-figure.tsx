import type { ReactNode } from "react";
import { scopeLabel, type CitedStatistic } from "#domain/statistics/index.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { placeText, valueText } from "#web/ui/statistics/words.ts";
import { addressOf } from "./addresses.ts";

/** A cited statistic in a few lines: the newest value, the rank, what it is to say, the source. */
export function CitedFigure({
  cited: { item, dataSet, latest, scope, citation },
}: {
  readonly cited: CitedStatistic;
}): ReactNode {
  return (
    <>
      <p className="font-bold">
        <a href={addressOf.item(item.code)}>{item.name}</a>
      </p>
      {latest ? (
        <p>
          {fiscalYearLabel(latest.year)} <b>{valueText(latest.own, item.decimals)}</b>
          {latest.own?.value !== null && item.unit}
          {scope && latest.place && `　${scopeLabel(scope)}${placeText(latest.place)}`}
        </p>
      ) : (
        <p>本市の値はありません。</p>
      )}
      {citation.note !== "" && <p>{citation.note}</p>}
      <p className="text-[0.875rem] text-solid-gray-700">出典：{dataSet.source}</p>
    </>
  );
}
