import { unzipSync } from "fflate";
import { describe, expect, it, vi } from "vitest";
import { mihonSnapshot } from "../../../test/support/snapshot.ts";
import { strategyEditionOf } from "../../../test/support/strategy-edition.ts";
import { write, type Writing, type Written } from "../paper-writer.ts";
import { written } from "../written.ts";
import { pdfOf } from "../paper/pdf.ts";
import type { Block, Paper } from "../paper/paper.ts";
import { wordOf } from "../paper/word/index.ts";
import { pageNumbersOfAllText } from "../paper/word/page-numbers.ts";
import { planWorkbook } from "../plan-workbook/index.ts";
import type { PlanEdition } from "./edition.ts";
import { planPaper } from "./plan-paper.ts";

function editionOf(changes: Partial<PlanEdition> = {}): PlanEdition {
  return {
    city: "みほん市",
    standing: "sample",
    version: "令和9年3月策定版",
    isUndecided: false,
    day: "2027-03-26",
    division: { name: "企画課", contact: "電話 0000-12-3101" },
    hash: "ab".repeat(32),
    snapshot: mihonSnapshot(),
    strategies: [],
    ...changes,
  };
}

function withTitle(title: string): PlanEdition {
  const snapshot = mihonSnapshot();
  return editionOf({ snapshot: { ...snapshot, nodes: snapshot.nodes.map((node) => ({ ...node, title })) } });
}

/** Levels of all headings in reading order, spreads and openings among them. */
function levelsOf(paper: Paper): number[] {
  const inside = (block: Block): number[] => {
    if (block.kind === "heading") return [block.level];
    if (block.kind === "opening") return [block.heading.level, ...block.right.flatMap(inside)];
    if (block.kind === "columns") return block.columns.map(() => block.level);
    if (block.kind !== "spread") return [];
    const trail = block.trail.flatMap(({ level }) => level ?? []);
    return [...trail, block.heading.level, ...[...block.left, ...block.right].flatMap(inside)];
  };
  return paper.parts.flatMap((part) => [1, ...part.blocks.flatMap(inside)]);
}

/** Writes with the machine's clock set to a moment. */
async function writtenOn(moment: string, writing: Writing): Promise<Written> {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(moment) });
  try {
    return await written(writing);
  } finally {
    vi.useRealTimers();
  }
}

function wordText(bytes: Uint8Array): string {
  return Buffer.from(unzipSync(bytes)["word/document.xml"] ?? []).toString("utf8");
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

describe("a plan on paper", () => {
  it("never skips a level of headings, so that a screen reader's list of them holds", () => {
    const levels = levelsOf(planPaper(editionOf()));
    const skips = levels.filter((level, index) => level - (levels[index - 1] ?? 0) > 1);
    expect(levels.length).toBeGreaterThan(10);
    expect(skips).toEqual([]);
  });

  it("is stamped by what it is: a sample, a draft, public facts only", () => {
    expect(planPaper(editionOf()).marks).toEqual(["見本"]);
    expect(planPaper(editionOf({ standing: "official", isUndecided: true })).marks).toEqual(["未確定"]);
    expect(planPaper(editionOf({ standing: "official" })).marks).toEqual([]);
    expect(planPaper(editionOf({ standing: "unofficial" })).marks).toEqual(["非公式"]);
  });

  it("leaves out parts that the plan has nothing for", () => {
    const empty = { ...mihonSnapshot(), nodes: [] };
    const titles = planPaper(editionOf({ snapshot: empty })).parts.map(({ title }) => title);
    expect(titles).toEqual(["計画のあらまし", "この冊子について"]);
  });

  it("is set as a tagged PDF in Japanese with title, bookmarks and the standard for everyone", async () => {
    const { bytes, pages, missingSigns } = await write({ form: "pdf", paper: planPaper(editionOf()) });
    const text = latin(bytes);
    expect(text.startsWith("%PDF-1.7")).toBe(true);
    expect(text).toContain("/StructTreeRoot");
    expect(text).toMatch(/\/Lang\s*\(ja/);
    expect(text).toMatch(/\/MarkInfo\s*<</);
    expect(text).toContain("/Outlines");
    expect(text).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(pages).toBe([...text.matchAll(/\/Type\s*\/Page\b/g)].length);
    expect(missingSigns).toBe("");
  }, 60_000);

  it("gives the same bytes for the same content in every form, whenever it is written", async () => {
    const edition = editionOf();
    const paper = planPaper(edition);
    const writings = [
      { form: "pdf", paper },
      { form: "word", paper },
      { form: "excel", workbook: planWorkbook(edition) },
    ] as const;
    for (const writing of writings) {
      const first = await writtenOn("2026-11-28T03:04:05Z", writing);
      const second = await writtenOn("2031-02-03T14:15:16Z", writing);
      expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes)), writing.form).toBe(true);
    }
  }, 120_000);

  it("takes texts as data: what looks like markup is printed and does nothing", async () => {
    const nasty = '#panic("x") $a$ *b* <c> @d \\ // `e` & "f" \u0007';
    const edition = withTitle(nasty);
    await expect(pdfOf(planPaper(edition))).resolves.toMatchObject({ missingSigns: "" });
    const { bytes } = await written({ form: "word", paper: planPaper(edition) });
    expect(wordText(bytes)).toContain(
      '#panic("x") $a$ *b* &lt;c&gt; @d \\ // `e` &amp; "f" '.replaceAll('"', "&quot;"),
    );
  }, 60_000);

  it("prints 〓 for a sign that the font lacks, and names it", async () => {
    const { missingSigns } = await pdfOf(planPaper(withTitle("😀と𠮷の葛\u{e0100}城")));
    // The font has 𠮷; a selector of a variant is dropped, so that its base sign is printed.
    expect(missingSigns).toBe("😀𠮷"); // the bold cut has neither; a selector of a variant only leaves its base sign
  }, 60_000);

  it("is set by the portable build too, with as many pages", async () => {
    const paper = planPaper(editionOf());
    const [native, portable] = [await pdfOf(paper), await pdfOf(paper, true)];
    expect(portable.pages).toBe(native.pages);
    expect(latin(portable.bytes)).toContain("/StructTreeRoot");
  }, 120_000);

  it("carries page numbers in the contents and references of Word, the same as when every word is set for them", async () => {
    const paper = planPaper(editionOf({ strategies: [strategyEditionOf(mihonSnapshot())] }));
    const bytes = await wordOf(paper);
    const entries = [...wordText(bytes).matchAll(/<w:pStyle w:val="TOC\d"\/>.*?<\/w:p>/gs)].map(([entry]) => entry);
    expect(entries.length).toBeGreaterThan(10);
    for (const entry of entries) expect(entry).toMatch(/<w:t[^>]*>\d+<\/w:t>/);
    expect(wordText(bytes)).toMatch(/PAGEREF node[^<]*<\/w:instrText>.{0,400}?<w:t[^>]*>\d+<\/w:t>/s);
    expect(
      Buffer.from(await wordOf(paper, { estimate: await pageNumbersOfAllText() })).equals(Buffer.from(bytes)),
    ).toBe(true);
  }, 60_000);

  it("is a Word file with real headings, a contents field, repeated heads and fonts that offices have", async () => {
    const { bytes } = await written({ form: "word", paper: planPaper(editionOf()) });
    const text = wordText(bytes);
    expect(text).toContain('w:val="Heading1"');
    expect(text).toMatch(/TOC [^<]*\\o/);
    expect(text).toContain("<w:tblHeader/>");
    expect(text).toContain("<w:cantSplit/>");
    const styles = Buffer.from(unzipSync(bytes)["word/styles.xml"] ?? []).toString("utf8");
    expect(styles).toContain("BIZ UDPゴシック");
    expect(`${text}${styles}`).not.toContain("Noto");
  }, 60_000);
});
