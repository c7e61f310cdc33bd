import type { Block, Chart, Paper, Run } from "./paper/paper.ts";

/** A paper that nobody reads: it has a little of everything a plan has, so that whoever wrote it is quick at the next. */
export function warmingPaper(): Paper {
  const parts = ["1", "2"].map((number) => ({ title: `第${number}部`, blocks: blocksOf(number) }));
  const cover = { vision: "", lines: [] };
  return { title: "ならし", city: "", version: "", madeOn: "2027-01-01", marks: [], cover, contentsDepth: 3, parts };
}

function blocksOf(anchor: string): Block[] {
  const heading = { kind: "heading", level: 2, text: "見出し", anchor } as const;
  const sides = { left: [...wordsOf(anchor), tableOf(anchor)], right: wordsOf(anchor), charts: [chart] };
  const names = { trail: [], badges: ["重点"], facts: [{ name: "課", text: "企画課" }] };
  return [{ kind: "spread", hue: 1, code: anchor, heading, ...names, ...sides }, tableOf(anchor)];
}

function wordsOf(to: string): Block[] {
  const text: Block = { kind: "text", tone: "body", runs: [{ text: "まちの未来を、みんなで考えます。".repeat(8) }] };
  const facts = { kind: "facts", items: [{ name: "対応", runs: [{ text: "先頭へ", to }] }] } as const;
  return [text, { kind: "list", isOrdered: false, items: [[text], [text]] }, { kind: "panel", blocks: [text] }, facts];
}

function tableOf(to: string): Block {
  const columns = ["指標", "現状", "目標", "課", "ページ"].map(
    (heading) => ({ heading, share: 1, align: "start" }) as const,
  );
  const row: Run[][] = [[{ text: "満足している人の割合を高める" }], [{ text: "12.3%\n（R7）" }]];
  const ends: Run[][] = [[{ text: "20%" }], [{ text: "企画課" }], [{ text: "", to, isPage: true }]];
  return { kind: "table", caption: "表", columns, rows: Array.from({ length: 12 }, () => [...row, ...ends]) };
}

const chart: Chart = {
  alternative: "図",
  series: {
    title: "割合",
    unit: "%",
    decimals: 1,
    form: "line",
    baseline: { year: 2024, value: 10 },
    actuals: [{ year: 2025, value: 12 }],
    targets: [{ year: 2030, value: 20, upper: null }],
    period: { startYear: 2025, endYear: 2030 },
  },
};
