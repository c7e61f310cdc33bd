import type { Ctx } from "#domain/audit/index.ts";
import { divisionsOn } from "#domain/identity/index.ts";
import { canonicalPayload, storedPublications, type PublicationHead } from "#domain/publication/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { isId } from "#kernel/id.ts";
import { NotFound, permit } from "#kernel/result.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { storedFile, type StoredFile } from "#platform/files/stored-files.ts";
import { planPayload } from "../payload.ts";
import { planById } from "../queries/plans.ts";
import { planSnapshot } from "../queries/snapshot.ts";
import { planSnapshotSchema, type PlanSnapshot } from "../snapshot.ts";
import type { PaperKind, PlanPaper } from "./paper.ts";
import { mayMakePapers } from "./permissions.ts";
import type { PaperSource } from "./source.ts";
import { annexPublications, countPublished, paperById, papersOfPlan, pdfsOfPublication } from "./store.ts";

/** The papers of a plan, the newest first. */
export async function listPapers(ctx: Ctx, planId: string): Promise<PlanPaper[]> {
  permit(mayMakePapers(ctx.actor), mayMakePapers.sentence);
  return papersOfPlan(ctx.db, planId);
}

/** A finished paper's file. @throws NotFound while there is none */
export async function paperFile(ctx: Ctx, planId: string, id: string): Promise<StoredFile> {
  permit(mayMakePapers(ctx.actor), mayMakePapers.sentence);
  const paper = isId(id) ? await paperById(ctx.db, id) : undefined;
  const file = paper?.planId === planId && paper.fileId !== null ? await storedFile(ctx.db, paper.fileId) : undefined;
  if (!file) throw new NotFound();
  return file;
}

/** What a paper is made from: the plan and the words about its version. */
export interface PaperContent {
  readonly paper: PlanPaper;
  readonly snapshot: PlanSnapshot;
  readonly hash: string;
  readonly version: string;
  readonly isUndecided: boolean;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly division: { readonly name: string; readonly contact: string };
}

/** The paper that a job is to make. @throws NotFound without such a paper */
export async function paperToMake(ctx: Ctx, id: string): Promise<PlanPaper> {
  const paper = await paperById(ctx.db, id);
  if (!paper) throw new NotFound();
  return paper;
}

/** What to make a paper of the draft or of a publication of the plan from; undefined when that was withdrawn meanwhile. */
export async function paperContent(ctx: Ctx, paper: PlanPaper): Promise<PaperContent | undefined> {
  return paper.publicationId === null ? draftContent(ctx, paper) : publishedContent(ctx, paper, paper.publicationId);
}

/** Whom to ask about a plan: its division as it was on a day. */
export async function divisionInCharge(ctx: Ctx, planId: string, day: string): Promise<PaperContent["division"]> {
  const { divisionId } = await planById(ctx, planId);
  const division = (await divisionsOn(ctx, day)).find((each) => each.id === divisionId);
  return { name: division?.path ?? "", contact: division?.phone ?? "" };
}

async function draftContent(ctx: Ctx, paper: PlanPaper): Promise<PaperContent> {
  const day = tokyoDay(paper.requestedAt);
  const snapshot = await planSnapshot(ctx, paper.planId);
  const canonical = canonicalPayload(planPayload, snapshot);
  return {
    paper,
    snapshot,
    hash: canonical.ok ? canonical.value.hash : "",
    version: `案（${warekiDate(day)}現在）`,
    isUndecided: true,
    day,
    division: await divisionInCharge(ctx, paper.planId, day),
  };
}

async function publishedContent(ctx: Ctx, paper: PlanPaper, id: string): Promise<PaperContent | undefined> {
  const publications = storedPublications(ctx);
  const head = (await publications.heads()).find((each: PublicationHead) => each.id === id);
  const payload = await publications.payload(id);
  if (!head || payload === undefined) return undefined;
  return {
    paper,
    snapshot: planSnapshotSchema.parse(payload),
    hash: head.hash,
    version: head.label,
    isUndecided: head.openness === "discussion",
    day: tokyoDay(head.publishedAt),
    division: { name: head.divisionName, contact: head.divisionContact },
  };
}

/** The newest PDF of a publication whose annexes may all be read still. */
async function readablePdf(
  ctx: Pick<Ctx, "db">,
  publicationId: string,
  kind: PaperKind = "main",
): Promise<PlanPaper | undefined> {
  const publications = storedPublications(ctx);
  for (const paper of await pdfsOfPublication(ctx.db, publicationId, kind)) {
    const annexes = await annexPublications(ctx.db, paper.id);
    const payloads = await Promise.all(annexes.map((id) => publications.payload(id)));
    if (payloads.every((payload) => payload !== undefined)) return paper;
  }
  return undefined;
}

/** The papers of publications as the public site reads them. */
export function storedPapers(ctx: Pick<Ctx, "db">): PaperSource {
  return {
    async pdfOf(publicationId, kind) {
      const paper = await readablePdf(ctx, publicationId, kind);
      return paper && { pages: paper.pages, size: paper.size ?? 0 };
    },
    async bytesOf(publicationId, kind) {
      const paper = await readablePdf(ctx, publicationId, kind);
      return paper?.fileId ? storedFile(ctx.db, paper.fileId) : undefined;
    },
    state: async () => String(await countPublished(ctx.db)),
  };
}
