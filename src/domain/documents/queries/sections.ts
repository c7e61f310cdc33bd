import type { Ctx } from "#domain/audit/index.ts";
import { planById, planNodes, type PlanWithLevels } from "#domain/plan/index.ts";
import { isId } from "#kernel/id.ts";
import { NotFound } from "#kernel/result.ts";
import type { Loan, SectionCopy } from "../loan.ts";
import { goneSections, isChangedSince, outlineOf, type GoneSection, type OutlineSection } from "../section.ts";
import { loanById, openLoans, unsettledCopies } from "../store/loans.ts";
import { sectionById, sectionRevisions, sectionsOf, type SectionRevision } from "../store/sections.ts";
import { stateMarksOf, type StateMark } from "../store/states.ts";

/** A section in the list of the manuscript: who has it, what is kept beside it, whether it changed after it was confirmed. */
export interface ManuscriptLine extends OutlineSection {
  readonly loan: Loan | undefined;
  readonly copies: number;
  /** Confirmed, but its texts are others by now. */
  readonly isChangedSince: boolean;
}

/** The manuscript of a plan in reading order. */
export interface Manuscript {
  readonly plan: PlanWithLevels;
  readonly lines: readonly ManuscriptLine[];
  /** Nodes of the plan that no section shows: the document would leave them out. */
  readonly unbound: readonly { readonly id: string; readonly code: string; readonly title: string }[];
  /** Sections whose nodes are gone: the document leaves them out. */
  readonly gone: readonly GoneSection[];
}

export async function manuscriptOf(ctx: Ctx, planId: string): Promise<Manuscript> {
  const plan = await planById(ctx, planId);
  const nodes = await planNodes(ctx, planId);
  const sections = await sectionsOf(ctx.db, planId);
  const outline = outlineOf(sections, nodes);
  const ids = outline.map(({ id }) => id);
  const loans = new Map((await openLoans(ctx.db, ids)).map((loan) => [loan.sectionId, loan]));
  const copies = await unsettledCopies(ctx.db, ids);
  const marks = await stateMarksOf(ctx.db, ids);
  const bound = new Set(outline.map(({ nodeId }) => nodeId));
  return {
    plan,
    lines: outline.map((section) => ({
      ...section,
      loan: loans.get(section.id),
      copies: copies.filter(({ sectionId }) => sectionId === section.id).length,
      isChangedSince: isChangedSince(
        section,
        marks.find(({ sectionId }) => sectionId === section.id),
      ),
    })),
    unbound: nodes.filter(({ id }) => !bound.has(id)).map(({ id, code, title }) => ({ id, code, title })),
    gone: goneSections(sections, nodes),
  };
}

/** Everything the page of a section shows. */
export interface SectionPage {
  readonly plan: PlanWithLevels;
  readonly section: OutlineSection;
  /** From the chapter down to the parent. */
  readonly above: readonly OutlineSection[];
  readonly previous: OutlineSection | undefined;
  readonly next: OutlineSection | undefined;
  readonly loan: Loan | undefined;
  readonly copies: readonly SectionCopy[];
  /** States as they came, the newest first. */
  readonly marks: readonly StateMark[];
  readonly isChangedSince: boolean;
}

/** @throws NotFound for an unknown or removed section */
export async function sectionPage(ctx: Ctx, sectionId: string): Promise<SectionPage> {
  const known = isId(sectionId) ? await sectionById(ctx.db, sectionId) : undefined;
  if (!known) throw new NotFound();
  const plan = await planById(ctx, known.planId);
  const outline = outlineOf(await sectionsOf(ctx.db, plan.id), await planNodes(ctx, plan.id));
  const at = outline.findIndex(({ id }) => id === sectionId);
  const section = outline[at];
  if (!section) throw new NotFound();
  const marks = await stateMarksOf(ctx.db, [sectionId]);
  return {
    plan,
    section,
    above: aboveOf(outline, section),
    previous: outline[at - 1],
    next: outline[at + 1],
    loan: (await openLoans(ctx.db, [sectionId]))[0],
    copies: await unsettledCopies(ctx.db, [sectionId]),
    marks,
    isChangedSince: isChangedSince(section, marks[0]),
  };
}

function aboveOf(outline: readonly OutlineSection[], section: OutlineSection): OutlineSection[] {
  const parent = outline.find(({ id }) => id === section.parentId);
  return parent ? [...aboveOf(outline, parent), parent] : [];
}

/** A loan with its section, for the page on which it is written. @throws NotFound */
export async function loanPage(ctx: Ctx, loanId: string): Promise<SectionPage & { readonly own: Loan }> {
  const own = isId(loanId) ? await loanById(ctx.db, loanId) : undefined;
  if (!own) throw new NotFound();
  return { ...(await sectionPage(ctx, own.sectionId)), own };
}

/** The revisions of a free section, the newest first; a bound one's are its node's. */
export async function revisionsOfSection(ctx: Ctx, sectionId: string): Promise<SectionRevision[]> {
  return sectionRevisions(ctx.db, sectionId);
}
