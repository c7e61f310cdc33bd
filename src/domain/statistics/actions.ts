import { personId, record, type Ctx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { entryFault, registerShapes, type BackgroundEntry } from "./background.ts";
import type { Citation } from "./citation.ts";
import { namedCodes, type MunicipalityGroup } from "./group.ts";
import { cityDirectory } from "./import/case.ts";
import { dataSetFault, itemFault, type DataSet, type DataSetWords, type Item, type ItemWords } from "./item.ts";
import { statisticRefusals } from "./labels.ts";
import { mayCiteStatistics, mayManageStatistics, mayWriteBackground } from "./permissions.ts";
import { measureOf } from "./queries.ts";
import { entriesIn, insertEntry, markEntry, saveEntry } from "./store/background.ts";
import { citationsIn, deleteCitation, insertCitation } from "./store/citations.ts";
import {
  dataSetsIn,
  insertDataSet,
  insertItems,
  itemsIn,
  saveDataSet,
  saveItem,
  savePublicItems,
} from "./store/data-sets.ts";
import { deleteGroup, groupsIn, insertGroup, saveGroup } from "./store/groups.ts";
import { saveMunicipalities, saveValues } from "./store/values.ts";
import type { MunicipalityName } from "./municipality.ts";
import type { StatisticValue } from "./item.ts";

/** Corrects what is said of a data set: name, source, licence. */
export async function editDataSet(
  ctx: Ctx,
  { id, version, ...words }: DataSetWords & Pick<DataSet, "id" | "version">,
): Promise<Result<null>> {
  permit(mayManageStatistics(ctx.actor), mayManageStatistics.sentence);
  const fault = dataSetFault(words);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    if (!(await saveDataSet(tx, { id, version }, words))) return refuse(statisticRefusals.stale);
    await record(tx, ctx, "statistics.dataSet.edited", { dataSetId: id });
    return accept(null);
  });
}

/** Corrects what is said of an item: name, unit, decimals, which way is better. */
export async function editItem(
  ctx: Ctx,
  { id, version, ...words }: ItemWords & Pick<Item, "id" | "version">,
): Promise<Result<null>> {
  permit(mayManageStatistics(ctx.actor), mayManageStatistics.sentence);
  const fault = itemFault(words);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    if (!(await saveItem(tx, { id, version }, words))) return refuse(statisticRefusals.stale);
    await record(tx, ctx, "statistics.item.edited", { itemId: id });
    return accept(null);
  });
}

/** Says which items of a data set the next publication contains. */
export async function choosePublicItems(
  ctx: Ctx,
  { dataSetId, itemIds }: { readonly dataSetId: string; readonly itemIds: readonly string[] },
): Promise<Result<null>> {
  permit(mayManageStatistics(ctx.actor), mayManageStatistics.sentence);
  return ctx.transaction(async (tx) => {
    const own = (await itemsIn(tx)).filter((each) => each.dataSetId === dataSetId).map(({ id }) => id);
    if (own.length === 0) throw new NotFound();
    const chosen = itemIds.filter((id) => own.includes(id));
    await savePublicItems(tx, dataSetId, chosen);
    await record(tx, ctx, "statistics.dataSet.publicItemsChosen", { dataSetId, items: chosen.length });
    return accept(null);
  });
}

/** A group as a person writes it: members one a line. */
export interface GroupEntry {
  readonly name: string;
  readonly note: string;
  readonly members: string;
}

/** Makes a group of municipalities (類似団体 …), or changes one when its id and version are given. */
export async function keepGroup(
  ctx: Ctx,
  entry: GroupEntry,
  standing?: Pick<MunicipalityGroup, "id" | "version">,
): Promise<Result<{ id: string }>> {
  permit(mayManageStatistics(ctx.actor), mayManageStatistics.sentence);
  const name = entry.name.trim();
  if (name === "") return refuse(statisticRefusals.groupNameMissing);
  const codes = namedCodes(entry.members, await cityDirectory(ctx));
  if (!codes.ok) return codes;
  if (codes.value.length === 0) return refuse(statisticRefusals.groupEmpty);
  return ctx.transaction(async (tx) => {
    if ((await groupsIn(tx)).some((each) => each.name === name && each.id !== standing?.id))
      return refuse(statisticRefusals.nameTaken);
    const { id, version } = standing ?? { id: newId(), version: 1 };
    const group = { id, name, note: entry.note.trim(), codes: codes.value, version };
    if (!standing) await insertGroup(tx, group);
    else if (!(await saveGroup(tx, group))) return refuse(statisticRefusals.stale);
    await record(tx, ctx, standing ? "statistics.group.edited" : "statistics.group.created", { groupId: id });
    return accept({ id });
  });
}

/** Removes a group that no measure's statistic is shown beside. */
export async function removeGroup(ctx: Ctx, id: string): Promise<Result<null>> {
  permit(mayManageStatistics(ctx.actor), mayManageStatistics.sentence);
  return ctx.transaction(async (tx) => {
    if (!(await groupsIn(tx)).some((each) => each.id === id)) throw new NotFound();
    if ((await citationsIn(tx)).some(({ groupId }) => groupId === id)) return refuse(statisticRefusals.groupInUse);
    await deleteGroup(tx, id);
    await record(tx, ctx, "statistics.group.removed", { groupId: id });
    return accept(null);
  });
}

/** Lets a measure rest on a statistic. */
export async function citeStatistic(
  ctx: Ctx,
  input: Pick<Citation, "nodeId" | "itemId" | "scope" | "groupId" | "note">,
): Promise<Result<{ id: string }>> {
  permit(mayCiteStatistics(ctx.actor, await measureOf(ctx, input.nodeId)), mayCiteStatistics.sentence);
  return ctx.transaction(async (tx) => {
    if (!(await itemsIn(tx)).some(({ id }) => id === input.itemId)) return refuse(statisticRefusals.noItemChosen);
    if (input.groupId !== null && !(await groupsIn(tx)).some(({ id }) => id === input.groupId)) throw new NotFound();
    const own = (await citationsIn(tx)).filter(({ nodeId }) => nodeId === input.nodeId);
    if (own.some(({ itemId }) => itemId === input.itemId)) return refuse(statisticRefusals.alreadyCited);
    const id = newId();
    await insertCitation(tx, { ...input, note: input.note.trim(), id, position: (own.at(-1)?.position ?? 0) + 1 });
    await record(tx, ctx, "statistics.cited", { nodeId: input.nodeId, itemId: input.itemId });
    return accept({ id });
  });
}

/** Takes a statistic off a measure. */
export async function removeCitation(
  ctx: Ctx,
  { nodeId, id }: { readonly nodeId: string; readonly id: string },
): Promise<Result<null>> {
  permit(mayCiteStatistics(ctx.actor, await measureOf(ctx, nodeId)), mayCiteStatistics.sentence);
  return ctx.transaction(async (tx) => {
    const citation = (await citationsIn(tx)).find((each) => each.id === id && each.nodeId === nodeId);
    if (!citation) throw new NotFound();
    await deleteCitation(tx, id);
    await record(tx, ctx, "statistics.citationRemoved", { nodeId, itemId: citation.itemId });
    return accept(null);
  });
}

type EntryInput = Pick<BackgroundEntry, "register" | "title" | "fields" | "nodeIds">;

/** Writes an entry of a register (社会潮流・課題・上位計画), or changes one when its id and version are given. */
export async function keepBackgroundEntry(
  ctx: Ctx,
  input: EntryInput,
  standing?: Pick<BackgroundEntry, "id" | "version">,
): Promise<Result<{ id: string }>> {
  permit(mayWriteBackground(ctx.actor), mayWriteBackground.sentence);
  const fault = entryFault(input);
  if (fault) return refuse(fault);
  for (const nodeId of input.nodeIds) await measureOf(ctx, nodeId);
  return ctx.transaction(async (tx) => {
    const { id, version } = standing ?? { id: newId(), version: 1 };
    const entry = { ...input, title: input.title.trim(), fields: keptFields(input), id, version };
    const saving = { by: personId(ctx.actor), at: ctx.clock.now() };
    if (!standing) await insertEntry(tx, entry, saving);
    else if (!(await saveEntry(tx, entry, saving))) return refuse(statisticRefusals.stale);
    await record(tx, ctx, standing ? "background.edited" : "background.added", { kind: input.register, entryId: id });
    return accept({ id });
  });
}

/** Only fields that the register has, without spaces around. */
function keptFields({ register, fields }: EntryInput): Record<string, string> {
  const keys = registerShapes[register].fields.map(({ key }) => key);
  return Object.fromEntries(keys.map((key) => [key, (fields[key] ?? "").trim()]));
}

/** Removes an entry; `restoreBackgroundEntry` brings it back. */
export async function removeBackgroundEntry(ctx: Ctx, id: string): Promise<Result<null>> {
  permit(mayWriteBackground(ctx.actor), mayWriteBackground.sentence);
  return ctx.transaction(async (tx) => {
    const entry = (await entriesIn(tx)).find((each) => each.id === id);
    if (!entry) throw new NotFound();
    await markEntry(tx, id, ctx.clock.now());
    await record(tx, ctx, "background.removed", { kind: entry.register, entryId: id });
    return accept(null);
  });
}

export async function restoreBackgroundEntry(ctx: Ctx, id: string): Promise<Result<null>> {
  permit(mayWriteBackground(ctx.actor), mayWriteBackground.sentence);
  return ctx.transaction(async (tx) => {
    await markEntry(tx, id, null);
    const entry = (await entriesIn(tx)).find((each) => each.id === id);
    if (!entry) throw new NotFound();
    await record(tx, ctx, "background.restored", { kind: entry.register, entryId: id });
    return accept(null);
  });
}

/** A whole data set with its values, as seeds bring it. */
export interface StatisticsInsertion {
  readonly dataSet: DataSetWords & { readonly code: string };
  readonly items: readonly (ItemWords & {
    readonly code: string;
    readonly values: readonly StatisticValue[];
  })[];
  /** Municipalities that the built-in list lacks. */
  readonly municipalities: readonly MunicipalityName[];
}

/** Writes a data set with all its values at once. */
export async function insertStatistics(ctx: Ctx, input: StatisticsInsertion): Promise<Result<{ id: string }>> {
  permit(mayManageStatistics(ctx.actor), mayManageStatistics.sentence);
  const fault: Refusal | undefined = dataSetFault(input.dataSet) ?? input.items.map(itemFault).find(Boolean);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    const taken = (await dataSetsIn(tx)).some(({ code }) => code === input.dataSet.code);
    if (taken) return refuse(statisticRefusals.stale);
    const id = newId();
    await insertDataSet(tx, { ...input.dataSet, id, version: 1 }, ctx.clock.now());
    await saveMunicipalities(tx, input.municipalities);
    const items = input.items.map(({ values: _values, ...item }, index): Item => ({
      ...item,
      id: newId(),
      dataSetId: id,
      position: index + 1,
      version: 1,
    }));
    await insertItems(tx, items);
    for (const [index, { values }] of input.items.entries()) {
      const itemId = items[index]?.id ?? "";
      await saveValues(
        tx,
        values.map((value) => ({ ...value, itemId })),
      );
    }
    await record(tx, ctx, "statistics.inserted", { dataSetId: id, items: items.length });
    return accept({ id });
  });
}
