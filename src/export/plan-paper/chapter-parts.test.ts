import { describe, expect, it } from "vitest";
import type { SectionContent } from "#domain/documents/index.ts";
import { richTextOf } from "#kernel/rich-text.ts";
import { mihonSnapshot } from "../../../test/support/snapshot.ts";
import { pdfOf } from "../paper/pdf.ts";
import type { Block } from "../paper/paper.ts";
import type { PlanEdition } from "./edition.ts";
import { planPaper } from "./plan-paper.ts";
import { mostIndicators } from "./summary/priorities-part.ts";
import { summaryPaper } from "./summary/summary-paper.ts";

const snapshot = mihonSnapshot();

function section(id: string, rest: Partial<SectionContent>): SectionContent {
  const bare = { parentId: null, depth: 1, number: "", name: id, nodeId: null, body: null, divisions: [] };
  return { id, ...bare, state: "confirmed", ...rest };
}

/** The tree's nodes as sections under a chapter, without those that the document leaves out. */
function boundUnder(chapter: string, leftOut: readonly string[] = []): SectionContent[] {
  return snapshot.nodes
    .filter(({ id }) => !leftOut.includes(id))
    .map(({ id, parentId, depth, code, title }) =>
      section(`s-${id}`, {
        parentId: parentId === null ? chapter : `s-${parentId}`,
        depth: depth + 1,
        number: code,
        name: title,
        nodeId: id,
      }),
    );
}

function edition(sections: readonly SectionContent[], rest: Partial<PlanEdition> = {}): PlanEdition {
  return {
    city: "みほん市",
    standing: "official",
    version: "素案　第2版",
    isUndecided: true,
    isFrozen: true,
    day: "2026-11-29",
    division: { name: "企画課", contact: "" },
    hash: "ab".repeat(32),
    snapshot,
    strategies: [],
    manuscript: {
      sections: [...sections],
      terms: [{ term: "関係人口", reading: "かんけいじんこう", meaning: "住まずに地域とかかわる人。" }],
    },
    ...rest,
  };
}

const opening = section("c1", { number: "第1章", name: "計画の策定に当たって" });
const purpose = section("c1-1", {
  parentId: "c1",
  depth: 2,
  number: "第1節",
  name: "策定の趣旨",
  body: richTextOf("計画をともにつくります。"),
});
const basic = section("c2", { number: "第2章", name: "基本計画" });

function spreadsIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.kind === "spread" ? [block.heading.text] : []));
}

describe("the chapters of a document on paper (本編)", () => {
  const pages = spreadsIn(planPaper(edition([])).parts.flatMap(({ blocks }) => blocks));

  it("stand in their order before the annexes, each a part with its sections' texts", () => {
    const { parts, marks } = planPaper(edition([opening, purpose, basic, ...boundUnder("c2")]));
    const titles = parts.map(({ title }) => title);
    expect(titles.slice(2, 5)).toEqual(["第1章　計画の策定に当たって", "第2章　基本計画", "指標の一覧"]);
    expect(JSON.stringify(parts[2])).toContain("計画をともにつくります。");
    expect(marks).toEqual(["未確定"]);
    expect(JSON.stringify(parts)).toContain("関係人口（かんけいじんこう）");
  });

  it("hold every measure as the facing pages that a plan without manuscript has, once", () => {
    const { parts } = planPaper(edition([opening, basic, ...boundUnder("c2")]));
    expect(spreadsIn(parts.flatMap(({ blocks }) => blocks))).toEqual(pages);
  });

  it("put the tree behind them where no section is bound to it", () => {
    const { parts } = planPaper(edition([opening, purpose]));
    expect(parts[3]?.title).toBe("施策の内容");
    expect(spreadsIn(parts[3]?.blocks ?? [])).toEqual(pages);
  });

  it("can leave a measure out, and then nothing links to its missing page", async () => {
    const left = snapshot.nodes.find(({ title }) => title === pages[0]);
    const { parts } = planPaper(edition([basic, ...boundUnder("c2", [left?.id ?? ""])]));
    expect(spreadsIn(parts.flatMap(({ blocks }) => blocks))).toEqual(pages.slice(1));
    expect(JSON.stringify(parts)).not.toContain(`"to":"node-${left?.id}"`);
  });
});

/** The sample's tree with so many measures: its first one again and again. */
function grown(measures: number): PlanEdition {
  const base = snapshot.nodes.find(({ depth, indicators }) => depth === 3 && indicators.length > 0);
  if (!base) throw new Error("no measure with an indicator");
  const others = snapshot.nodes.filter(({ depth }) => depth < 3);
  const nodes = Array.from({ length: measures }, (_, index) => ({
    ...base,
    id: `measure-${index}`,
    code: `1-1-${index + 1}`,
    order: 1_000 + index,
    isPriority: index % 4 === 0,
    indicators: base.indicators.map((indicator) => ({ ...indicator, id: `${indicator.id}-${index}` })),
  }));
  return edition([opening, purpose], { snapshot: { ...snapshot, nodes: [...others, ...nodes] } });
}

describe("the short paper (概要版)", () => {
  it("has four to eight pages for 20 to 60 measures", async () => {
    for (const measures of [20, 36, 37, 60]) {
      const { pages } = await pdfOf(summaryPaper(grown(measures)));
      expect([measures, pages >= 4 && pages <= 8]).toEqual([measures, true]);
    }
  }, 120_000);

  it("shows one indicator of each measure at most, as many as fit, the priorities' first", () => {
    const text = JSON.stringify(summaryPaper(grown(60)).parts);
    expect(text).toContain(`のうち${mostIndicators}）`);
    expect(text).toContain("ほか3つの重点施策は"); // 60 / 4 = 15 priorities, of which 12 are shown
  });
});
