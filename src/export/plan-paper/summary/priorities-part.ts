import { countOf } from "#kernel/counting.ts";
import { fiscalYearShort } from "#kernel/fiscal-year.ts";
import { baselineReading, targetReading, type Reading } from "../../indicator-readings.ts";
import type { Block, Part, Run } from "../../paper/paper.ts";
import type { IndicatorSnapshot, NodeSnapshot, PlanEdition } from "../edition.ts";
import { nameOf } from "../indicator-table.ts";
import { officialMinus } from "../official-minus.ts";
import { plainBlock } from "../rich-blocks.ts";
import { allBelow, codeAndTitle, type Branch } from "../tree.ts";
import { linesOf } from "./first-words.ts";
import { measuresOf } from "./goals-part.ts";

export const mostPriorities = 12;
export const mostIndicators = 24;

/** 重点施策と主な指標: what the city puts first, and by what it wants to be measured. */
export function prioritiesPart(_edition: PlanEdition, roots: readonly Branch[]): Part | undefined {
  const blocks = [...priorities(roots), ...indicators(roots)];
  return blocks.length === 0 ? undefined : { title: "重点と主な指標", flowsOn: true, blocks };
}

function priorities(roots: readonly Branch[]): Block[] {
  const all = roots.flatMap((root) => measuresOf(root)).filter(({ node }) => node.isPriority);
  if (all.length === 0) return [];
  const shown = all.slice(0, mostPriorities);
  return [
    { kind: "heading", level: 2, text: "重点的に取り組む施策" },
    {
      kind: "table",
      caption: `重点施策（${all.length}）`,
      columns: [
        { heading: all[0]?.levelName ?? "施策", share: 6, align: "start" },
        { heading: "主な取組", share: 9, align: "start" },
      ],
      rows: shown.map(({ node }) => [[{ text: codeAndTitle(node) }], [{ text: firstInitiatives(node) }]]),
    },
    ...rest(all.length - shown.length, "重点施策"),
  ];
}

/** The first two lines of 主な取組, without the signs of their list. */
function firstInitiatives({ fields }: NodeSnapshot): string {
  const lines = linesOf(fields.initiatives).map((line) => line.replace(/^[・●-]\s*/, ""));
  return lines.slice(0, 2).join("\n");
}

interface Measured {
  readonly node: NodeSnapshot;
  readonly indicator: IndicatorSnapshot;
}

function indicatorsOf(branches: readonly Branch[], most: number): Measured[] {
  return branches.flatMap(({ node }) => node.indicators.slice(0, most).map((indicator) => ({ node, indicator })));
}

/** Those of the goals first, then one of each priority, then one of each other measure; printed in the plan's order. */
export function mainIndicators(roots: readonly Branch[]): Measured[] {
  const all = roots.flatMap((root) => allBelow(root));
  const inTurn = [
    ...indicatorsOf(
      all.filter(({ hasPage }) => !hasPage),
      mostIndicators,
    ),
    ...indicatorsOf(
      all.filter(({ hasPage, node }) => hasPage && node.isPriority),
      1,
    ),
    ...indicatorsOf(
      all.filter(({ hasPage, node }) => hasPage && !node.isPriority),
      1,
    ),
  ];
  const chosen = new Set(inTurn.slice(0, mostIndicators).map(({ indicator }) => indicator.id));
  return indicatorsOf(all, Number.POSITIVE_INFINITY).filter(({ indicator }) => chosen.has(indicator.id));
}

function indicators(roots: readonly Branch[]): Block[] {
  const chosen = mainIndicators(roots);
  if (chosen.length === 0) return [];
  const all = roots.flatMap((root) => allBelow(root)).reduce((sum, { node }) => sum + node.indicators.length, 0);
  return [
    { kind: "heading", level: 2, text: "主な指標" },
    {
      kind: "table",
      caption: `主な指標（${all}のうち${chosen.length}）`,
      columns: [
        { heading: "施策", share: 5.4, align: "start" },
        { heading: "指標", share: 6, align: "start" },
        { heading: "基準値", share: 3, align: "end" },
        { heading: "目標値", share: 3, align: "end" },
      ],
      rows: chosen.map(({ node, indicator }) => [
        [{ text: codeAndTitle(node) }],
        [{ text: nameOf(indicator) }],
        inOneLine(baselineReading(indicator)),
        inOneLine(targetReading(indicator)),
      ]),
    },
  ];
}

function rest(count: number, what: string): Block[] {
  return count === 0 ? [] : [plainBlock(`ほか${countOf(count, what)}は、本編をご覧ください。`, "note")];
}

function inOneLine({ text, year }: Reading): Run[] {
  const value = officialMinus(text);
  return [{ text: year === null ? value : `${value}（${fiscalYearShort(year)}）` }];
}
