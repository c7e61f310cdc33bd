import type { Ctx } from "#domain/audit/index.ts";
import { nodePage } from "#domain/plan/index.ts";
import { NotFound, permit } from "#kernel/result.ts";
import type { BackgroundEntry, Register } from "./background.ts";
import type { Citation } from "./citation.ts";
import { courseOf, type CourseYear } from "./comparison.ts";
import type { MunicipalityGroup } from "./group.ts";
import { cityDirectory } from "./import/case.ts";
import type { DataSet, Item, StatisticValue } from "./item.ts";
import type { MunicipalityDirectory } from "./municipality.ts";
import { mayReadStatistics } from "./permissions.ts";
import { codesOf, type Scope } from "./scope.ts";
import { entriesIn } from "./store/background.ts";
import { citationsIn } from "./store/citations.ts";
import { dataSetsIn, itemsIn, itemWithCode } from "./store/data-sets.ts";
import { groupsIn } from "./store/groups.ts";
import { extentsOf, valuesOf, type ItemExtent } from "./store/values.ts";

function mayRead(ctx: Ctx): void {
  permit(mayReadStatistics(ctx.actor), mayReadStatistics.sentence);
}

/** A data set with how much there is of it. */
export interface DataSetOverview extends DataSet {
  readonly items: number;
  readonly publicItems: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

export async function listDataSets(ctx: Ctx): Promise<DataSetOverview[]> {
  mayRead(ctx);
  const items = await itemsIn(ctx.db);
  const extents = new Map((await extentsOf(ctx.db)).map((each) => [each.itemId, each]));
  return (await dataSetsIn(ctx.db)).map((set) => {
    const own = items.filter(({ dataSetId }) => dataSetId === set.id);
    const known = own.flatMap(({ id }) => extents.get(id) ?? []);
    return {
      ...set,
      items: own.length,
      publicItems: own.filter(({ isPublic }) => isPublic).length,
      firstYear: known.length === 0 ? null : Math.min(...known.map(({ firstYear }) => firstYear)),
      lastYear: known.length === 0 ? null : Math.max(...known.map(({ lastYear }) => lastYear)),
    };
  });
}

/** An item with its newest year, and the city's own value in it. */
export interface ItemOverview extends Item {
  readonly extent: ItemExtent | undefined;
  readonly own: StatisticValue | undefined;
}

/** A data set with its items. @throws NotFound */
export async function dataSetPage(
  ctx: Ctx,
  code: string,
): Promise<{ readonly dataSet: DataSet; readonly items: readonly ItemOverview[] }> {
  mayRead(ctx);
  const dataSet = (await dataSetsIn(ctx.db)).find((each) => each.code === code);
  if (!dataSet) throw new NotFound();
  const items = (await itemsIn(ctx.db)).filter(({ dataSetId }) => dataSetId === dataSet.id);
  const extents = new Map((await extentsOf(ctx.db)).map((each) => [each.itemId, each]));
  const itemIds = items.map(({ id }) => id);
  const newest = new Map<string, StatisticValue>();
  for (const { itemId, ...value } of await valuesOf(ctx.db, { itemIds, codes: [ctx.municipality.code] }))
    newest.set(itemId, value);
  return { dataSet, items: items.map((item) => ({ ...item, extent: extents.get(item.id), own: newest.get(item.id) })) };
}

/** Every item with its data set, for lists to choose from. */
export async function listItems(ctx: Ctx): Promise<readonly (Item & { readonly dataSetName: string })[]> {
  mayRead(ctx);
  const names = new Map((await dataSetsIn(ctx.db)).map(({ id, name }) => [id, name]));
  return (await itemsIn(ctx.db)).map((item) => ({ ...item, dataSetName: names.get(item.dataSetId) ?? "" }));
}

/** An item in its data set. @throws NotFound */
export async function itemByCode(ctx: Ctx, code: string): Promise<{ readonly item: Item; readonly dataSet: DataSet }> {
  mayRead(ctx);
  const item = await itemWithCode(ctx.db, code);
  const dataSet = item && (await dataSetsIn(ctx.db)).find(({ id }) => id === item.dataSetId);
  if (!item || !dataSet) throw new NotFound();
  return { item, dataSet };
}

/** The values of an item among those compared, and the city's course through the years. */
export interface ItemComparison {
  readonly values: readonly StatisticValue[];
  readonly course: readonly CourseYear[];
}

export async function itemComparison(
  ctx: Ctx,
  item: Item,
  { scope, directory }: { readonly scope: Scope; readonly directory: MunicipalityDirectory },
): Promise<ItemComparison> {
  mayRead(ctx);
  const { code } = ctx.municipality;
  const codes = codesOf(scope, code, directory.all);
  const values = await valuesOf(ctx.db, { itemIds: [item.id], ...(codes && { codes }) });
  return { values, course: courseOf(values, { code, direction: item.direction }) };
}

/** The city's own values of some items, through the years. */
export async function ownValues(
  ctx: Ctx,
  itemIds: readonly string[],
): Promise<readonly (StatisticValue & { readonly itemId: string })[]> {
  mayRead(ctx);
  return valuesOf(ctx.db, { itemIds, codes: [ctx.municipality.code] });
}

/** Names of municipalities, as the city knows them. */
export async function municipalityDirectory(ctx: Ctx): Promise<MunicipalityDirectory> {
  mayRead(ctx);
  return cityDirectory(ctx);
}

export async function listGroups(ctx: Ctx): Promise<MunicipalityGroup[]> {
  mayRead(ctx);
  return groupsIn(ctx.db);
}

/** @throws NotFound */
export async function groupById(ctx: Ctx, id: string): Promise<MunicipalityGroup> {
  const found = (await listGroups(ctx)).find((each) => each.id === id);
  if (!found) throw new NotFound();
  return found;
}

/** A citation of a measure with the item, its source, and where the city stands in the newest year. */
export interface CitedStatistic {
  readonly citation: Citation;
  readonly item: Item;
  readonly dataSet: DataSet;
  readonly latest: CourseYear | undefined;
  readonly scope: Scope | undefined;
}

/** The statistics that a measure rests on, in their order. */
export async function citedStatistics(ctx: Ctx, nodeId: string): Promise<CitedStatistic[]> {
  mayRead(ctx);
  const citations = (await citationsIn(ctx.db)).filter((each) => each.nodeId === nodeId);
  if (citations.length === 0) return [];
  const [items, dataSets, groups, directory] = [
    await itemsIn(ctx.db),
    await dataSetsIn(ctx.db),
    await groupsIn(ctx.db),
    await cityDirectory(ctx),
  ];
  const found: CitedStatistic[] = [];
  for (const citation of citations) {
    const item = items.find(({ id }) => id === citation.itemId);
    const dataSet = dataSets.find(({ id }) => id === item?.dataSetId);
    if (!item || !dataSet) continue;
    const scope = scopeOf(citation, groups);
    const compared = scope ?? { kind: "chosen" as const, codes: [] };
    const { course } = await itemComparison(ctx, item, { scope: compared, directory });
    found.push({ citation, item, dataSet, scope, latest: course.findLast(({ own }) => own !== undefined) });
  }
  return found;
}

/** Beside whom a citation shows its figure; undefined for nobody. */
export function scopeOf({ scope, groupId }: Citation, groups: readonly MunicipalityGroup[]): Scope | undefined {
  if (scope === "prefecture") return { kind: "prefecture" };
  const group = groups.find(({ id }) => id === groupId);
  return group && { kind: "group", group };
}

/** The entries of a register in their order. */
export async function backgroundEntries(ctx: Ctx, register?: Register): Promise<BackgroundEntry[]> {
  mayRead(ctx);
  return entriesIn(ctx.db, register);
}

/** @throws NotFound */
export async function backgroundEntry(ctx: Ctx, register: Register, id: string): Promise<BackgroundEntry> {
  const found = (await backgroundEntries(ctx, register)).find((each) => each.id === id);
  if (!found) throw new NotFound();
  return found;
}

/** What leads to a measure: the entries of all registers that name it. */
export async function backgroundOf(ctx: Ctx, nodeId: string): Promise<BackgroundEntry[]> {
  return (await backgroundEntries(ctx)).filter(({ nodeIds }) => nodeIds.includes(nodeId));
}

/** The divisions of a measure, for permissions. @throws NotFound */
export async function measureOf(ctx: Ctx, nodeId: string) {
  return (await nodePage(ctx, nodeId)).node;
}
