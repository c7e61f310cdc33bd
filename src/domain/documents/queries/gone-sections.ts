import { personId, type Ctx } from "#domain/audit/index.ts";
import { nodeContentAt, planById, planNodes, type PlanWithLevels } from "#domain/plan/index.ts";
import { isId } from "#kernel/id.ts";
import type { Loan, SectionCopy } from "../loan.ts";
import { outlineOf, type Section } from "../section.ts";
import { copiesOfLoan, loanById, openLoansOf } from "../store/loans.ts";
import { sectionEvenRemoved, sectionsOf } from "../store/sections.ts";

/** One's own loan of a section that is no part of the document any more, removed itself or with its node of the plan. */
export interface LoanOfGone {
  readonly plan: PlanWithLevels;
  readonly section: Section;
  readonly own: Loan;
  /** What the section was called when it was taken out. */
  readonly name: string;
  /** What arrived and could not go on the loan's copy. */
  readonly copies: readonly SectionCopy[];
}

/** Undefined for a loan of another, and for one whose section still stands in the document. */
export async function loanOfGone(ctx: Ctx, loanId: string): Promise<LoanOfGone | undefined> {
  const own = isId(loanId) ? await loanById(ctx.db, loanId) : undefined;
  const section = own && (await sectionEvenRemoved(ctx.db, own.sectionId));
  if (!section || own.takenBy !== personId(ctx.actor)) return undefined;
  if ((await standingIn(ctx, section.planId)).has(section.id)) return undefined;
  return { ...(await goneLoan(ctx, own, section)), plan: await planById(ctx, section.planId) };
}

/** One's own open loans whose sections are gone from a plan's document. */
export async function loansOfGone(ctx: Ctx, planId: string): Promise<Pick<LoanOfGone, "own" | "name">[]> {
  const person = personId(ctx.actor);
  const loans = person === null ? [] : await openLoansOf(ctx.db, planId, person);
  if (loans.length === 0) return [];
  const standing = await standingIn(ctx, planId);
  const found: Pick<LoanOfGone, "own" | "name">[] = [];
  for (const own of loans.filter(({ sectionId }) => !standing.has(sectionId))) {
    const section = await sectionEvenRemoved(ctx.db, own.sectionId);
    if (section) found.push(await goneLoan(ctx, own, section));
  }
  return found;
}

async function standingIn(ctx: Ctx, planId: string): Promise<ReadonlySet<string>> {
  const outline = outlineOf(await sectionsOf(ctx.db, planId), await planNodes(ctx, planId));
  return new Set(outline.map(({ id }) => id));
}

async function goneLoan(ctx: Ctx, own: Loan, section: Section): Promise<Omit<LoanOfGone, "plan">> {
  const node = section.nodeId === null ? undefined : await nodeContentAt(ctx, section.nodeId, own.baseVersion);
  return { section, own, name: node?.title ?? section.title, copies: await copiesOfLoan(ctx.db, own.id) };
}
