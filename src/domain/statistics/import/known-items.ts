import type { DataSetWords, Direction } from "../item.ts";

/** What the house knows of an item by its usual name. */
export interface KnownItem {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly direction: Direction | null;
}

/**
 * The five indices of 総務省「地方公共団体の主要財政指標一覧」. A high 財政力指数 means more revenue of one's own; the ratios of 経常収支,
 * 実質公債費 and 将来負担 bind the budget the more, the higher they are (地方公共団体の財政の健全化に関する法律). ラスパイレス指数 compares
 * salaries with the state's (100): neither way is better.
 */
export const fiscalIndices: readonly KnownItem[] = [
  { code: "fiscal-strength", name: "財政力指数", unit: "", decimals: 2, direction: "up" },
  { code: "current-balance", name: "経常収支比率", unit: "％", decimals: 1, direction: "down" },
  { code: "debt-service", name: "実質公債費比率", unit: "％", decimals: 1, direction: "down" },
  { code: "future-burden", name: "将来負担比率", unit: "％", decimals: 1, direction: "down" },
  { code: "laspeyres", name: "ラスパイレス指数", unit: "", decimals: 1, direction: null },
];

/** A known item by a column's head, however it is spaced or broken into lines. */
export function knownItem(head: string): KnownItem | undefined {
  const name = head.normalize("NFKC").replace(/\s|\([^)]*\)/gu, "");
  return fiscalIndices.find((each) => each.name === name);
}

/** Data sets that are recognised by their form; their yearly successors go to the same set. */
export const knownDataSets = {
  ssdse: {
    code: "ssdse-a",
    name: "SSDSE-A（市区町村別の基本データ）",
    source: "独立行政法人統計センター「教育用標準データセット（SSDSE）」",
    sourceAddress: "統計センターのウェブサイト「SSDSE（教育用標準データセット）」",
    licence: "出典を記して利用（統計センターの利用規約による）",
    note: "",
  },
  fiscal: {
    code: "fiscal-indices",
    name: "主要財政指標",
    source: "総務省「地方公共団体の主要財政指標一覧」",
    sourceAddress: "総務省のウェブサイト「地方財政状況調査関係資料」",
    licence: "CC BY 4.0（政府標準利用規約 第2.0版）",
    note: "",
  },
} as const satisfies Readonly<Record<string, DataSetWords & { readonly code: string }>>;
