import type { Ctx } from "#domain/audit/index.ts";
import { planSnapshot, type Plan } from "#domain/plan/index.ts";
import { publishNow } from "#domain/publication/index.ts";
import {
  citeStatistic,
  keepGroup,
  listGroups,
  listItems,
  publishableStatistics,
  statisticsReference,
  type ItemWords,
} from "#domain/statistics/index.ts";
import { withCheckDigit } from "#kernel/municipality-code.ts";
import { expectAccepted } from "../outcome.ts";
import { insertSampleStatistics, valuesFrom } from "../statistics-insertion.ts";

const firstYear = 2016;

interface SampleItem extends Pick<ItemWords, "name" | "unit" | "decimals" | "direction" | "description"> {
  readonly code: string;
  /** The city's own figures, then those of the five invented neighbours, one a year from 2016 on. */
  readonly figures: readonly string[];
}

/** Invented figures, moving as those of such a city do; 「-」 stands where a source has 「－」. */
const items: readonly SampleItem[] = [
  {
    code: "population",
    name: "総人口（見本）",
    unit: "人",
    decimals: 0,
    direction: null,
    description: "4月1日の住民基本台帳の人口です。作りものの数です。",
    figures: [
      "61840 61320 60790 60250 59730 59180 58660 58120 57560 57010",
      "83210 83050 82900 82610 82340 82020 81760 81450 81110 80800",
      "48120 47560 47010 46430 45880 45300 44760 44190 43610 43050",
      "15230 14990 14760 14520 14290 14050 13830 13600 13370 13150",
      "9020 8850 8670 8500 8330 8160 7990 7830 7660 7500",
      "2110 2060 2010 1960 1900 1850 1800 1750 1700 1650",
    ],
  },
  {
    code: "elderly-share",
    name: "65歳以上の人口の割合（見本）",
    unit: "％",
    decimals: 1,
    direction: null,
    description: "総人口に占める65歳以上の人の割合です。作りものの数です。",
    figures: [
      "308 314 319 324 329 333 337 341 345 348",
      "271 275 279 283 287 290 294 297 300 303",
      "322 329 335 341 347 352 357 362 367 372",
      "361 368 375 381 388 394 400 406 411 417",
      "384 391 398 405 412 418 424 430 436 441",
      "442 450 457 464 471 477 483 489 494 500",
    ],
  },
  {
    code: "sample-fiscal-strength",
    name: "財政力指数（見本）",
    unit: "",
    decimals: 2,
    direction: "up",
    description: "自前の収入でまかなえる割合。大きいほど余裕があります。作りものの数です。",
    figures: [
      "55 55 56 56 56 55 54 54 53 53",
      "72 72 73 73 73 72 71 71 70 70",
      "48 48 48 47 47 46 46 45 45 44",
      "31 31 30 30 30 29 29 28 28 28",
      "25 25 25 24 24 24 23 23 23 22",
      "12 12 12 12 11 11 11 11 11 11",
    ],
  },
  {
    code: "sample-future-burden",
    name: "将来負担比率（見本）",
    unit: "％",
    decimals: 1,
    direction: "down",
    description: "将来に負担すべき借入れなどの割合。小さいほど余裕があります。作りものの数です。",
    figures: [
      "482 451 433 420 461 447 402 371 355 340",
      "350 322 301 288 270 251 230 214 201 190",
      "612 590 571 566 552 540 521 510 497 480",
      "121 98 72 40 11 - - - - -",
      "205 190 171 150 133 120 101 82 60 41",
      "- - - - - - - - - -",
    ],
  },
];

const neighbours = ["甲市", "乙市", "丙町", "丁町", "戊村"];

/** What measures rest on, by the keyword of the measure. */
const citations = [
  { keyword: "財政・公共施設", item: "sample-fiscal-strength", note: "自前の収入の割合は、ゆるやかに下がっています。" },
  {
    keyword: "財政・公共施設",
    item: "sample-future-burden",
    note: "借入れを計画的に減らし、将来の負担を下げてきました。",
  },
  {
    keyword: "介護予防・生きがい",
    item: "elderly-share",
    note: "10年で4ポイント上がりました。元気に暮らせる期間を延ばすことが大切です。",
  },
  { keyword: "移住・定住", item: "population", note: "人口は毎年500人ほど減っています。" },
] as const;

/** Sample statistics with invented neighbours, a group to compare with, and what measures cite. */
export async function seedMihonStatistics(ctx: Ctx, plan: Plan): Promise<void> {
  const own = ctx.municipality.code;
  const codes = [own, ...neighbours.map((_, index) => withCheckDigit(`${own.slice(0, 2)}90${index + 1}`))];
  const prefecture = "見本県";
  await insertSampleStatistics(ctx, {
    dataSet: {
      code: "samples",
      name: "見本の統計",
      source: "みほん市企画課「統計みほん」（見本。数値はすべて作りものです）",
      sourceAddress: "",
      licence: "見本",
      note: "みほん市と、見本県の5つの市町村の数値です。どれも実在しません。",
    },
    items: items.map(({ figures, ...item }) => {
      const lines = figures.map((figure, index) => `${codes[index]} ${figure}`).join("\n");
      return { ...item, isPublic: true, values: valuesFrom(lines, { firstYear, decimals: item.decimals }) };
    }),
    municipalities: [
      { code: own, prefecture, name: ctx.municipality.name },
      ...neighbours.map((name, index) => ({ code: codes[index + 1] ?? "", prefecture, name })),
    ],
  });
  const members = codes.slice(1, 4).join("\n");
  const group = { name: "近い規模の団体（見本）", note: "人口1万人から10万人までの市と町です。", members };
  expectAccepted(await keepGroup(ctx, group), group.name);
  await cite(ctx, plan);
  const published = await publishNow(ctx, {
    of: publishableStatistics,
    reference: statisticsReference,
    label: "令和8年度版の統計（見本）",
    openness: "decided",
    divisionName: "企画部 企画課",
    divisionContact: "電話 0000-12-3101　kikaku@mihon.example",
    note: "計画の根拠にした統計です。",
  });
  expectAccepted(published, "the statistics");
}

async function cite(ctx: Ctx, plan: Plan): Promise<void> {
  const { nodes, levels } = await planSnapshot(ctx, plan.id);
  const paged = new Set(levels.filter(({ hasPage }) => hasPage).map(({ depth }) => depth));
  const [group] = await listGroups(ctx);
  const all = await listItems(ctx);
  for (const { keyword, item: code, note } of citations) {
    const nodeId = nodes.find((node) => node.keyword === keyword && paged.has(node.depth))?.id ?? "";
    const itemId = all.find((item) => item.code === code)?.id ?? "";
    const scope =
      code === "sample-future-burden" && group ? ({ scope: "group", groupId: group.id } as const) : inPrefecture;
    expectAccepted(await citeStatistic(ctx, { nodeId, itemId, ...scope, note }), `${keyword} citing ${code}`);
  }
}

const inPrefecture = { scope: "prefecture", groupId: null } as const;
