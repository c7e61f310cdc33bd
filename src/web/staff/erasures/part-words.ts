import type { KeptPart } from "#domain/plan/index.ts";
import { momentWords } from "#domain/identity/index.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";

/** 「第3版」, 「元のファイル」, 「定義 第2版」, 「令和8年度の実績値の変更」, 「削除の理由」: a part without the words in it. */
function partName({ key, year }: Pick<KeptPart, "key" | "year">): string {
  const [kind = "", number = ""] = key.split(":");
  if (kind === "file") return "元のファイルと、読み取った表";
  if (kind === "definition") return `定義 第${number}版`;
  if (kind === "removal") return "削除の理由";
  if (kind === "copies") return "控えの文章と、終わった貸出の写し（すべて）";
  if (kind === "remark") return "意見・修正案";
  if (year === null) return `第${key}版`;
  return `${fiscalYearLabel(year)}の${kind === "actual" ? "実績値" : "目標値"}の変更`;
}

/** The part with when and by whom it was saved. */
export function partLine(part: KeptPart, names: ReadonlyMap<string, string>): string {
  if (part.key === "copies") return `${partName(part)}　最後は${momentWords(part.savedAt)}`;
  return `${partName(part)}　${momentWords(part.savedAt)}　${names.get(part.savedBy ?? "") ?? "システム"}`;
}

/** The parts of an erasure in one line; ids of changes say nothing to a person, so those are counted. */
export function partsWords(keys: readonly string[]): string {
  const counted = (kind: RegExp) => keys.filter((key) => kind.test(key)).length;
  const [changes, remarks] = [counted(/^(?:actual|target):/), counted(/^remark:/)];
  const named = keys.filter((key) => !/^(?:actual|target|remark):/.test(key));
  return [
    ...new Set(named.map((key) => partName({ key, year: null }))),
    ...(changes > 0 ? [`値の変更${changes}件`] : []),
    ...(remarks > 0 ? [`意見・修正案${remarks}件`] : []),
  ].join("、");
}
