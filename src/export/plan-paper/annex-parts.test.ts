import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { mihonSnapshot } from "../../../test/support/snapshot.ts";
import { strategyEditionOf } from "../../../test/support/strategy-edition.ts";
import type { Block, Table } from "../paper/paper.ts";
import { planWorkbook } from "../plan-workbook/index.ts";
import { written } from "../written.ts";
import type { PlanEdition } from "./edition.ts";
import { planPaper } from "./plan-paper.ts";

type Origin = PlanEdition["snapshot"]["nodes"][number]["origins"][number];

function origin(kind: Origin["kind"], code = "", title = ""): Origin {
  const plan = { planSlug: "before", planName: "前の計画" };
  return { ...plan, nodeId: code, code, title, kind, evolution: null, note: "" };
}

/** A plan that is the strategy too and that followed another: 1-1 went on into two, 1-10 ended, something is new. */
function edition(): PlanEdition {
  const sample = mihonSnapshot();
  const [first, second, third] = sample.nodes.map(({ id }) => id);
  const origins = new Map([
    [first, [origin("split", "1-2", "備え")]],
    [second, [origin("split", "1-2", "備え")]],
    [third, [origin("new")]],
  ]);
  const snapshot = {
    ...sample,
    nodes: sample.nodes.map((node) => ({ ...node, origins: origins.get(node.id) ?? [] })),
    predecessor: { slug: "before", name: "前の計画" },
    removedIndicators: [
      {
        id: "gone",
        nodeId: first ?? "",
        code: "9",
        name: "やめた指標",
        reason: "国の調査が終わったため",
        decidedBy: "策定委員会",
        decidedOn: "2026-04-01",
      },
    ],
    endings: [{ nodeId: "1-10", code: "1-10", title: "役目を終えた施策", note: "国に移った" }],
  };
  return {
    city: "みほん市",
    standing: "official",
    version: "策定版",
    isUndecided: false,
    day: "2027-03-26",
    division: { name: "企画課", contact: "" },
    hash: "ab".repeat(32),
    snapshot,
    strategies: [strategyEditionOf(snapshot)],
  };
}

function partCalled(title: string): readonly Block[] {
  return planPaper(edition()).parts.find((part) => part.title === title)?.blocks ?? [];
}

function tables(blocks: readonly Block[]): Table[] {
  return blocks.filter((block) => block.kind === "table");
}

function rowsOf(table: Table | undefined): string[][] {
  return (table?.rows ?? []).map((row) => row.map((cell) => cell.map(({ text }) => text).join("")));
}

it("tells behind the indicators which are no longer measured, why, and who decided it when", () => {
  expect(rowsOf(tables(partCalled("測らないこととした指標"))[0])).toEqual([
    ["9", "やめた指標", "国の調査が終わったため", "策定委員会", "令和8年4月1日"],
  ]);
});

describe("the strategy's annex of a paper (総合戦略編)", () => {
  it("stands before SDGs, lineage, terms and imprint", () => {
    const titles = planPaper(edition()).parts.map(({ title }) => title);
    expect(titles.slice(titles.indexOf("指標の一覧"))).toEqual([
      "指標の一覧",
      "測らないこととした指標",
      "総合戦略編",
      "SDGsとのつながり",
      "前の計画との対応",
      "ことばの説明",
      "この冊子について",
    ]);
  });

  it("begins with the sentence by which the plan is the strategy", () => {
    const panel = partCalled("総合戦略編").find(({ kind }) => kind === "panel");
    expect(JSON.stringify(panel)).toContain("この計画は、地方版総合戦略を兼ねます。");
  });

  it("keeps figures (数値目標) apart from KPI, each value over its year", () => {
    const [figures, kpis] = tables(partCalled("総合戦略編")).filter(({ caption }) => caption.startsWith("基本目標1の"));
    expect(rowsOf(figures)).toEqual([
      ["働く人の数", "21人\n（令和7年度）", "30人\n（令和13年度）", "−（未公表）\n（令和7年度）"],
    ]);
    expect(rowsOf(kpis)[0]?.[1]).toBe("創業した人の数");
  });

  it("gives the population in calendar years of both counts, and 「−」 where an age group is unknown", () => {
    const ages = tables(partCalled("総合戦略編")).find(({ caption }) => caption.includes("年齢別"));
    // 17,600 / 50,000 = 35.2 %; nothing is known of 2025's ages, so that year is no row
    expect(rowsOf(ages)).toEqual([["令和22年（2040年）", "50,000", "−", "−", "17,600", "35.2％"]]);
  });

  it("rounds money to thousands of yen, and never takes the unknown for 0", () => {
    const money = tables(partCalled("総合戦略編")).find(({ caption }) => caption.includes("千円"));
    // 12,345,600 → 12,346 (.6 up); 6,172,400 → 6,172 (.4 down)
    expect(rowsOf(money)).toEqual([["創業支援事業", "R9", "12,346", "6,172", "−", "−", "−"]]);
  });
});

describe("the lineage on paper (前の計画との対応)", () => {
  it("goes by the old codes as people count, 1-2 before 1-10, the new at the end", () => {
    const [table] = tables(partCalled("前の計画との対応"));
    expect(rowsOf(table).map(([before, kind]) => [before, kind])).toEqual([
      ["1-2　備え", "分割"],
      ["1-2　備え", "分割"],
      ["1-10　役目を終えた施策", "終了"],
      ["−", "新規"],
    ]);
  });
});

describe("the annexes in files", () => {
  it("have sheets of their own in Excel", () => {
    const names = planWorkbook(edition()).sheets.map(({ name }) => name);
    expect(names.slice(-3)).toEqual(["総合戦略の対応表", "人口の推計", "前の計画との対応"]);
  });

  it("are set in PDF and in Word", async () => {
    const paper = planPaper(edition());
    await expect(written({ form: "pdf", paper })).resolves.toMatchObject({ missingSigns: "" });
    const { bytes } = await written({ form: "word", paper });
    const text = Buffer.from(unzipSync(bytes)["word/document.xml"] ?? []).toString("utf8");
    expect(text).toContain("地方版総合戦略を兼ねます");
    expect(text).toContain("役目を終えた施策");
  }, 120_000);
});
