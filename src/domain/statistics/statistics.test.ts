import { describe, expect, it } from "vitest";
import { Forbidden, type Result } from "#kernel/result.ts";
import { headFor, prepareNow, publishNow, storedPublications } from "#domain/publication/index.ts";
import { useCity } from "../../../test/support/city.ts";
import { divisionIn, personIn, planOf } from "../../../test/support/plan.ts";
import {
  applyStatistics,
  importStatistics,
  inCp932,
  openStatistics,
  previewOf,
  statisticsCsv,
} from "../../../test/support/statistics.ts";
import {
  backgroundEntries,
  backgroundOf,
  choosePublicItems,
  citedStatistics,
  citeStatistic,
  dataSetPage,
  decideUnknown,
  editItem,
  itemByCode,
  itemComparison,
  keepBackgroundEntry,
  keepGroup,
  listDataSets,
  listGroups,
  municipalityDirectory,
  publishableStatistics,
  statisticsReference,
  removeBackgroundEntry,
  removeGroup,
  requestStatisticImport,
  restoreBackgroundEntry,
  statisticsSnapshotSchema,
} from "./index.ts";
import { valuesIn } from "./snapshot.ts";

const words = {
  label: "令和8年度版",
  openness: "decided",
  divisionName: "企画課",
  divisionContact: "",
  note: "",
} as const;

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

function codeOf(result: Result<unknown>): string {
  return result.ok ? "accepted" : result.refusal.code;
}

const ssdse = statisticsCsv(
  "SSDSE-A-2025.csv",
  "SSDSE-A-2025,Prefecture,Municipality,A1101,D2203",
  ",,年度,2020,2021",
  "地域コード,都道府県,市区町村,総人口,実質公債費比率（市町村財政）",
  "R20218,長野県,千曲市,58852,9.1",
  "R20521,長野県,坂城町,14004,－",
  "R20201,長野県,長野市,372760,0",
);

const indices = (...rows: readonly string[]) =>
  statisticsCsv("財政指標.csv", "年度,都道府県名,団体名,財政力指数,将来負担比率", ...rows);

describe("statistics", () => {
  const city = useCity();
  const planning = async () => city().as(await personIn(city(), "企画課 佐藤", { roles: ["planning"] }));

  it("are taken in from SSDSE-A, in CP932 as in UTF-8, and a second time nothing changes", async () => {
    const ctx = await planning();
    expect(await importStatistics(ctx, inCp932(ssdse))).toEqual({
      items: 2,
      newItems: 2,
      added: 6,
      changed: 0,
      unchanged: 0,
    });
    expect(await listDataSets(ctx)).toMatchObject([{ code: "ssdse-a", items: 2, firstYear: 2020, lastYear: 2021 }]);
    expect(await importStatistics(ctx, ssdse)).toMatchObject({ newItems: 0, added: 0, changed: 0, unchanged: 6 });
  });

  it("keep 「－」 apart from 0, and give neither a rank to 「－」 nor take it for the smallest", async () => {
    const ctx = await planning();
    const { item } = await itemByCode(ctx, "D2203");
    const directory = await municipalityDirectory(ctx);
    const scope = { kind: "chosen", codes: ["202185", "205214", "202011"] } as const;
    const { values } = await itemComparison(ctx, item, { scope, directory });
    expect(values.map(({ code, value, absence }) => [code, value, absence])).toEqual([
      ["202011", 0, null],
      ["202185", 9.1, null],
      ["205214", null, "notApplicable"],
    ]);
  });

  it("show before a second import what it would change, place by place", async () => {
    const ctx = await planning();
    await importStatistics(ctx, indices("H20,長野県,千曲市,0.63,91.5", "H20,長野県,坂城町,0.82,－"));
    const id = await openStatistics(
      ctx,
      indices("H20,長野県,千曲市,0.64,91.5", "H20,長野県,坂城町,0.82,3.5", "H21,長野県,千曲市,0.62,"),
    );
    const { difference } = await previewOf(ctx, id);
    expect(
      difference.changed.map(({ itemName, from, to }) => [itemName, to.code, from.value ?? from.absence, to.value]),
    ).toEqual([
      ["財政力指数", "202185", 0.63, 0.64],
      ["将来負担比率", "205214", "notApplicable", 3.5],
    ]);
    expect({ added: difference.added.length, unchanged: difference.unchanged }).toEqual({ added: 1, unchanged: 2 });
    expect(valueOf(await applyStatistics(ctx, id))).toMatchObject({ added: 1, changed: 2, unchanged: 2 });
  });

  it("come in whole or not at all: a wrong cell holds everything up and is named", async () => {
    const ctx = await planning();
    const id = await openStatistics(ctx, indices("R1,長野県,千曲市,0.53,四九", "R1,長野県,坂城町,0.85,1.0"));
    expect((await previewOf(ctx, id)).reading.errors).toMatchObject([{ row: 2, column: "E", value: "四九" }]);
    expect(codeOf(await applyStatistics(ctx, id))).toBe("hasErrors");
    const { item } = await itemByCode(ctx, "fiscal-strength");
    const directory = await municipalityDirectory(ctx);
    const { course } = await itemComparison(ctx, item, { scope: { kind: "nation" }, directory });
    expect(course.map(({ year }) => year)).toEqual([2008, 2009]);
  });

  it("leave out a municipality that nobody knows only when a person says so", async () => {
    const ctx = await planning();
    const id = await openStatistics(ctx, indices("R2,長野県,まぼろし村,0.1,1.0", "R2,長野県,千曲市,0.53,47.2"));
    expect(codeOf(await applyStatistics(ctx, id))).toBe("hasUnknown");
    valueOf(await decideUnknown(ctx, { id, skips: true }));
    expect(valueOf(await applyStatistics(ctx, id))).toMatchObject({ added: 2 });
  });

  it("refuse to apply what is no longer what the person looked at", async () => {
    const ctx = await planning();
    const id = await openStatistics(ctx, indices("R3,長野県,千曲市,0.52,29.6"));
    const { fingerprint } = (await previewOf(ctx, id)).difference;
    await importStatistics(ctx, indices("R3,長野県,千曲市,0.51,29.6"));
    expect(codeOf(await requestStatisticImport(ctx, { id, fingerprint }))).toBe("changed");
  });

  it("of the city itself need no column that names a municipality", async () => {
    const ctx = await planning();
    await importStatistics(ctx, statisticsCsv("観光.csv", "年度,入込客数（人）", 'R5,"1,250,000"', "R6,－"));
    const sets = await listDataSets(ctx);
    const { items } = await dataSetPage(ctx, sets.at(-1)?.code ?? "");
    expect(items).toMatchObject([
      { name: "入込客数", unit: "人", own: { code: ctx.municipality.code, year: 2024, absence: "notApplicable" } },
    ]);
  });

  it("are taken in by the planning and the finance office, and read by staff", async () => {
    const clerk = city().as(await personIn(city(), "こども課 高橋", { roles: ["clerk"] }));
    const finance = city().as(await personIn(city(), "財政課 鈴木", { roles: ["finance"] }));
    const member = city().as(await personIn(city(), "委員", { roles: ["member"] }));
    await expect(importStatistics(clerk, ssdse)).rejects.toThrow(Forbidden);
    expect(await importStatistics(finance, ssdse)).toMatchObject({ unchanged: 6 });
    expect(await listDataSets(clerk)).not.toEqual([]);
    await expect(listDataSets(member)).rejects.toThrow(Forbidden);
  });

  it("refuse a stale correction of an item", async () => {
    const ctx = await planning();
    const { item } = await itemByCode(ctx, "A1101");
    const { id, version, name, unit, decimals, description, isPublic } = item;
    const edit = { id, version, name, unit, decimals, description, isPublic, direction: "up" } as const;
    valueOf(await editItem(ctx, edit));
    expect(codeOf(await editItem(ctx, edit))).toBe("stale");
    expect((await itemByCode(ctx, "A1101")).item).toMatchObject({ direction: "up", version: version + 1 });
  });

  it("stand beside groups that the city names, member by member", async () => {
    const ctx = await planning();
    const made = valueOf(
      await keepGroup(ctx, { name: "類似団体", note: "", members: "長野県 坂城町\n202011、千曲市" }),
    );
    expect(await listGroups(ctx)).toMatchObject([{ name: "類似団体", codes: ["202011", "202185", "205214"] }]);
    const refused = await keepGroup(ctx, { name: "近隣", note: "", members: "府中市\nまぼろし村" });
    expect(refused).toMatchObject({ ok: false, refusal: { code: "unknownMunicipality" } });
    expect(codeOf(await keepGroup(ctx, { name: "類似団体", note: "", members: "千曲市" }))).toBe("nameTaken");
    expect(made.id).toBeTruthy();
  });

  it("are cited by a measure of one's own division, once each, with the group they stand beside", async () => {
    const ctx = await planning();
    const divisionId = await divisionIn(city(), "財政課");
    const clerk = city().as(await personIn(city(), "財政課 主任", { roles: ["clerk"], divisionIds: [divisionId] }));
    const { node } = await planOf(ctx, "みほん市総合計画", ["1 くらし", ["1-1 財政", ["1-1-1 健全な財政"]]]);
    const { id: nodeId } = await node("健全な財政");
    const { item } = await itemByCode(ctx, "D2203");
    const [group] = await listGroups(ctx);
    const citation = { nodeId, itemId: item.id, scope: "group", groupId: group?.id ?? null, note: "下がった" } as const;
    await expect(citeStatistic(clerk, citation)).rejects.toThrow(Forbidden);
    valueOf(await citeStatistic(ctx, citation));
    expect(codeOf(await citeStatistic(ctx, citation))).toBe("alreadyCited");
    expect(codeOf(await removeGroup(ctx, group?.id ?? ""))).toBe("groupInUse");
    expect(await citedStatistics(ctx, nodeId)).toMatchObject([{ item: { code: "D2203" }, scope: { kind: "group" } }]);
  });

  it("are published with their sources, only the items that were marked, and keep every value", async () => {
    const ctx = await planning();
    const version = { of: publishableStatistics, reference: statisticsReference, ...words };
    expect(codeOf(await prepareNow(ctx, version))).toBe("nothingPublic");
    const { dataSet, items } = await dataSetPage(ctx, "ssdse-a");
    const burden = items.find(({ code }) => code === "D2203");
    valueOf(await choosePublicItems(ctx, { dataSetId: dataSet.id, itemIds: [burden?.id ?? ""] }));
    const { hash } = valueOf(await prepareNow(ctx, version));
    const { id } = valueOf(await publishNow(ctx, { ...version, expectedHash: hash }));
    const source = storedPublications(ctx);
    expect(headFor(await source.heads(), "statistics", "statistics")).toMatchObject({ id, label: "令和8年度版" });
    const snapshot = statisticsSnapshotSchema.parse(await source.payload(id));
    expect(snapshot.items.map(({ code }) => code)).toEqual(["D2203"]);
    expect(snapshot.dataSets).toMatchObject([
      { source: "独立行政法人統計センター「教育用標準データセット（SSDSE）」" },
    ]);
    expect(snapshot.citations).toMatchObject([{ item: "D2203", group: "類似団体", note: "下がった" }]);
    const [item] = snapshot.items;
    expect(item && valuesIn(item).map(({ code, value, absence }) => [code, value ?? absence])).toEqual([
      ["202011", 0],
      ["202185", 9.1],
      ["205214", "notApplicable"],
    ]);
  });
});

describe("the background of a plan", () => {
  const city = useCity();
  const planning = async () => city().as(await personIn(city(), "企画課 佐藤", { roles: ["planning"] }));
  const trend = {
    register: "trend",
    title: "人口減少と少子高齢化",
    fields: {
      summary: "子どもが減り、高齢者が増える。",
      source: "国勢調査（令和2年）",
      meaning: "担い手が足りなくなる。",
    },
  } as const;

  it("says of a trend where it was read and what it means for the city, and leads to measures", async () => {
    const ctx = await planning();
    const { node } = await planOf(ctx, "みほん市総合計画", ["1 くらし", ["1-1 子育て", ["1-1-1 保育"]]]);
    const { id: nodeId } = await node("保育");
    const { id } = valueOf(await keepBackgroundEntry(ctx, { ...trend, nodeIds: [nodeId] }));
    expect(await backgroundOf(ctx, nodeId)).toMatchObject([{ id, register: "trend", title: trend.title }]);
  });

  it("refuses a trend without a source, and says which field is empty", async () => {
    const ctx = await planning();
    const refused = await keepBackgroundEntry(ctx, { ...trend, fields: { ...trend.fields, source: " " }, nodeIds: [] });
    expect(refused).toMatchObject({ ok: false, refusal: { fields: { source: "出典を入れてください。" } } });
  });

  it("knows the tier of a plan above ours from three words only", async () => {
    const ctx = await planning();
    const plan = { register: "upperPlan", title: "県の総合計画", nodeIds: [] } as const;
    const fields = { tier: "県", body: "みほん県" };
    expect(codeOf(await keepBackgroundEntry(ctx, { ...plan, fields: { ...fields, tier: "町" } }))).toBe("entry");
    valueOf(await keepBackgroundEntry(ctx, { ...plan, fields }));
    expect(await backgroundEntries(ctx, "upperPlan")).toMatchObject([
      { title: "県の総合計画", fields: { tier: "県", period: "" } },
    ]);
  });

  it("refuses a stale save, and brings back what was removed", async () => {
    const ctx = await planning();
    const { id } = valueOf(await keepBackgroundEntry(ctx, { ...trend, title: "デジタル化", nodeIds: [] }));
    const change = { ...trend, title: "デジタル化の進展", nodeIds: [] };
    valueOf(await keepBackgroundEntry(ctx, change, { id, version: 1 }));
    expect(codeOf(await keepBackgroundEntry(ctx, change, { id, version: 1 }))).toBe("stale");
    const titles = async () => (await backgroundEntries(ctx, "trend")).map(({ title }) => title);
    valueOf(await removeBackgroundEntry(ctx, id));
    expect(await titles()).not.toContain("デジタル化の進展");
    valueOf(await restoreBackgroundEntry(ctx, id));
    expect(await titles()).toContain("デジタル化の進展");
  });
});
