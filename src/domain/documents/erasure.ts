import type { Ctx, Tx } from "#domain/audit/index.ts";
import { nodeContentAt, nodeIn, type Erasure, type KeptAbove } from "#domain/plan/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { sectionRefusals } from "./labels.ts";
import { keptBySection, sectionNames } from "./queries/erasure.ts";
import { remarksRepeating, remarkPart } from "./remark.ts";
import { bodyKey, type SectionTexts } from "./section.ts";
import {
  emptiedTables,
  emptyRemarks,
  emptyRemovedSection,
  emptySectionRevisions,
  emptyTexts,
  isSectionRemoved,
  sectionIdsOfNode,
} from "./store/erasure.ts";
import { openLoans } from "./store/loans.ts";
import { remarksOn } from "./store/remarks.ts";
import { holdSections, sectionEvenRemoved, sectionTextsAt } from "./store/sections.ts";

/**
 * What the manuscript keeps of a plan's words (原稿に残る内容): the revisions of free sections, and of every section the copies, the loans
 * that ended and the remarks. An erasure of a node's revisions reaches the sections that show the node.
 */
export const manuscriptKept: KeptAbove = {
  names: sectionNames,
  keptBy: keptBySection,
  obstacle: openLoanOn,
  empty: emptyManuscript,
  tables: emptiedTables,
};

type Target = Pick<Erasure, "kind" | "targetId">;

async function sectionsOf(tx: Tx, { kind, targetId }: Target): Promise<readonly string[]> {
  if (kind === "section") return [targetId];
  return kind === "revisions" ? sectionIdsOfNode(tx, targetId) : [];
}

/** A writer's copy holds the words too, and would bring them back: nothing goes before it is returned. */
async function openLoanOn(tx: Tx, target: Target): Promise<Refusal | undefined> {
  const ids = await sectionsOf(tx, target);
  await holdSections(tx, ids);
  return (await openLoans(tx, ids)).length > 0 ? sectionRefusals.lentOut : undefined;
}

async function emptyManuscript(ctx: Ctx, tx: Tx, erasure: Erasure): Promise<void> {
  for (const sectionId of await sectionsOf(tx, erasure)) {
    const numbers = erasure.parts.filter((key) => /^\d+$/.test(key)).map(Number);
    const remarks = await remarksOn(tx, [sectionId]);
    const repeating = remarksRepeating(remarks, await wordsOf(ctx, tx, { erasure, numbers }));
    const chosen = remarks.map(({ id }) => id).filter((id) => erasure.parts.includes(remarkPart(id)));
    const emptying = { erasureId: erasure.id, sectionId };
    if (erasure.kind === "section") await emptySectionRevisions(tx, { ...emptying, numbers });
    if (numbers.length > 0 || erasure.parts.includes("copies")) await emptyTexts(tx, emptying);
    await emptyRemarks(tx, { erasureId: erasure.id, ids: [...new Set([...chosen, ...repeating])] });
    if (erasure.kind === "section") await emptyRemovedSection(tx, sectionId);
  }
}

interface Words {
  readonly erased: readonly SectionTexts[];
  readonly present: SectionTexts;
}

/** The texts that are erased, and those that stand. */
async function wordsOf(
  ctx: Ctx,
  tx: Tx,
  { erasure, numbers }: { readonly erasure: Erasure; readonly numbers: readonly number[] },
): Promise<Words> {
  const { kind, targetId } = erasure;
  const erased: (SectionTexts | undefined)[] = [];
  for (const number of numbers)
    erased.push(
      kind === "section"
        ? await sectionTextsAt(tx, targetId, number)
        : (await nodeContentAt({ ...ctx, db: tx }, targetId, number))?.fields,
    );
  const present = kind === "section" ? await ownText(tx, targetId) : (await nodeIn(tx, targetId))?.fields;
  return { erased: erased.filter((texts) => texts !== undefined), present: present ?? {} };
}

async function ownText(tx: Tx, sectionId: string): Promise<SectionTexts> {
  const section = await sectionEvenRemoved(tx, sectionId);
  return section && !(await isSectionRemoved(tx, sectionId)) ? { [bodyKey]: section.body } : {};
}
