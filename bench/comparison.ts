import type { Block } from "#analysis/comparison/block.ts";
import { compareDocuments } from "#analysis/comparison/comparison.ts";
import { textDifference } from "#analysis/text-difference.ts";
import { comparisonPaper } from "#export/comparison-paper/comparison-paper.ts";
import { comparisonTable, type ComparisonHead } from "#export/comparison-paper/comparison-table.ts";
import { comparisonWorkbook } from "#export/comparison-paper/comparison-workbook.ts";
import { write, type Writing } from "#export/paper-writer.ts";
import { compare, elapsed } from "./measure.ts";

const blocksPerPage = 20;
const pagesPerSection = 2;
const subjects = ["公園", "道路", "学校", "保育", "防災", "農業", "観光", "福祉", "交通", "文化", "健康", "環境"];
const acts = ["整える", "見直す", "増やす", "支える", "守る", "広げる", "伝える", "結ぶ"];

/**
 * The comparison of two versions (新旧対照表) by their pages, against marking the words of the changed paragraphs alone; then its papers,
 * each against the comparison itself.
 */
export async function comparison(print: (line: string) => void): Promise<void> {
  for (const pages of [100, 200, 400]) {
    const old = Array.from({ length: pages * blocksPerPage }, (_, place) => blockAt(place));
    const fresh = revised(old);
    const pairs = old.flatMap((block, place) => (place % 10 === 3 ? [[wordsOf(block), reworded(block)] as const] : []));
    print(
      await compare({
        name: "comparison",
        unit: "ms",
        n: `${pages} pages, ${old.length} blocks, ${pairs.length} of them changed`,
        ours: () => elapsed(async () => compareDocuments(old, fresh)),
        reference: () => elapsed(async () => pairs.map(([before, after]) => textDifference(before, after))),
      }),
    );
    await papers(print, pages, { old: unnumbered(old), fresh: unnumbered(fresh) });
  }
}

/** Without a number for every paragraph, so that what stayed is left out of the paper as it is in practice. */
function unnumbered(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => ({ ...block, number: "" }));
}

interface Versions {
  readonly old: readonly Block[];
  readonly fresh: readonly Block[];
}

async function papers(print: (line: string) => void, pages: number, { old, fresh }: Versions): Promise<void> {
  const rows = compareDocuments(old, fresh);
  const table = comparisonTable(head, { rows, placeOf: (section) => `第${section.slice(1)}節`, notes: [] });
  const writings: Readonly<Record<string, () => Writing>> = {
    pdf: () => ({ form: "pdf", paper: comparisonPaper(table) }),
    word: () => ({ form: "word", paper: comparisonPaper(table) }),
    excel: () => ({ form: "excel", workbook: comparisonWorkbook(table) }),
  };
  for (const [form, writing] of Object.entries(writings))
    print(
      await compare({
        name: `comparison-${form}`,
        unit: "ms",
        n: `${pages} pages, ${table.places.flatMap(({ lines }) => lines).length} rows, ${form} / comparison`,
        ours: () => elapsed(() => write(writing())),
        reference: () => elapsed(async () => compareDocuments(old, fresh)),
        rounds: 3,
      }),
    );
}

const head: ComparisonHead = {
  title: "新旧対照表",
  city: "みほん市",
  marks: [],
  madeOn: "2026-10-01",
  orientation: "newLeft",
  old: { plan: "総合計画", version: "骨子案", day: "2026-08-03", hash: "a".repeat(64) },
  fresh: { plan: "総合計画", version: "素案", day: "2026-10-01", hash: "b".repeat(64) },
};

function blockAt(place: number): Block {
  const section = `s${Math.floor(place / (blocksPerPage * pagesPerSection))}`;
  const kind = place % blocksPerPage === 0 ? "heading" : place % 5 === 4 ? "item" : "paragraph";
  return { section, kind, number: `${place}`, cells: [sentence(place)] };
}

function sentence(place: number): string {
  const at = (words: readonly string[], step: number) => words[Math.floor(place / step) % words.length] ?? "";
  const first = `${at(subjects, 1)}と${at(subjects, 7)}を${at(acts, 3)}ため、地区ごとの話し合いを${(place % 9) + 1}回開きます。`;
  return `${first}${at(subjects, 12)}については、${place}人の声をもとに${at(acts, 5)}取組を令和9年度から始めます。`;
}

/** A tenth of the blocks reworded, some deleted, some added, some moved far away, all behind them renumbered. */
function revised(old: readonly Block[]): Block[] {
  const moved = old.filter((_, place) => place % 100 === 57);
  const stayed = old.flatMap((block, place) => {
    if (place % 100 === 57 || place % 33 === 8) return [];
    const own = place % 10 === 3 ? { ...block, cells: [reworded(block)] } : block;
    return place % 33 === 20 ? [own, { ...block, cells: [`新しく、${sentence(place * 31)}`] }] : [own];
  });
  return [...stayed, ...moved.map((block) => ({ ...block, section: "s0" }))].map((block, place) => ({
    ...block,
    number: `${place}`,
  }));
}

function wordsOf({ cells }: Block): string {
  return cells.join("");
}

function reworded(block: Block): string {
  return wordsOf(block).replace("地区ごとの話し合い", "市民との話し合い").replace("令和9年度", "令和10年度");
}
