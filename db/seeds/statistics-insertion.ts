import type { Ctx } from "#domain/audit/index.ts";
import { publishNow, type VersionWords } from "#domain/publication/index.ts";
import {
  insertStatistics,
  publishableStatistics,
  statisticsReference,
  type StatisticValue,
  type StatisticsInsertion,
} from "#domain/statistics/index.ts";
import { expectAccepted } from "./outcome.ts";

/** Writes statistics and publishes all that is marked. */
export async function seedStatistics(ctx: Ctx, input: StatisticsInsertion, words: VersionWords): Promise<void> {
  await insertSampleStatistics(ctx, input);
  const version = { of: publishableStatistics, reference: statisticsReference, ...words };
  expectAccepted(await publishNow(ctx, version), words.label);
}

export async function insertSampleStatistics(ctx: Ctx, input: StatisticsInsertion): Promise<void> {
  expectAccepted(await insertStatistics(ctx, input), input.dataSet.name);
}

/**
 * Values from lines of figures: a code, then one figure a year. Figures are whole numbers of the last decimal; 「-」 is 「－」
 * (該当なし), 「.」 nothing.
 */
export function valuesFrom(
  lines: string,
  { firstYear, decimals }: { readonly firstYear: number; readonly decimals: number },
): StatisticValue[] {
  return lines
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [code = "", ...figures] = line.split(" ");
      return figures.flatMap((figure, index): StatisticValue[] => {
        const year = firstYear + index;
        if (figure === ".") return [];
        if (figure === "-") return [{ code, year, value: null, absence: "notApplicable" }];
        return [{ code, year, value: Number(`${figure}e-${decimals}`), absence: null }];
      });
    });
}
