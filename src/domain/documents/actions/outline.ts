import { record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { nodeIn, planOutline } from "#domain/plan/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { sectionRefusals } from "../labels.ts";
import { mayShapeManuscript } from "../permissions.ts";
import { branchOf, placesWithout, stepped, type Section } from "../section.ts";
import { openLoans, unsettledCopies } from "../store/loans.ts";
import {
  insertSections,
  keepSectionRevision,
  lockSections,
  removeSectionRow,
  savePlaces,
  setDueDates,
  updateFrame,
  type NewSection,
} from "../store/sections.ts";

/** What a free section is called, who answers for it and by when. */
export interface SectionEntry {
  readonly title: string;
  readonly divisionId: string | null;
  readonly dueOn: string | null;
}

/** Adds a free chapter or section as the last of its row. */
export async function addSection(
  ctx: Ctx,
  { planId, parentId, ...entry }: SectionEntry & { readonly planId: string; readonly parentId: string | null },
): Promise<Result<{ readonly id: string }>> {
  permit(mayShapeManuscript(ctx.actor), mayShapeManuscript.sentence);
  const fault = titleFault(entry.title);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    const sections = await lockSections(tx, planId);
    if (parentId !== null) sectionAmong(sections, parentId);
    const id = newId();
    const position = endOf(sections, parentId);
    const section = { ...entry, title: entry.title.trim(), id, planId, parentId, position, nodeId: null };
    await insertSections(tx, [section], ctx.clock.now());
    await keepSectionRevision(tx, ctx, id, "created");
    await record(tx, ctx, "documents.section.added", { planId, sectionId: id });
    return accept({ id });
  });
}

/** Gives every node of the plan that has none yet a bound section under a chapter, in the tree's shape (施策体系から節を作る). */
export async function bindTree(
  ctx: Ctx,
  { planId, parentId }: { readonly planId: string; readonly parentId: string | null },
): Promise<Result<{ readonly added: number }>> {
  permit(mayShapeManuscript(ctx.actor), mayShapeManuscript.sentence);
  const nodes = await planOutline(ctx, planId);
  return ctx.transaction(async (tx) => {
    const sections = await lockSections(tx, planId);
    if (parentId !== null) sectionAmong(sections, parentId);
    const sectionOf = new Map(sections.flatMap(({ id, nodeId }) => (nodeId === null ? [] : [[nodeId, id] as const])));
    const added: NewSection[] = [];
    for (const node of nodes.filter(({ id }) => !sectionOf.has(id))) {
      const under = node.parentId === null ? parentId : (sectionOf.get(node.parentId) ?? parentId);
      const position = endOf([...sections, ...added], under);
      const id = newId();
      added.push({ id, planId, parentId: under, position, title: "", nodeId: node.id, divisionId: null, dueOn: null });
      sectionOf.set(node.id, id);
    }
    await insertSections(tx, added, ctx.clock.now());
    if (added.length > 0) await record(tx, ctx, "documents.tree.bound", { planId, sections: added.length });
    return accept({ added: added.length });
  });
}

/** Changes what a section is called (a free one), who answers for it and by when; with `isForAll`, the due date is that of all below it too. */
export async function editSection(
  ctx: Ctx,
  {
    planId,
    id,
    version,
    isForAll = false,
    ...entry
  }: SectionEntry & {
    readonly planId: string;
    readonly id: string;
    readonly version: number;
    readonly isForAll?: boolean;
  },
): Promise<Result<null>> {
  return shaping(ctx, planId, async (tx, sections) => {
    const section = sectionAmong(sections, id);
    const title = section.nodeId === null ? entry.title.trim() : "";
    const fault = section.nodeId === null ? titleFault(title) : undefined;
    if (fault) return refuse(fault);
    if (section.version !== version) return refuse(sectionRefusals.stale);
    if (await isOnLoan(tx, section)) return refuse(sectionRefusals.onLoan);
    await updateFrame(tx, { id, title, divisionId: entry.divisionId, dueOn: entry.dueOn }, ctx.clock.now());
    if (isForAll) await setDueDates(tx, { ids: below(sections, id), dueOn: entry.dueOn, at: ctx.clock.now() });
    if (title !== section.title) await keepSectionRevision(tx, ctx, id, "renamed");
    await record(tx, ctx, "documents.section.edited", { planId, sectionId: id });
    return accept(null);
  });
}

function below(sections: readonly Section[], id: string): string[] {
  return [...branchOf(sections, id)].filter((each) => each !== id);
}

/** Moves a section one step up or down among its siblings. */
export async function stepSection(
  ctx: Ctx,
  { planId, id, step }: { readonly planId: string; readonly id: string; readonly step: -1 | 1 },
): Promise<Result<null>> {
  return shaping(ctx, planId, async (tx, sections) => {
    sectionAmong(sections, id);
    const places = stepped(sections, id, step);
    if (!places) return refuse(sectionRefusals.edge);
    await savePlaces(tx, places);
    await record(tx, ctx, "documents.section.moved", { planId, sectionId: id });
    return accept(null);
  });
}

/** Moves a section with all below it to the end of another chapter. */
export async function moveSection(
  ctx: Ctx,
  { planId, id, parentId }: { readonly planId: string; readonly id: string; readonly parentId: string | null },
): Promise<Result<null>> {
  return shaping(ctx, planId, async (tx, sections) => {
    sectionAmong(sections, id);
    if (parentId !== null) sectionAmong(sections, parentId);
    if (parentId !== null && branchOf(sections, id).has(parentId)) return refuse(sectionRefusals.intoItself);
    await savePlaces(tx, [{ id, parentId, position: endOf(sections, parentId) }]);
    await record(tx, ctx, "documents.section.moved", { planId, sectionId: id });
    return accept(null);
  });
}

/** Takes a section out of the document; its revisions stay. A bound one's node stays where it is; where that is gone, what stands below moves up. */
export async function removeSection(
  ctx: Ctx,
  { planId, id }: { readonly planId: string; readonly id: string },
): Promise<Result<null>> {
  return shaping(ctx, planId, async (tx, sections) => {
    const section = sectionAmong(sections, id);
    const isGone = section.nodeId !== null && !(await nodeIn(tx, section.nodeId));
    if (!isGone && sections.some(({ parentId }) => parentId === id)) return refuse(sectionRefusals.notEmpty);
    if (await isOnLoan(tx, section)) return refuse(sectionRefusals.onLoan);
    if ((await unsettledCopies(tx, [id])).length > 0) return refuse(sectionRefusals.copiesLeft);
    if (isGone) await savePlaces(tx, placesWithout(sections, section)); // as the document reads already
    await removeSectionRow(tx, id, ctx.clock.now());
    await record(tx, ctx, "documents.section.removed", { planId, sectionId: id });
    return accept(null);
  });
}

async function shaping<T>(
  ctx: Ctx,
  planId: string,
  work: (tx: Tx, sections: readonly Section[]) => Promise<Result<T>>,
): Promise<Result<T>> {
  permit(mayShapeManuscript(ctx.actor), mayShapeManuscript.sentence);
  return ctx.transaction(async (tx) => work(tx, await lockSections(tx, planId)));
}

function sectionAmong(sections: readonly Section[], id: string): Section {
  const found = sections.find((each) => each.id === id);
  if (!found) throw new NotFound();
  return found;
}

function endOf(sections: readonly Pick<Section, "parentId" | "position">[], parentId: string | null): number {
  return sections.reduce((end, each) => (each.parentId === parentId ? Math.max(end, each.position + 1) : end), 0);
}

async function isOnLoan(tx: Tx, { id }: Section): Promise<boolean> {
  return (await openLoans(tx, [id])).length > 0;
}

function titleFault(title: string): Refusal | undefined {
  const told = title.trim();
  return told === "" || told.length > 100 ? sectionRefusals.titleNeeded : undefined;
}
