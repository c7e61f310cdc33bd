import { assert, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { notationOf, richOf } from "#kernel/rich-notation.ts";
import { normalised } from "#kernel/rich-text.ts";
import { anyRichText } from "../../../test/support/rich-text.ts";
import { changesOf, mergedText } from "./index.ts";

const rich = (lines: string) => richOf(lines).rich;
const told = (before: string, after: string, base?: string) =>
  changesOf({ before: rich(before), after: rich(after), ...(base !== undefined && { base: rich(base) }) }).map(
    (change) =>
      `${change.kind} ${change.place}：${change.before} → ${change.after}${change.origin === "file" ? "" : ` (${change.origin})`}`,
  );
const taking = (before: string, after: string, ...numbers: number[]) =>
  notationOf(mergedText({ before: rich(before), after: rich(after) }, ({ number }) => numbers.includes(number)));

const before =
  "人口が減っています。\n\n・避難所を増やす\n・備蓄を増やす\n\n表：人口\n|= 年 |= 人 |\n| 令和2年 | 60,298 |\n| 令和7年 | 58,000 |";
const after =
  "人口が大きく減っています。\n\n新しい段落を加えました。\n\n・避難所を増やす\n\n表：人口\n|= 年 |= 人 |\n| 令和2年 | 60,298 |\n| 令和7年 | 57,900 |";

describe("changes of a text that came back", () => {
  it("are a sentence, a paragraph, an item, a cell: each by itself", () => {
    expect(told(before, after)).toEqual([
      "changed 段落：人口が減っています。 → 人口が大きく減っています。",
      "added 段落： → 新しい段落を加えました。",
      "removed 箇条書きの項目：備蓄を増やす → ",
      "changed 表「人口」の3行目・2列目：58,000 → 57,900",
    ]);
  });

  it("are taken one by one", () => {
    const two = before
      .replace("減っています。", "減っています。\n\n新しい段落を加えました。")
      .replace("58,000", "57,900");
    expect(taking(before, after, 2, 4)).toBe(notationOf(rich(two)));
    expect(taking(before, after, 3)).toBe(notationOf(rich(before.replace("\n・備蓄を増やす", ""))));
  });

  it("tell a paragraph that moved once, and put it at its new place", () => {
    const [one, other] = [
      "はじめに述べること\n公園を整備します。\n終わりに述べること",
      "はじめに述べること\n終わりに述べること\n公園を整備します。",
    ];
    expect(told(one, other)).toHaveLength(1);
    expect(told(one, other)[0]).toContain("moved 段落");
    expect(taking(one, other, 1)).toBe(notationOf(rich(other)));
    expect(taking(one, other)).toBe(notationOf(rich(one)));
  });

  it("tell bold letters as another look", () => {
    expect(told("市の役割", "市の**役割**")).toEqual(["look 段落：市の役割 → 市の役割"]);
  });

  it("tell rows that came, and a table of another shape as one change", () => {
    const table = "|= 年 |= 人 |\n| 令和2年 | 3 |";
    expect(told(table, `${table}\n| 令和7年 | 4 |`)).toEqual(["added 表の3行目： → 令和7年｜4"]);
    expect(told(table, "|= 年 |= 人 |= 世帯 |\n| 令和2年 | 3 | 1 |")).toHaveLength(1);
  });

  it("tell what the manuscript moved and changed as its own, and number rows by the table that came back", () => {
    const [base, moved] = [
      "はじめに述べること\n公園を整備して、広場もつくります。\n終わりに述べること",
      "はじめに述べること\n終わりに述べること\n公園を整備して、緑の広場もつくります。",
    ];
    const kinds = changesOf({ before: rich(moved), after: rich(base), base: rich(base) });
    expect(kinds.map(({ kind, origin }) => [kind, origin])).toEqual([["moved", "manuscript"]]);
    const head = "|= 年 |= 人 |\n";
    const rows = `${head}| 平成27年 | 9 |\n| 令和2年 | 3 |\n| 令和7年 | 4 |`;
    expect(told(rows, `${head}| 令和2年 | 3 |\n| 令和7年 | 5 |`)).toEqual([
      "removed 表の2行目：平成27年｜9 → ",
      "changed 表の3行目・2列目：4 → 5",
    ]);
  });

  it("tell who made them since the file went out", () => {
    const base = "公園を整備します。\n避難所の備蓄を増やします。\n保育所の定員を見直します。";
    const copy =
      "公園と広場を整備します。\n避難所の備蓄を増やします。\n保育所の定員を毎年見直します。\n図書館を直します。";
    const file = "公園を整備します。\n避難所の備蓄を2倍に増やします。\n保育所の定員を見直し、公表します。";
    expect(told(copy, file, base)).toEqual([
      "changed 段落：公園と広場を整備します。 → 公園を整備します。 (manuscript)",
      "changed 段落：避難所の備蓄を増やします。 → 避難所の備蓄を2倍に増やします。",
      "changed 段落：保育所の定員を毎年見直します。 → 保育所の定員を見直し、公表します。 (both)",
      "removed 段落：図書館を直します。 →  (manuscript)",
    ]);
  });

  it("all taken give the other text, none taken the first", () => {
    assert(
      property(anyRichText, anyRichText, (one, other) => {
        expect(mergedText({ before: one, after: other }, () => true)).toEqual(normalised(other));
        expect(mergedText({ before: one, after: other }, () => false)).toEqual(normalised(one));
      }),
      { numRuns: 200 },
    );
  });
});
