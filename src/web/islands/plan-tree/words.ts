import type { Act, TreeRow } from "./protocol.ts";
import { labelOf, rootKey, type TreeState } from "./tree-state.ts";

/** 「防災【減災】」: the name as it is read and typed, the keyword (キーワード) in its brackets. */
export function nameOf(row: Pick<TreeRow, "title" | "keyword">): string {
  return row.keyword === "" ? row.title : `${row.title}【${row.keyword}】`;
}

/** What an act did, said aloud after it was saved. */
export function saidAfter(state: TreeState, act: Act, id: string | null): string {
  const row = id === null ? undefined : state.rows.get(id);
  const label = row ? `「${labelOf(row)}」` : "";
  if (act.kind === "additions") return `${label}を追加しました。${standing(state, id)}`;
  if (act.kind === "renamings") return `名前を${label}にしました。`;
  if (act.kind === "moves") return `${label}を移しました。${standing(state, id)}`;
  return act.kind === "undoings" ? "直前の操作を元に戻しました。" : "削除しました。";
}

/** 「「安全」の中の3件中2番目です。」 */
function standing(state: TreeState, id: string | null): string {
  if (id === null) return "";
  const parent = state.rows.get(id)?.parentId ?? null;
  const siblings = state.branches.get(parent ?? rootKey) ?? [];
  const above = parent === null ? undefined : state.rows.get(parent);
  return `${above ? `「${labelOf(above)}」の中の` : "いちばん上の階層の"}${siblings.length}件中${siblings.indexOf(id) + 1}番目です。`;
}

/** Short words for what a page of a measure lacks: two names, then how many more. */
export function missingWords(missing: readonly string[]): string {
  const rest = missing.length - 2;
  return missing.slice(0, 2).join("・") + (rest > 0 ? ` ほか${rest}` : "");
}

export const words = {
  mayNotShape: "施策体系を変える権限がありません。",
  noDeeper: "この計画には、これより下の階層がありません。",
  noDrop: "そこへは移せません。",
  nothingFound: "見つかりませんでした。ほかの言葉でお試しください。",
} as const;
