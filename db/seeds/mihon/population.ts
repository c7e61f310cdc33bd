import type { PathWords, PopulationFigure } from "#domain/strategy/index.ts";

/** A sample path: years with 年少・生産年齢・老年; the total is their sum. Everything is invented. */
export interface SamplePath {
  readonly words: PathWords;
  readonly years: Readonly<Record<number, readonly [young: number, working: number, old: number]>>;
}

const isPublic = true;

export const samplePaths: readonly SamplePath[] = [
  {
    words: {
      code: "record",
      name: "実績（見本）",
      kind: "record",
      baseYear: 2000,
      source: "国勢調査にならった作りものの数（見本）",
      method: "各年10月1日の人口です。年齢の分からない人は、各年齢に振り分けています。",
      isPublic,
    },
    years: {
      2000: [10150, 42180, 12870],
      2005: [9420, 40510, 14760],
      2010: [8710, 38350, 16640],
      2015: [8020, 35610, 18590],
      2020: [7260, 33010, 19460],
      2025: [6390, 30780, 19840],
    },
  },
  {
    words: {
      code: "reference",
      name: "社人研準拠（見本）",
      kind: "reference",
      baseYear: 2020,
      source: "国立社会保障・人口問題研究所の推計の方法にならった作りものの数（見本）",
      method: "出生と移動が、これまでの傾向のまま続くと仮定しています。",
      isPublic,
    },
    years: {
      2025: [6390, 30780, 19840],
      2030: [5480, 28590, 19930],
      2035: [4850, 26120, 20010],
      2040: [4510, 22880, 20240],
      2045: [4230, 20210, 19760],
      2050: [3890, 18240, 18720],
      2055: [3520, 16780, 17150],
      2060: [3190, 15390, 15470],
    },
  },
  {
    words: {
      code: "own",
      name: "市の独自推計（見本）",
      kind: "own",
      baseYear: 2020,
      source: "みほん市企画課（見本）",
      method:
        "合計特殊出生率が令和22年（2040年）に1.80まで上がり、20〜39歳の転出超過が令和13年度までに3分の1になると仮定しています。",
      isPublic,
    },
    years: {
      2025: [6390, 30780, 19840],
      2030: [5960, 29010, 19930],
      2031: [5930, 28710, 19960],
      2035: [5890, 27560, 20020],
      2040: [6120, 25640, 20260],
      2045: [6240, 24130, 19810],
      2050: [6150, 23350, 18820],
      2055: [5990, 22910, 17330],
      2060: [5870, 22400, 15760],
    },
  },
];

export function figuresOf({ years }: SamplePath): PopulationFigure[] {
  return Object.entries(years).flatMap(([year, [young, working, old]]) => [
    { year: Number(year), group: "total", value: young + working + old },
    { year: Number(year), group: "0-14", value: young },
    { year: Number(year), group: "15-64", value: working },
    { year: Number(year), group: "65+", value: old },
  ]);
}
