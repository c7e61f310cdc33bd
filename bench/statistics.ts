import { comparisonOf, courseOf } from "#domain/statistics/comparison.ts";
import { builtInMunicipalities } from "#domain/statistics/municipality.ts";
import type { StatisticValue } from "#domain/statistics/item.ts";
import { insertStatistics, itemComparison, listItems, municipalityDirectory } from "#domain/statistics/index.ts";
import { benchCity } from "./city.ts";
import { compare, elapsed } from "./measure.ts";

const years = Array.from({ length: 17 }, (_, index) => 2005 + index);

/** Values of 1,741 municipalities over 17 years, spread like a ratio in tenths; every eleventh is 「－」. */
function valuesOf(item: number): StatisticValue[] {
  const codes = builtInMunicipalities()
    .slice(0, 1_741)
    .map(({ code }) => code);
  return years.flatMap((year) =>
    codes.map((code, index) => {
      const value = ((index * 7_919 + year * 104_729 + item * 1_299_709) % 2_000) / 10;
      return (index + year) % 11 === 0
        ? { code, year, value: null, absence: "notApplicable" }
        : { code, year, value, absence: null };
    }),
  );
}

/**
 * Comparison tables over 1,741 municipalities: rank, median and course of n, 4n and 16n items (n = 2), per item against the smallest;
 * and one item read from the database and compared, against the same values compared in memory.
 */
export async function statistics(print: (line: string) => void): Promise<void> {
  const all = Array.from({ length: 32 }, (_, item) => valuesOf(item));
  const perItem = (count: number) => async () =>
    (await elapsed(async () => {
      for (const values of all.slice(0, count)) courseOf(values, { code: "202185", direction: "down" });
    })) / count;
  for (const count of [8, 32])
    print(
      await compare({
        name: "statistics-compare",
        unit: "ms an item",
        n: `1741 municipalities × 17 years, ${count} items / 2 items`,
        ours: perItem(count),
        reference: perItem(2),
      }),
    );
  await fromDatabase(print, all);
}

async function fromDatabase(print: (line: string) => void, all: readonly (readonly StatisticValue[])[]): Promise<void> {
  const city = await benchCity();
  try {
    const words = { source: "bench", sourceAddress: "", licence: "", note: "" };
    const item = { unit: "％", decimals: 1, direction: "down", description: "", isPublic: false } as const;
    const items = all
      .slice(0, 4)
      .map((values, index) => ({ ...item, code: `b${index}`, name: `項目${index}`, values }));
    const took = await elapsed(() =>
      insertStatistics(city.ctx, { dataSet: { code: "bench", name: "bench", ...words }, items, municipalities: [] }),
    );
    print(`bench statistics-insert: ${took.toFixed(0)} ms (n=${4 * 1_741 * years.length} values)`);
    const [first] = await listItems(city.ctx);
    const directory = await municipalityDirectory(city.ctx);
    if (!first) throw new Error("no item was written");
    print(
      await compare({
        name: "statistics-nation-page",
        unit: "ms",
        n: "1741 municipalities × 17 years, from the database / in memory",
        ours: () => elapsed(() => itemComparison(city.ctx, first, { scope: { kind: "nation" }, directory })),
        reference: () => elapsed(async () => comparisonOf(all[0] ?? [], "down")),
      }),
    );
  } finally {
    await city.close();
  }
}
