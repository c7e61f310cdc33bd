import type { Ctx } from "#domain/audit/index.ts";
import type { Publishable } from "#domain/publication/index.ts";
import { grouped } from "#kernel/grouped.ts";
import { accept, refuse } from "#kernel/result.ts";
import { cityDirectory } from "./import/case.ts";
import { isSamePrefecture } from "./municipality.ts";
import { statisticRefusals } from "./labels.ts";
import { rowsOf, statisticsSnapshotFormat, statisticsSnapshotSchema, type StatisticsSnapshot } from "./snapshot.ts";
import { citationsIn } from "./store/citations.ts";
import { dataSetsIn, itemsIn } from "./store/data-sets.ts";
import { groupsIn } from "./store/groups.ts";
import { valuesOf } from "./store/values.ts";

/** The statistics as they go public: one publication for the city, whose newest stands. */
export const publishableStatistics: Publishable<StatisticsSnapshot> = {
  subject: "statistics",
  format: statisticsSnapshotFormat,
  schema: statisticsSnapshotSchema,
  compose: async (ctx) => {
    const snapshot = await statisticsSnapshot(ctx);
    return snapshot.items.length === 0 ? refuse(statisticRefusals.nothingPublic) : accept(snapshot);
  },
};

export const statisticsReference = "statistics";

/**
 * What would go public now: the items marked for it, with the values of the city, of its prefecture and of its groups, and the
 * citations of them.
 */
async function statisticsSnapshot(ctx: Pick<Ctx, "db" | "municipality">): Promise<StatisticsSnapshot> {
  const { code: own, name } = ctx.municipality;
  const items = (await itemsIn(ctx.db)).filter(({ isPublic }) => isPublic);
  const groups = await groupsIn(ctx.db);
  const directory = await cityDirectory(ctx);
  const shown = [own, ...directory.all.map(({ code }) => code), ...groups.flatMap(({ codes }) => codes)].filter(
    (code) => isSamePrefecture(code, own) || groups.some(({ codes }) => codes.includes(code)),
  );
  const codes = [...new Set(shown)];
  const values = grouped(await valuesOf(ctx.db, { itemIds: items.map(({ id }) => id), codes }), ({ itemId }) => itemId);
  const sets = await dataSetsIn(ctx.db);
  const setCode = new Map(sets.map(({ id, code }) => [id, code]));
  const published = items.map((item) => ({
    code: item.code,
    dataSet: setCode.get(item.dataSetId) ?? "",
    name: item.name,
    unit: item.unit,
    decimals: item.decimals,
    direction: item.direction,
    description: item.description,
    ...rowsOf(values.get(item.id) ?? []),
  }));
  const named = new Set([own, ...published.flatMap(({ rows }) => rows.map(({ code }) => code))]);
  return {
    municipality: { code: own, name },
    dataSets: sets
      .filter(({ id }) => items.some(({ dataSetId }) => dataSetId === id))
      .map(({ id: _id, version: _version, ...words }) => words),
    items: published,
    municipalities: [...named].sort().flatMap((code) => directory.byCode(code) ?? []),
    groups: groups.map(({ name: groupName, note, codes: members }) => ({ name: groupName, note, codes: [...members] })),
    citations: (await citationsIn(ctx.db)).flatMap(({ nodeId, itemId, scope, groupId, note }) => {
      const item = items.find(({ id }) => id === itemId);
      const group = groups.find(({ id }) => id === groupId)?.name ?? null;
      return item ? [{ nodeId, item: item.code, scope, group, note }] : [];
    }),
  };
}
