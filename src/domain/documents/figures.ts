import type { Ctx } from "#domain/audit/index.ts";
import {
  actualText,
  planById,
  planIndicators,
  planNodes,
  targetText,
  type StoredIndicator,
} from "#domain/plan/index.ts";
import { listItems, ownValues, type Item } from "#domain/statistics/index.ts";
import { figure } from "#kernel/figures.ts";
import { readSource, type CountedThing, type ReferenceSource } from "./reference.ts";

/**
 * What references read now (参照の今の値), by the word of their source: a figure with its unit, rounded as its indicator or item
 * says. A source that is gone, or has no confirmed value, is left out.
 */
export async function figuresOf(
  ctx: Ctx,
  planId: string,
  words: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (words.length === 0) return new Map(); // most manuscripts name no source yet: nothing is read for them
  const sources = [...new Set(words)].map((word) => [word, readSource(word)] as const);
  const indicators = new Map((await planIndicators(ctx, planId)).map((each) => [each.id, each]));
  const items = new Map((await listItems(ctx)).map((item) => [item.id, item]));
  const figures = new Map<string, string>();
  for (const [word, source] of sources) {
    const told = source && (await figureOf(ctx, source, { planId, indicators, items }));
    if (told) figures.set(word, told);
  }
  return figures;
}

interface Known {
  readonly planId: string;
  readonly indicators: ReadonlyMap<string, StoredIndicator>;
  readonly items: ReadonlyMap<string, Item>;
}

async function figureOf(ctx: Ctx, source: ReferenceSource, known: Known): Promise<string | undefined> {
  if (source.kind === "count") return countOf(ctx, source.of, known);
  if (source.kind === "statistic") return statisticFigure(ctx, known.items.get(source.id), source.year);
  const indicator = known.indicators.get(source.id);
  return indicator && indicatorFigure(indicator, source);
}

/** 「85.0%」「95〜105%」, or the city's own words where there is no number. */
export function indicatorFigure(
  {
    unit,
    decimals,
    baseline,
    targets,
    actuals,
  }: Pick<StoredIndicator, "unit" | "decimals" | "baseline" | "targets" | "actuals">,
  source: Extract<ReferenceSource, { kind: "indicator" }>,
): string | undefined {
  if (source.part === "baseline")
    return baseline.value === null ? baseline.words || undefined : `${figure(baseline.value, decimals)}${unit}`;
  if (source.part === "target") {
    const target = targets.find(({ year }) => year === source.year);
    return target && `${targetText(target, decimals)}${target.value === null ? "" : unit}`;
  }
  const actual = actuals.find(({ year, state }) => year === source.year && state === "confirmed");
  return actual && `${actualText(actual, decimals)}${actual.value === null ? "" : unit}`;
}

async function statisticFigure(ctx: Ctx, item: Item | undefined, year: number): Promise<string | undefined> {
  if (!item) return undefined;
  const value = (await ownValues(ctx, [item.id])).find((each) => each.year === year)?.value;
  return value == null ? undefined : `${figure(value, item.decimals)}${item.unit}`;
}

const counters = { measures: "施策", indicators: "指標", priorities: "施策" } as const satisfies Record<
  CountedThing,
  string
>;

/** 「49施策」「125指標」「12施策」 (those marked 重点). */
async function countOf(ctx: Ctx, of: CountedThing, { planId, indicators }: Known): Promise<string> {
  if (of === "indicators") return `${figure(indicators.size, 0)}${counters[of]}`;
  const { levels } = await planById(ctx, planId);
  const depths = new Set(levels.filter(({ hasPage }) => hasPage).map(({ depth }) => depth));
  const measures = (await planNodes(ctx, planId)).filter(({ depth }) => depths.has(depth));
  const counted = of === "measures" ? measures : measures.filter(({ isPriority }) => isPriority);
  return `${figure(counted.length, 0)}${counters[of]}`;
}
