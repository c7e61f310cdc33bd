import type { Ctx } from "#domain/audit/index.ts";
import { composeDocument, frozenText, versionPage, type DocumentContent } from "#domain/documents/index.ts";
import { divisionInCharge, paperContent, type PaperContent, type PlanPaper } from "#domain/plan/index.ts";
import type { Manuscript } from "#export/plan-paper/edition.ts";
import { tokyoDay } from "#kernel/clock.ts";

/** What a paper is made from, with the chapters where the plan's document has any. */
export type PaperDocument = PaperContent & { readonly manuscript?: Manuscript; readonly isFrozen?: boolean };

/** Papers are the plan's, chapters and versions of a subject above it. @returns undefined when the content was withdrawn or purged */
export async function documentOf(ctx: Ctx, paper: PlanPaper): Promise<PaperDocument | undefined> {
  if (paper.versionId !== null) return frozenDocument(ctx, paper, paper.versionId);
  const content = await paperContent(ctx, paper);
  return content && paper.publicationId === null ? draftDocument(ctx, content) : content;
}

async function draftDocument(ctx: Ctx, content: PaperContent): Promise<PaperDocument> {
  const document = await composeDocument(ctx, content.paper.planId);
  if (document.sections.length === 0) return content;
  return { ...content, ...partsOf(document), hash: frozenText(document).hash };
}

async function frozenDocument(ctx: Ctx, paper: PlanPaper, versionId: string): Promise<PaperDocument | undefined> {
  const { version, content } = await versionPage(ctx, versionId);
  if (!content) return undefined;
  const day = tokyoDay(version.frozenAt);
  return {
    ...partsOf(content),
    paper,
    day,
    isFrozen: true,
    hash: version.hash,
    version: `${version.name}（第${version.number}版）`,
    isUndecided: version.openness !== "decided",
    division: await divisionInCharge(ctx, paper.planId, day),
  };
}

function partsOf({
  plan,
  sections,
  terms,
}: DocumentContent): Pick<PaperContent, "snapshot"> & { manuscript: Manuscript } {
  return { snapshot: plan, manuscript: { sections, terms } };
}
