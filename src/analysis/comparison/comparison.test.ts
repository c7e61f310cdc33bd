import { array, assert, constantFrom, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "./block.ts";
import { compareDocuments, type ComparisonRow, type RowSide } from "./comparison.ts";
import { withOmissions } from "./omission.ts";

/**
 * A document in lines: 「§a」 begins a section, 「# 」 a heading, 「・」 an item, 「| 」 a row with its cells between 「|」, all else is a
 * paragraph; a number stands before in brackets: 「[1-1] 」.
 */
function document(...lines: readonly string[]): Block[] {
  let section = "s";
  return lines.flatMap((line): Block[] => {
    if (line.startsWith("§")) {
      section = line.slice(1);
      return [];
    }
    const [, number = "", rest = ""] = /^(?:\[(.*?)\] )?(.*)$/u.exec(line) ?? [];
    if (rest.startsWith("# ")) return [{ section, kind: "heading", number, cells: [rest.slice(2)] }];
    if (rest.startsWith("・")) return [{ section, kind: "item", number, cells: [rest.slice(1)] }];
    if (rest.startsWith("| ")) return [{ section, kind: "row", number, cells: rest.slice(2).split(" | ") }];
    return [{ section, kind: "paragraph", number, cells: [rest] }];
  });
}

const signs = {
  same: "＝",
  changed: "変",
  notation: "表",
  renumbered: "番",
  added: "追",
  deleted: "削",
  split: "分",
  merged: "統",
} as const;

/** A row as one line: its sign, 「移」 where it moved, the old words ⇒ the new, removed words in 〔 〕, added ones in 【 】. */
function rowWords({ change, isMoved, old, fresh }: ComparisonRow): string {
  const sign = `${signs[change]}${isMoved ? "移" : ""} `;
  if (change === "same") return sign + words(fresh);
  return sign + [words(old), words(fresh)].filter((side) => side !== "").join(" ⇒ ");
}

function words(sides: readonly RowSide[]): string {
  return sides.map(({ block, cells }) => numbered(block, cells.map(marked).join(" | "))).join(" ／ ");
}

function numbered({ number }: Block, text: string): string {
  return number === "" ? text : `[${number}] ${text}`;
}

function marked(cell: RowSide["cells"][number]): string {
  const brackets = { same: ["", ""], removed: ["〔", "〕"], added: ["【", "】"] } as const;
  return cell.map(({ kind, text }) => brackets[kind].join(text)).join("");
}

function wholeOf({ cells }: RowSide): string {
  return cells.map((pieces) => pieces.map(({ text }) => text).join("")).join("|");
}

interface Case {
  readonly name: string;
  readonly old: readonly string[];
  readonly fresh: readonly string[];
  readonly rows: readonly string[];
}

const bus = "市内のバス路線を見直し、通院と買い物に使える便を増やします。";
const park = "身近な公園を、子どもと高齢者がともに過ごせる場所に整えます。";
const school = "学校と地域が力を合わせ、子どもの学びを支えます。";

/** Made by hand: what a clerk would write in a 新旧対照表 by hand for these texts. */
const cases: readonly Case[] = [
  { name: "nothing changed", old: [bus, park], fresh: [bus, park], rows: [`＝ ${bus}`, `＝ ${park}`] },
  {
    name: "a word replaced",
    old: ["公園を整備します。"],
    fresh: ["道路を整備します。"],
    rows: ["変 〔公園〕を整備します。 ⇒ 【道路】を整備します。"],
  },
  {
    name: "words put in",
    old: ["子育ての支援を進めます。"],
    fresh: ["子育ての支援を市民とともに進めます。"],
    rows: ["変 子育ての支援を進めます。 ⇒ 子育ての支援を【市民とともに】進めます。"],
  },
  {
    name: "words taken out",
    old: ["防災訓練を毎年すべての地区で行います。"],
    fresh: ["防災訓練をすべての地区で行います。"],
    rows: ["変 防災訓練を〔毎年〕すべての地区で行います。 ⇒ 防災訓練をすべての地区で行います。"],
  },
  {
    name: "a figure replaced is marked whole, not by its digits",
    old: ["参加した人の割合を18.5％にします。"],
    fresh: ["参加した人の割合を20％にします。"],
    rows: ["変 参加した人の割合を〔18.5〕％にします。 ⇒ 参加した人の割合を【20】％にします。"],
  },
  {
    name: "figures with separators",
    old: ["事業費は1,200千円です。"],
    fresh: ["事業費は1,250千円です。"],
    rows: ["変 事業費は〔1,200〕千円です。 ⇒ 事業費は【1,250】千円です。"],
  },
  {
    name: "full and half width are only notation",
    old: ["令和９年度までに１０か所"],
    fresh: ["令和9年度までに10か所"],
    rows: ["表 令和〔９〕年度までに〔１０〕か所 ⇒ 令和【9】年度までに【10】か所"],
  },
  {
    name: "commas of the old manner are only notation",
    old: ["道路，橋，公園を直します。"],
    fresh: ["道路、橋、公園を直します。"],
    rows: ["表 道路〔，〕橋〔，〕公園を直します。 ⇒ 道路【、】橋【、】公園を直します。"],
  },
  {
    name: "spaces are only notation",
    old: ["第1章　総論"],
    fresh: ["第1章 総論"],
    rows: ["表 第1章〔　〕総論 ⇒ 第1章【 】総論"],
  },
  { name: "a paragraph added at the end", old: [bus], fresh: [bus, park], rows: [`＝ ${bus}`, `追 【${park}】`] },
  { name: "a paragraph added at the beginning", old: [bus], fresh: [park, bus], rows: [`追 【${park}】`, `＝ ${bus}`] },
  {
    name: "a paragraph added between",
    old: [bus, school],
    fresh: [bus, park, school],
    rows: [`＝ ${bus}`, `追 【${park}】`, `＝ ${school}`],
  },
  {
    name: "a paragraph deleted stands behind what stood before it",
    old: [bus, park, school],
    fresh: [bus, school],
    rows: [`＝ ${bus}`, `削 〔${park}〕`, `＝ ${school}`],
  },
  { name: "everything deleted", old: [bus, park], fresh: [], rows: [`削 〔${bus}〕`, `削 〔${park}〕`] },
  { name: "everything new", old: [], fresh: [bus, park], rows: [`追 【${bus}】`, `追 【${park}】`] },
  {
    name: "another text in the same place is not the old one changed",
    old: [bus],
    fresh: [school],
    rows: [`削 〔${bus}〕`, `追 【${school}】`],
  },
  {
    name: "two paragraphs changed places",
    old: [bus, park, school],
    fresh: [school, bus, park],
    rows: [`＝移 ${school}`, `＝ ${bus}`, `＝ ${park}`],
  },
  {
    name: "a section that was given another name under its number keeps its heading",
    old: ["§a", "[1-3] # 交通安全", bus],
    fresh: ["§a", "[1-3] # 通学路を守る", bus],
    rows: ["変 [1-3] 〔交通安全〕 ⇒ [1-3] 【通学路を守る】", `＝ ${bus}`],
  },
  {
    name: "moved to another section",
    old: ["§a", "# 交通", bus, park, "§b", "# 公園", school],
    fresh: ["§a", "# 交通", bus, "§b", "# 公園", school, park],
    rows: ["＝ 交通", `＝ ${bus}`, "＝ 公園", `＝ ${school}`, `＝移 ${park}`],
  },
  {
    name: "moved and changed",
    old: ["§a", bus, park, "§b", school],
    fresh: ["§a", bus, "§b", school, park.replace("子ども", "若者")],
    rows: [
      `＝ ${bus}`,
      `＝ ${school}`,
      "変移 身近な公園を、〔子ども〕と高齢者がともに過ごせる場所に整えます。 ⇒ 身近な公園を、【若者】と高齢者がともに過ごせる場所に整えます。",
    ],
  },
  {
    name: "a whole section moved",
    old: ["§a", "# 交通", bus, "§b", "# 公園", park, "§c", "# 学校", school],
    fresh: ["§c", "# 学校", school, "§a", "# 交通", bus, "§b", "# 公園", park],
    rows: ["＝移 学校", `＝移 ${school}`, "＝ 交通", `＝ ${bus}`, "＝ 公園", `＝ ${park}`],
  },
  {
    name: "short words that came back elsewhere are not moved",
    old: ["§a", "・市民", bus, "§b", park],
    fresh: ["§a", bus, "§b", park, "・市民"],
    rows: ["削 〔市民〕", `＝ ${bus}`, `＝ ${park}`, "追 【市民】"],
  },
  {
    name: "only renumbered",
    old: ["[1-1] # 防災", "[1-2] # 交通"],
    fresh: ["[1-2] # 防災", "[1-3] # 交通"],
    rows: ["番 [1-1] 防災 ⇒ [1-2] 防災", "番 [1-2] 交通 ⇒ [1-3] 交通"],
  },
  {
    name: "an item put in renumbers those behind it",
    old: ["[ア] ・歩道を広げる。", "[イ] ・街灯を増やす。"],
    fresh: ["[ア] ・歩道を広げる。", "[イ] ・踏切を直す。", "[ウ] ・街灯を増やす。"],
    rows: ["＝ [ア] 歩道を広げる。", "追 [イ] 【踏切を直す。】", "番 [イ] 街灯を増やす。 ⇒ [ウ] 街灯を増やす。"],
  },
  {
    name: "a heading reworded",
    old: ["# 現状と課題", bus],
    fresh: ["# 現状とこれからの課題", bus],
    rows: ["変 現状と課題 ⇒ 現状と【これからの】課題", `＝ ${bus}`],
  },
  {
    name: "a paragraph split in two",
    old: [bus + park],
    fresh: [bus, park],
    rows: [`分 ${bus}${park} ⇒ ${bus} ／ ${park}`],
  },
  {
    name: "split and reworded",
    old: [bus + park],
    fresh: [bus, park.replace("整えます", "変えます")],
    rows: [
      `分 ${bus}身近な公園を、子どもと高齢者がともに過ごせる場所に〔整〕えます。 ⇒ ${bus} ／ 身近な公園を、子どもと高齢者がともに過ごせる場所に【変】えます。`,
    ],
  },
  {
    name: "two paragraphs merged",
    old: [bus, park],
    fresh: [bus + park],
    rows: [`統 ${bus} ／ ${park} ⇒ ${bus}${park}`],
  },
  {
    name: "a cell of a table",
    old: ["| 防災訓練に参加した人 | ％ | 18.5 | 25"],
    fresh: ["| 防災訓練に参加した人 | ％ | 18.5 | 30"],
    rows: ["変 防災訓練に参加した人 | ％ | 18.5 | 〔25〕 ⇒ 防災訓練に参加した人 | ％ | 18.5 | 【30】"],
  },
  {
    name: "a row of a table with all values replaced is still its row",
    old: ["| 出生数 | 412 | 430"],
    fresh: ["| 出生数 | 389 | 500"],
    rows: ["変 出生数 | 〔412〕 | 〔430〕 ⇒ 出生数 | 【389】 | 【500】"],
  },
  {
    name: "a row put in a table",
    old: ["| 出生数 | 412", "| 転入者 | 1,020"],
    fresh: ["| 出生数 | 412", "| 転出者 | 980", "| 転入者 | 1,020"],
    rows: ["＝ 出生数 | 412", "追 【転出者】 | 【980】", "＝ 転入者 | 1,020"],
  },
  {
    name: "a column put in a table",
    old: ["| 出生数 | 412"],
    fresh: ["| 出生数 | 412 | 430"],
    rows: ["変 出生数 | 412 ⇒ 出生数 | 412 | 【430】"],
  },
  {
    name: "a section added and one deleted",
    old: ["§a", "# 交通", bus, "§b", "# 公園", park],
    fresh: ["§a", "# 交通", bus, "§c", "# 学校", school],
    rows: ["＝ 交通", `＝ ${bus}`, "削 〔公園〕", `削 〔${park}〕`, "追 【学校】", `追 【${school}】`],
  },
  {
    name: "a paragraph that became an item is another one",
    old: [bus],
    fresh: [`・${bus}`],
    rows: [`削 〔${bus}〕`, `追 【${bus}】`],
  },
];

describe("the comparison of two documents", () => {
  it.each(cases)("$name", ({ old, fresh, rows }) => {
    expect(compareDocuments(document(...old), document(...fresh)).map(rowWords)).toEqual(rows);
  });

  it("tells each block of either document once, with its words whole, whatever they are", () => {
    const block = record({
      section: constantFrom("a", "b"),
      kind: constantFrom("paragraph" as const, "item" as const),
      number: constantFrom("", "1"),
      cells: array(constantFrom(bus, park, school, bus + park, "市民"), { minLength: 1, maxLength: 1 }),
    });
    assert(
      property(array(block, { maxLength: 8 }), array(block, { maxLength: 8 }), (old, fresh) => {
        const rows = compareDocuments(old, fresh);
        const told = (side: "old" | "fresh") => rows.flatMap((row) => row[side].map(wholeOf)).toSorted();
        expect(told("old")).toEqual(old.map(({ cells }) => cells.join("|")).toSorted());
        expect(told("fresh")).toEqual(fresh.map(({ cells }) => cells.join("|")).toSorted());
        expect(rows.flatMap((row) => row.fresh.map(({ block: own }) => own))).toEqual(fresh); // in the order of the new
      }),
    );
  });

  it("leaves out what stayed, and keeps the heading above what changed", () => {
    const old = document("§a", "# 交通", bus, "§b", "# 公園", park, school);
    const fresh = document("§a", "# 交通", bus, "§b", "# 公園", park.replace("子ども", "若者"), school);
    const rows = withOmissions(compareDocuments(old, fresh));
    expect(rows.map((row) => ("omitted" in row ? `略${row.omitted}` : row.change))).toEqual([
      "略2",
      "same",
      "changed",
      "略1",
    ]);
  });
});
