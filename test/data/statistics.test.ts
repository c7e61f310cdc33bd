import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { comparisonOf, placeOf } from "#domain/statistics/comparison.ts";
import { itemByCode, listItems } from "#domain/statistics/index.ts";
import { builtInMunicipalities, directoryOf, nameKey } from "#domain/statistics/municipality.ts";
import { valuesOf } from "#domain/statistics/store/values.ts";
import { inProject } from "#platform/files/project.ts";
import { isMunicipalityCode } from "#kernel/municipality-code.ts";
import { useCity } from "../support/city.ts";
import { personIn } from "../support/plan.ts";
import { importStatistics, inCp932, openStatistics, previewOf, type StatisticsFile } from "../support/statistics.ts";

const folder = "../shared/data/municipal";
const chikuma = "202185";

function fileOf(name: string): StatisticsFile {
  return { name, bytes: new Uint8Array(readFileSync(inProject(`${folder}/${name}`))) };
}

/** The rows of a CSV without quotes, as one reads it by hand. */
function rowsOf(name: string): string[][] {
  const text = readFileSync(inProject(`${folder}/${name}`), "utf8").replace(/^\uFEFF/, "");
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
}

describe("published statistics as they are", () => {
  const city = useCity();
  const planning = async () => city().as(await personIn(city(), "企画課 佐藤", { roles: ["planning"] }));

  it("has the same municipalities and codes as the list of 1,916 local governments", () => {
    const lines = readFileSync(inProject(`${folder}/localgovjp-utf8.csv`), "utf8")
      .trim()
      .split(/\r?\n/)
      .slice(1);
    const codes = lines.map((line) => line.slice(-6));
    expect(codes.filter((code) => !isMunicipalityCode(code))).toEqual([]);
    const places = lines.filter((line) => !/^\d+,[^,]+,\d+,[^,]* /.test(line)).map((line) => line.slice(-6));
    const ours = new Set(builtInMunicipalities().map(({ code }) => code));
    expect(places).toHaveLength(1_741);
    expect(places.filter((code) => !ours.has(code))).toEqual([]);
  });

  it("of SSDSE-A come in whole: 77 municipalities and 125 items, in UTF-8 and CP932, and 千曲市's figures are right", async () => {
    const ctx = await planning();
    const file = fileOf("ssdse-a-2025-nagano.csv");
    expect(await importStatistics(ctx, file)).toMatchObject({ items: 125, newItems: 125, added: 77 * 125, changed: 0 });
    expect(await importStatistics(ctx, inCp932(file))).toMatchObject({ added: 0, changed: 0, unchanged: 77 * 125 });
    const items = await listItems(ctx);
    const own = await valuesOf(ctx.db, { itemIds: items.map(({ id }) => id), codes: [chikuma] });
    const valueOf = (name: string) =>
      own.find(({ itemId }) => items.find(({ id }) => id === itemId)?.name === name)?.value;
    expect(valueOf("総人口")).toBe(58_852);
    expect([valueOf("総人口（男）"), valueOf("総人口（女）")]).toEqual([28_404, 30_448]);
    const ages = ["15歳未満人口", "15～64歳人口", "65歳以上人口"].map((name) => valueOf(name) ?? 0);
    expect(ages).toEqual([6_880, 32_027, 19_628]);
    expect(58_852 - ages.reduce((sum, each) => sum + each, 0)).toBe(317); // of unknown age
    expect(valueOf("歳入決算総額（市町村財政）")).toBe(30_794_432);
    expect(valueOf("歳出決算総額（市町村財政）")).toBe(29_899_066);
    expect([valueOf("経常収支比率（市町村財政）"), valueOf("実質公債費比率（市町村財政）")]).toEqual([89.1, 9.1]);
  });

  it("of the ministry's workbook come in as it is: 1,741 municipalities of one year, the row of means left out", async () => {
    const ctx = await planning();
    const id = await openStatistics(ctx, fileOf("zaisei-shihyo-R2.xlsx"));
    const { reading } = await previewOf(ctx, id);
    expect(reading).toMatchObject({ errors: [], unknown: [], discovered: [], skippedRows: 1 });
    expect(new Set(reading.values.map(({ code }) => code)).size).toBe(1_741);
    expect(new Set(reading.values.map(({ year }) => year))).toEqual(new Set([2020]));
    const own = reading.values.filter(({ code }) => code === chikuma);
    expect(own.map(({ value }) => value)).toEqual([0.53, 92, 8, 47.2, 96.6]);
  });

  it("of seventeen years come in with and without codes, and 千曲市's of 2021 are right", async () => {
    const ctx = await planning();
    const id = await openStatistics(ctx, fileOf("fiscal-indices-nagano-2005-2021.csv"));
    const { reading } = await previewOf(ctx, id);
    expect(reading).toMatchObject({ errors: [], unknown: [], discovered: [] });
    const rows = rowsOf("fiscal-indices-nagano-2005-2021.csv").slice(1);
    const written = rows.flatMap((row) => row.slice(4)).filter((cell) => cell !== "");
    expect(reading.values).toHaveLength(written.length);
    expect(reading.values.filter(({ value }) => value === null)).toHaveLength(
      written.filter((cell) => /^[-－]$/.test(cell)).length,
    );
    expect(await importStatistics(ctx, fileOf("fiscal-indices-nagano-2005-2021.csv"))).toMatchObject({
      items: 5,
      changed: 0,
    });
    const of2021 = reading.values.filter(({ code, year }) => code === chikuma && year === 2021);
    expect(of2021.map(({ value }) => value)).toEqual([0.52, 89.1, 9.1, 29.6, 96.6]);
  });

  it("rank 千曲市 in every year as an independent count over the file does", async () => {
    const ctx = await planning();
    const rows = rowsOf("fiscal-indices-nagano-2005-2021.csv");
    const head = rows[0] ?? [];
    const directory = directoryOf();
    const compared: string[] = [];
    for (const [column, code] of [
      [4, "fiscal-strength"],
      [5, "current-balance"],
      [6, "debt-service"],
      [7, "future-burden"],
      [8, "laspeyres"],
    ] as const) {
      const { item } = await itemByCode(ctx, code);
      expect(item.name).toBe(head[column]);
      const codes = directory.all.filter((each) => each.code.startsWith("20")).map((each) => each.code);
      const values = await valuesOf(ctx.db, { itemIds: [item.id], codes });
      for (let year = 2005; year <= 2021; year++) {
        const cells = rows
          .filter((row) => row[0] === String(year))
          .map((row) => ({ name: row[3] ?? "", cell: row[column] ?? "" }));
        const numbers = cells
          .filter(({ cell }) => /^-?[\d.]+$/.test(cell))
          .map(({ name, cell }) => ({ name, value: Number(cell) }));
        const own = numbers.find(({ name }) => nameKey(name) === "千曲市")?.value;
        const better = numbers.filter(
          ({ value }) => own !== undefined && (item.direction === "down" ? value < own : value > own),
        );
        const counted = own === undefined ? undefined : { rank: better.length + 1, of: numbers.length };
        const place = placeOf(
          comparisonOf(
            values.filter((each) => each.year === year),
            item.direction,
          ),
          chikuma,
        );
        expect(place && { rank: place.rank, of: place.of }, `${code} ${year}`).toEqual(counted);
        if (counted) compared.push(`${code} ${year}`);
      }
    }
    expect(compared.length).toBeGreaterThan(75);
  });

  it("count 81 municipalities in 2005 to 2007, 80 in 2008 and 77 from 2009 on", async () => {
    const ctx = await planning();
    const { item } = await itemByCode(ctx, "fiscal-strength");
    const values = (await valuesOf(ctx.db, { itemIds: [item.id] })).filter(({ code }) => code.startsWith("20"));
    const count = (year: number) => values.filter((each) => each.year === year).length;
    expect([2005, 2006, 2007, 2008, 2009, 2021].map(count)).toEqual([81, 81, 81, 80, 77, 77]);
  });
});
