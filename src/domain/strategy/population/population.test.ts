import { describe, expect, it } from "vitest";
import { groupInWords, groupName, inGroupOrder } from "./age-group.ts";
import { sumFaults, sumFaultWords, valueAt, type PopulationFigure } from "./path.ts";
import { pastedRows, readPopulation, tableOf } from "./reading.ts";

function figuresOf(year: number, values: Readonly<Record<string, number>>): PopulationFigure[] {
  return Object.entries(values).map(([group, value]) => ({ year, group, value }));
}

function sorted(figures: readonly PopulationFigure[]): string[] {
  return figures.map((each) => JSON.stringify(each)).toSorted();
}

describe("Age groups", () => {
  it("are understood as offices write them", () => {
    const words = [
      "総数",
      "総人口",
      "0～14歳",
      "0-14",
      "15〜64歳",
      "65歳以上",
      "65+",
      "年少人口（0〜14歳）",
      "老年人口",
      "75～79",
    ];
    expect(words.map(groupInWords)).toEqual([
      "total",
      "total",
      "0-14",
      "0-14",
      "15-64",
      "65+",
      "65+",
      "0-14",
      "65+",
      "75-79",
    ]);
    expect(groupInWords("世帯数")).toBeUndefined();
  });

  it("stand in order of age with the total first and 年齢不詳 last", () => {
    expect(inGroupOrder(["unknown", "65+", "0-4", "total", "0-14", "5-9"])).toEqual([
      "total",
      "0-14",
      "0-4",
      "5-9",
      "65+",
      "unknown",
    ]);
    expect(groupName("90+")).toBe("90歳以上");
  });
});

describe("The sums of a population path", () => {
  it("have no fault where ages add up to the total", () => {
    // 6,000 + 28,000 + 16,000 = 50,000
    expect(sumFaults(figuresOf(2040, { total: 50_000, "0-14": 6_000, "15-64": 28_000, "65+": 16_000 }))).toEqual([]);
  });

  it("name the year and the difference where they do not", () => {
    // 6,000 + 28,000 + 15,800 = 49,800, which is 200 less than 50,000
    const [fault] = sumFaults(figuresOf(2040, { total: 50_000, "0-14": 6_000, "15-64": 28_000, "65+": 15_800 }));
    expect(fault).toEqual({ year: 2040, group: "total", written: 50_000, summed: 49_800 });
    expect(fault && sumFaultWords(fault)).toBe(
      "2040年の総数：内訳の合計は49,800人で、書かれた50,000人と200人違います。",
    );
  });

  it("allow the rounding of the groups: three parts may miss the total by one person", () => {
    expect(sumFaults(figuresOf(2040, { total: 50_001, "0-14": 6_000, "15-64": 28_000, "65+": 16_000 }))).toEqual([]);
    expect(sumFaults(figuresOf(2040, { total: 50_002, "0-14": 6_000, "15-64": 28_000, "65+": 16_000 }))).toHaveLength(
      1,
    );
  });

  it("are not judged where a group is missing: 「−」 is not 0", () => {
    expect(sumFaults(figuresOf(2040, { total: 50_000, "0-14": 6_000, "65+": 16_000 }))).toEqual([]);
    expect(valueAt(figuresOf(2040, { "0-14": 6_000, "65+": 16_000 }), 2040, "total")).toBeUndefined();
  });

  it("are judged for 5-year ages within a wider group too", () => {
    // 1,000 + 1,500 + 2,000 = 4,500, not 4,600
    const figures = figuresOf(2030, { "0-4": 1_000, "5-9": 1_500, "10-14": 2_000, "0-14": 4_600 });
    expect(sumFaults(figures)).toEqual([{ year: 2030, group: "0-14", written: 4_600, summed: 4_500 }]);
    // without the written group, it follows from its parts
    expect(valueAt(figures.slice(0, 3), 2030, "0-14")).toBe(4_500);
  });

  it("count 年齢不詳 into the total", () => {
    // 6,000 + 28,000 + 15,900 + 100 = 50,000
    const figures = figuresOf(2020, { "0-14": 6_000, "15-64": 28_000, "65+": 15_900, unknown: 100 });
    expect(valueAt(figures, 2020, "total")).toBe(50_000);
    expect(sumFaults([...figures, { year: 2020, group: "total", value: 50_000 }])).toEqual([]);
  });
});

describe("A table of the population", () => {
  const expected = [
    ...figuresOf(2020, { total: 50_000, "0-14": 6_000 }),
    ...figuresOf(2025, { total: 48_200, "0-14": 5_500 }),
  ];

  it("is read with years down or across, with full-width figures, separators and 和暦", () => {
    const down = pastedRows("年\t総数\t0～14歳\n令和2年\t50,000\t６，０００\n2025年\t48,200人\t5500");
    const across = pastedRows("区分\t2020\tR7\n総数\t50000\t48200\n年少人口\t6000\t5500");
    expect(sorted(readPopulation(down).figures)).toEqual(sorted(expected));
    expect(sorted(readPopulation(across).figures)).toEqual(sorted(expected));
  });

  it("takes 「−」 for unknown, and names the cell of what is no number", () => {
    const reading = readPopulation(pastedRows("年\t総数\t0～14歳\n2020\t−\t約6千\n2025\t48200\t-3"));
    expect(reading.unknownCells).toBe(1);
    expect(reading.figures).toEqual([{ year: 2025, group: "total", value: 48_200 }]);
    expect(reading.faults.map(({ row, column, text }) => [row, column, text])).toEqual([
      [2, 3, "約6千"],
      [3, 3, "-3"],
    ]);
  });

  it("refuses the same year and group twice", () => {
    const reading = readPopulation(pastedRows("年\t総数\n2020\t5\n2020\t6"));
    expect(reading.figures).toHaveLength(1);
    expect(reading.faults[0]?.message).toContain("2つあります");
  });

  it("comes back unchanged from its own table", () => {
    const table = tableOf(expected, ["total", "0-14"]).map((row) => row.map(String));
    expect(sorted(readPopulation(table).figures)).toEqual(sorted(expected));
  });
});
