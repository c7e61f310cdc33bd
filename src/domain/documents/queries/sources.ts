import type { Ctx } from "#domain/audit/index.ts";
import { planIndicators } from "#domain/plan/index.ts";
import { listItems, ownValues } from "#domain/statistics/index.ts";
import { figure } from "#kernel/figures.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { figuresOf, indicatorFigure } from "../figures.ts";
import { countLabels, referencePartLabels } from "../labels.ts";
import { countedThings, sourceWord, type ReferenceSource } from "../reference.ts";

/** A figure that a text can refer to: the word of its source, what it is, and what it reads now. */
export interface ReferableFigure {
  readonly source: string;
  readonly label: string;
  readonly shown: string;
}

/** Everything that texts of a plan can refer to (参照できる数値): counts, its indicators by year, statistics of the city. */
export async function referableFigures(ctx: Ctx, planId: string): Promise<ReferableFigure[]> {
  return [
    ...(await countFigures(ctx, planId)),
    ...(await indicatorFigures(ctx, planId)),
    ...(await statisticFigures(ctx)),
  ];
}

async function countFigures(ctx: Ctx, planId: string): Promise<ReferableFigure[]> {
  const sources = countedThings.map((of) => ({ of, source: sourceWord({ kind: "count", of }) }));
  const figures = await figuresOf(
    ctx,
    planId,
    sources.map(({ source }) => source),
  );
  return sources.flatMap(({ of, source }) => figureLine(source, countLabels[of], figures.get(source)));
}

async function indicatorFigures(ctx: Ctx, planId: string): Promise<ReferableFigure[]> {
  return (await planIndicators(ctx, planId)).flatMap((indicator) => {
    const { id, code, name, baseline, targets, actuals } = indicator;
    const parts: (ReferenceSource & { readonly kind: "indicator" })[] = [
      { kind: "indicator", id, part: "baseline" },
      ...targets.map(({ year }) => ({ kind: "indicator", id, part: "target", year }) as const),
      ...actuals.map(({ year }) => ({ kind: "indicator", id, part: "actual", year }) as const),
    ];
    return parts.flatMap((source) => {
      const year = source.part === "baseline" ? baseline.year : source.year;
      const when = year === null ? "" : `（${fiscalYearLabel(year)}）`;
      const label = `${code} ${name}の${referencePartLabels[source.part]}${when}`.trim();
      return figureLine(sourceWord(source), label, indicatorFigure(indicator, source));
    });
  });
}

async function statisticFigures(ctx: Ctx): Promise<ReferableFigure[]> {
  const items = new Map((await listItems(ctx)).map((item) => [item.id, item]));
  const values = await ownValues(ctx, [...items.keys()]);
  return values.flatMap(({ itemId, year, value }) => {
    const item = items.get(itemId);
    if (!item || value === null) return [];
    const label = `統計 ${item.name}（${year}年）`;
    return figureLine(
      sourceWord({ kind: "statistic", id: itemId, year }),
      label,
      `${figure(value, item.decimals)}${item.unit}`,
    );
  });
}

function figureLine(source: string, label: string, shown: string | undefined): ReferableFigure[] {
  return shown === undefined ? [] : [{ source, label, shown }];
}
