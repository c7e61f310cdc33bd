import type { Ctx } from "#domain/audit/index.ts";
import { composeDocument, frozenText, pictureOf, versionPage, type DocumentContent } from "#domain/documents/index.ts";
import { divisionInCharge, paperContent, type PaperContent, type PlanPaper } from "#domain/plan/index.ts";
import { frozenAnnexes, type StrategyAnnex } from "#domain/strategy/index.ts";
import type { Picture } from "#export/paper/paper.ts";
import { pictureFrom } from "#export/picture.ts";
import type { PlanEdition } from "#export/plan-paper/edition.ts";
import { tokyoDay } from "#kernel/clock.ts";

/** What a paper is made from, with the chapters where the plan's document has any. */
export type PaperDocument = PaperContent &
  Pick<PlanEdition, "manuscript" | "isFrozen" | "pictures" | "errata" | "lacksStrategies"> & {
    /** Those that a frozen version holds; undefined for what is made of anything else. */
    readonly frozenStrategies?: readonly StrategyAnnex[];
    /** The frozen version that it is. */
    readonly frozenAs?: { readonly name: string; readonly number: number };
  };

/** Papers are the plan's, chapters and versions of a subject above it. @returns undefined when the content was withdrawn or purged */
export async function documentOf(ctx: Ctx, paper: PlanPaper): Promise<PaperDocument | undefined> {
  if (paper.versionId !== null) return frozenDocument(ctx, paper, paper.versionId);
  const content = await paperContent(ctx, paper);
  return content && paper.publicationId === null ? draftDocument(ctx, content) : content;
}

async function draftDocument(ctx: Ctx, content: PaperContent): Promise<PaperDocument> {
  const document = await composeDocument(ctx, content.paper.planId);
  if (document.sections.length === 0) return content;
  return { ...content, ...(await partsOf(ctx, content.paper, document)), hash: frozenText(document).hash };
}

async function frozenDocument(ctx: Ctx, paper: PlanPaper, versionId: string): Promise<PaperDocument | undefined> {
  const { version, content, errata } = await versionPage(ctx, versionId);
  if (!content) return undefined;
  const day = tokyoDay(version.frozenAt);
  const words = { version: `${version.name}　第${version.number}版`, isUndecided: version.openness !== "decided" };
  return {
    ...(await partsOf(ctx, paper, content)),
    ...words,
    frozenStrategies: frozenAnnexes(content.strategies ?? [], words),
    lacksStrategies: content.strategies === undefined,
    errata: errata.map(({ addedAt, ...erratum }) => ({ ...erratum, addedOn: tokyoDay(addedAt) })),
    paper,
    day,
    isFrozen: true,
    frozenAs: { name: version.name, number: version.number },
    hash: version.hash,
    division: await divisionInCharge(ctx, paper.planId, day),
  };
}

async function partsOf(
  ctx: Ctx,
  { planId }: Pick<PlanPaper, "planId">,
  { plan, sections, terms, pictures }: DocumentContent,
): Promise<Pick<PaperDocument, "snapshot" | "manuscript" | "pictures">> {
  const shown = new Map<string, Picture>();
  for (const { file, mediaType } of pictures) {
    const picture = pictureFrom((await pictureOf(ctx, planId, file)).bytes, mediaType);
    if (picture) shown.set(file, picture);
  }
  return { snapshot: plan, manuscript: { sections, terms }, pictures: shown };
}
