import { describe, expect, it } from "vitest";
import { mihonSnapshot } from "../../../../test/support/snapshot.ts";
import { richTextOf } from "#kernel/rich-text.ts";
import type { Block, Paper } from "../../paper/paper.ts";
import { pdfOf } from "../../paper/pdf.ts";
import type { PlanEdition } from "../edition.ts";
import { planPaper } from "../plan-paper.ts";
import { errataPaper } from "./errata-paper.ts";

const snapshot = mihonSnapshot();
const [one, other] = snapshot.nodes.filter(({ fields }) => fields["vision"] !== undefined);
if (!one || !other) throw new Error("the sample has too few measures");
const vision = richTextOf("市民の参化を進めます。");
const nodes = snapshot.nodes.map((node) =>
  node === one || node === other ? { ...node, fields: { ...node.fields, vision } } : node,
);

function edition(place: string): PlanEdition {
  const told = { wrong: "参化", corrected: "参加", reason: "誤字", addedOn: "2026-12-01" };
  return {
    city: "みほん市",
    standing: "official",
    version: "策定版　第3版",
    isUndecided: false,
    day: "2026-11-29",
    division: { name: "企画課", contact: "" },
    hash: "ab".repeat(32),
    snapshot: { ...snapshot, nodes },
    strategies: [],
    errata: [{ place, ...told }],
  };
}

function holds(block: Block): boolean {
  return JSON.stringify(block).includes("［正誤1］");
}

/** The names of the measures on whose pages a mark stands. */
function marked({ parts }: Paper): string[] {
  return parts
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === "spread" && holds(block) ? [block.heading.text] : []));
}

describe("the typing errors of a version on its paper (正誤表)", () => {
  it("stand in front with wrong and right words, and are marked where their place says", () => {
    const paper = planPaper(edition(`${one.title} 目指す姿`));
    const [first] = paper.parts;
    expect(first?.title).toBe("正誤表");
    const table = first?.blocks.find(({ kind }) => kind === "table");
    const cells = table?.kind === "table" ? table.rows.map((row) => row.map(([run]) => run?.text)) : [];
    expect(cells).toEqual([["正誤1", `${one.title} 目指す姿`, "参化", "参加", "誤字", "令和8年12月1日"]]);
    expect(marked(paper)).toEqual([one.title]);
  });

  it("are marked wherever the words stand when no place is told, and leave a paper without errata as it was", () => {
    expect(marked(planPaper(edition("")))).toEqual([one.title, other.title]);
    const { errata: _, ...clean } = edition("");
    expect(planPaper(clean).parts[0]?.title).toBe("計画のあらまし");
    expect(marked(planPaper(clean))).toEqual([]);
  });

  it("are a sheet of their own too, and every link of a mark has its heading", async () => {
    const sheet = errataPaper(edition(""));
    expect(JSON.stringify(sheet.parts)).toContain("参加");
    expect((await pdfOf(sheet)).pages).toBe(1);
    expect((await pdfOf(planPaper(edition("")))).missingSigns).toBe("");
  }, 60_000);
});
