import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import type { GridState } from "./grid-state.ts";
import type { Place } from "./model.ts";

/** 「1-1-1-1 訓練の参加率・令和9年度」. */
export function placeWords({ model }: GridState, place: Place): string {
  const { row, year } = model.at(place);
  return `${row.code} ${row.name}・${fiscalYearLabel(year)}`;
}

/** A value as a cell of a list: 「空欄」 where there is none. */
export function textWords(text: string): string {
  return text === "" ? "空欄" : text;
}
