import { personId, type Ctx } from "#domain/audit/index.ts";
import { planById, planNodes, type PlanWithLevels } from "#domain/plan/index.ts";
import { isId } from "#kernel/id.ts";
import { NotFound } from "#kernel/result.ts";
import { textsAt } from "../actions/saving.ts";
import type { Loan } from "../loan.ts";
import { mayWriteSections } from "../permissions.ts";
import { branchOf, isWritable, outlineOf, type OutlineSection, type SectionTexts } from "../section.ts";
import { openLoans } from "../store/loans.ts";
import { sectionsOf } from "../store/sections.ts";
import { wordImportById, wordImportsOf } from "../store/word-imports.ts";
import type { WordImport, WordImportHead } from "../word-import.ts";

/** What a Word file goes out of or comes back to: a section with those below it, or the whole manuscript. */
export interface WordScope {
  readonly plan: PlanWithLevels;
  /** Undefined for the whole manuscript. */
  readonly root: OutlineSection | undefined;
  /** In reading order, the root first. */
  readonly sections: readonly OutlineSection[];
}

/** @throws NotFound for a section that is not of the plan */
export async function wordScope(ctx: Ctx, planId: string, sectionId: string | null): Promise<WordScope> {
  const plan = await planById(ctx, planId);
  const outline = outlineOf(await sectionsOf(ctx.db, planId), await planNodes(ctx, planId));
  if (sectionId === null) return { plan, root: undefined, sections: outline };
  const root = outline.find(({ id }) => id === sectionId);
  if (!root) throw new NotFound();
  const branch = branchOf(outline, sectionId);
  return { plan, root, sections: outline.filter(({ id }) => branch.has(id)) };
}

/** What an import is compared with; undefined where its section was taken out of the document since. */
export async function scopeOfImport(ctx: Ctx, { planId, sectionId }: WordImportHead): Promise<WordScope | undefined> {
  const whole = await wordScope(ctx, planId, null);
  const isThere = sectionId === null || whole.sections.some(({ id }) => id === sectionId);
  return isThere ? wordScope(ctx, planId, sectionId) : undefined;
}

/** Why a person can't write on a section now. */
export type WritingBar = "notMine" | "confirmed" | "onLoan";

/** A section as a Word file is compared with it: one's own copy where one has it taken out, else its texts. */
export interface WritingState {
  readonly section: OutlineSection;
  readonly own: Loan | undefined;
  readonly texts: SectionTexts;
  readonly bar: WritingBar | undefined;
}

export async function writingStates(ctx: Ctx, sections: readonly OutlineSection[]): Promise<WritingState[]> {
  const loans = await openLoans(
    ctx.db,
    sections.map(({ id }) => id),
  );
  const me = personId(ctx.actor);
  return sections.map((section) => {
    const loan = loans.find(({ sectionId }) => sectionId === section.id);
    const own = loan && loan.takenBy === me ? loan : undefined;
    return { section, own, texts: own?.texts ?? section.texts, bar: barOf(ctx, section, { loan, own }) };
  });
}

function barOf(
  ctx: Ctx,
  section: OutlineSection,
  { loan, own }: { readonly loan: Loan | undefined; readonly own: Loan | undefined },
): WritingBar | undefined {
  if (!mayWriteSections(ctx.actor, section)) return "notMine";
  if (!isWritable(section)) return "confirmed";
  return loan && !own ? "onLoan" : undefined;
}

/** The texts of some sections at the versions that a file was made from, by 「section version」. */
export async function baseTexts(
  ctx: Ctx,
  wanted: readonly { readonly section: OutlineSection; readonly version: number | undefined }[],
): Promise<ReadonlyMap<string, SectionTexts>> {
  const found = new Map<string, SectionTexts>();
  for (const { section, version } of wanted) {
    const key = `${section.id} ${version}`;
    if (version === undefined || found.has(key)) continue;
    const texts = version === section.textVersion ? section.texts : await textsAt(ctx, section, version);
    if (texts) found.set(key, texts);
  }
  return found;
}

/** An import of a plan. @throws NotFound */
export async function wordImport(ctx: Ctx, planId: string, id: string): Promise<WordImport> {
  const found = isId(id) ? await wordImportById(ctx.db, id) : undefined;
  if (!found || found.planId !== planId) throw new NotFound();
  return found;
}

/** The imports of a plan, the newest first, without what was read of each: that may be large. */
export async function wordImports(ctx: Ctx, planId: string): Promise<WordImportHead[]> {
  return wordImportsOf(ctx.db, planId);
}
