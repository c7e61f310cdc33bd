import type { Refusal } from "#kernel/result.ts";

/** Data set (統計データ): what came from one source, with its items. */
export interface DataSet {
  readonly id: string;
  /** Its word in an address. */
  readonly code: string;
  readonly name: string;
  /** 出典. */
  readonly source: string;
  /** Where the source can be found, in words. */
  readonly sourceAddress: string;
  readonly licence: string;
  readonly note: string;
  readonly version: number;
}

/** Which way is better; an item without one is only ordered by size. */
export type Direction = "up" | "down";

/** Item (統計項目): one figure that is counted every so often for municipalities. */
export interface Item {
  readonly id: string;
  readonly dataSetId: string;
  /** Its word in an address; a source's own code where it has one. */
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly direction: Direction | null;
  readonly description: string;
  readonly position: number;
  /** Whether the next publication contains it. */
  readonly isPublic: boolean;
  readonly version: number;
}

/** What a person writes of a data set. */
export type DataSetWords = Pick<DataSet, "name" | "source" | "sourceAddress" | "licence" | "note">;

/** What a person writes of an item. */
export type ItemWords = Pick<Item, "name" | "unit" | "decimals" | "direction" | "description" | "isPublic">;

/** Why there is no number: 「－」 該当なし, 「X」 秘匿, 「…」 不詳. Neither 0 nor empty. */
export type Absence = "notApplicable" | "confidential" | "unknown";

/** The value of one municipality for one fiscal or calendar year, or why there is none. */
export interface StatisticValue {
  readonly code: string;
  readonly year: number;
  readonly value: number | null;
  readonly absence: Absence | null;
}

/** What is wrong with a data set's words: a figure without a source cannot be cited. */
export function dataSetFault({ name, source }: DataSetWords): Refusal | undefined {
  const fields = {
    ...(name.trim() === "" && { name: "データの名前を入れてください。" }),
    ...(source.trim() === "" && { source: "出典（作った機関と資料の名前）を入れてください。" }),
  };
  if (Object.keys(fields).length === 0) return undefined;
  return {
    code: "dataSet",
    message: "データの名前と出典は、必ず要ります。",
    remedy: "例：総務省「地方公共団体の主要財政指標一覧」",
    fields,
  };
}

/** What is wrong with an item's words. */
export function itemFault({ name, decimals }: ItemWords): Refusal | undefined {
  if (name.trim() === "") return fault("name", "項目の名前を入れてください。");
  const isPossible = Number.isInteger(decimals) && decimals >= 0 && decimals <= 4;
  return isPossible ? undefined : fault("decimals", "小数の桁数は、0から4までの数字で入れてください。");
}

function fault(field: string, message: string): Refusal {
  return { code: field, message, fields: { [field]: message } };
}
