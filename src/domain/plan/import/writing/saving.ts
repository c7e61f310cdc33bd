import type { Ctx, Tx } from "#domain/audit/index.ts";
import { grouped } from "#kernel/grouped.ts";
import { NotFound } from "#kernel/result.ts";
import { placeIndicators, removeSdgLinks } from "../store/present-plan.ts";
import type { ImportWrites, IndicatorWrite, NodeWrite } from "./import-writes.ts";
import type { ChangeGrounds } from "../../store/indicator-values.ts";
import {
  indicatorsOfPlan,
  insertIndicators,
  keepIndicatorRevisions,
  setRemoved,
  updateIndicator,
} from "../../store/indicators.ts";
import { insertNodes, updateContent } from "../../store/nodes.ts";
import { keepRevisions } from "../../store/revisions.ts";
import { insertSdgLinks } from "../../store/sdgs.ts";
import { countUp, markRemoved, savePlaces } from "../../store/tree.ts";

interface Saving {
  readonly ctx: Ctx;
  readonly planId: string;
  /** What the changes of settled values rest on. */
  readonly grounds: ChangeGrounds;
  /** Nodes of the plan as they stood, to tell the tops of removed branches. */
  readonly parents: ReadonlyMap<string, string | null>;
  /** Says how far it is, 0 to 1. */
  readonly advance: (share: number) => Promise<void>;
}

/** Saves an import in the caller's transaction: removals first, so that their codes are free. Each touched thing keeps a revision. */
export async function saveWrites(tx: Tx, writes: ImportWrites, saving: Saving): Promise<void> {
  await removeNodes(tx, writes.removedNodes, saving);
  for (const id of writes.removedIndicators) await setRemoved(tx, id, saving.ctx.clock.now());
  await saving.advance(0.1);
  await saveNodes(tx, writes.nodes, saving);
  await saving.advance(0.5);
  await saveIndicators(tx, writes.indicators, saving);
}

async function removeNodes(tx: Tx, ids: readonly string[], { ctx, parents }: Saving): Promise<void> {
  const gone = new Set(ids);
  const topOf = (id: string): string => {
    const parent = parents.get(id) ?? null;
    return parent !== null && gone.has(parent) ? topOf(parent) : id;
  };
  await countUp(tx, ids, ctx.clock.now());
  if (ids.length > 0) await keepRevisions(tx, ctx, { ids, act: "removed" });
  for (const [root, branch] of grouped(ids, topOf)) await markRemoved(tx, { root, ids: branch, at: ctx.clock.now() });
}

async function saveNodes(tx: Tx, nodes: readonly NodeWrite[], { ctx, planId }: Saving): Promise<void> {
  const at = ctx.clock.now();
  const fresh = nodes.filter(({ kind }) => kind === "new").toSorted((one, other) => one.depth - other.depth);
  const changed = nodes.filter(({ kind }) => kind === "changed");
  await insertNodes(
    tx,
    fresh.map(({ id, parentId, depth, position, content }) => ({ ...content, id, planId, parentId, depth, position })),
    at,
  );
  for (const { id, content } of changed) await updateContent(tx, { id, content, at });
  const places = nodes.filter(({ kind }) => kind !== "new");
  if (places.length > 0)
    await savePlaces(
      tx,
      places.map(({ id, parentId, depth, position, content }) => ({
        id,
        parentId,
        depth,
        position,
        code: content.code,
      })),
    );
  await removeSdgLinks(
    tx,
    changed.map(({ id }) => id),
  );
  await insertSdgLinks(
    tx,
    [...fresh, ...changed].flatMap(({ id, sdgs }) => sdgs.map((link) => ({ ...link, nodeId: id }))),
  );
  const touched = [...fresh, ...changed].map(({ id }) => id);
  if (touched.length > 0) await keepRevisions(tx, ctx, { ids: touched, act: "imported" });
}

async function saveIndicators(
  tx: Tx,
  indicators: readonly IndicatorWrite[],
  { ctx, planId, grounds, advance }: Saving,
): Promise<void> {
  const changed = indicators.filter(({ isNew }) => !isNew);
  const fresh = indicators.filter(({ isNew }) => isNew);
  await placeIndicators(tx, changed);
  const standing = new Map((await indicatorsOfPlan(tx, planId)).map((each) => [each.id, each]));
  const revisions = fresh.map(({ id, content }) => ({ id, version: 1, content }));
  for (const [index, { id, content }] of changed.entries()) {
    const before = standing.get(id);
    if (!before) throw new NotFound();
    revisions.push({
      id,
      content,
      version: await updateIndicator(tx, ctx, { before, content, grounds }),
    });
    if (index % 100 === 99) await advance(0.5 + (0.4 * index) / changed.length);
  }
  await insertIndicators(
    tx,
    fresh.map(({ id, nodeId, position, content }) => ({ ...content, id, seriesId: id, planId, nodeId, position })),
    ctx.clock.now(),
  );
  await keepIndicatorRevisions(tx, ctx, { act: "imported", indicators: revisions });
}
