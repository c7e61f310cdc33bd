import { z } from "zod";
import { openContext, systemActor, type Ctx } from "#domain/audit/index.ts";
import { keepPaper, paperFileName, paperKindLabels, paperToMake, templateBytes } from "#domain/plan/index.ts";
import { strategyAnnexes, type StrategyAnnex } from "#domain/strategy/index.ts";
import { write, type Writing, type WritingStep } from "#export/paper-writer.ts";
import type { Paper } from "#export/paper/paper.ts";
import type { PlanEdition } from "#export/plan-paper/edition.ts";
import { errataPaper } from "#export/plan-paper/errata/errata-paper.ts";
import { planPaper } from "#export/plan-paper/plan-paper.ts";
import { annexPaper } from "#export/plan-paper/records/annex-paper.ts";
import { summaryPaper } from "#export/plan-paper/summary/summary-paper.ts";
import { planWorkbook } from "#export/plan-workbook/index.ts";
import { templateWords } from "#export/word-template/words.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Database, Municipality } from "#platform/database/index.ts";
import { PermanentFailure, type JobHandler } from "#platform/jobs/index.ts";
import { documentOf, type PaperDocument } from "./paper-document.ts";
import { planRecord } from "./plan-record.ts";

const payload = z.object({ paperId: z.string() });

/** Makes a paper of a plan (計画書) in a worker and keeps it with its day and the hash of its content. */
export function makePaperJob(database: Database, clock: Clock): JobHandler {
  return async ({ municipality, payload: asked, id }, progress) => {
    const { paperId } = payload.parse(asked);
    const ctx = openContext({ database, municipality, actor: systemActor("plan.paper"), clock, requestId: id });
    await progress(10, "計画の内容を集めています");
    const content = await documentOf(ctx, await paperToMake(ctx, paperId));
    if (!content) throw new PermanentFailure("この版は取り下げられたため、計画書は作りませんでした。");
    const strategies = await strategiesOf(ctx, content);
    await progress(40, "紙面を組んでいます");
    const steps = inTurn((step: WritingStep) => progress(...placeOf(step)));
    const { bytes, pages, missingSigns } = await write(await writingOf(ctx, content, strategies), steps.tell);
    await steps.end();
    await progress(90, "保存しています");
    const name = fileNameOf(content);
    const annexes = strategies.map(({ publicationId, hash }) => ({ publicationId, hash }));
    await keepPaper(ctx, paperId, { name, bytes, sourceHash: content.hash, pages, missingSigns, annexes });
    return { path: `/staff/plans/${content.snapshot.plan.slug}/papers`, pages, size: bytes.length };
  };
}

/** A step of the writer on the way from 40 to 90 %. */
function placeOf(step: WritingStep): [percent: number, note: string] {
  if (step.stage === "parts") return [40 + (10 * step.done) / step.of, `${step.of}の部のうち${step.done}を並べました`];
  if (step.stage === "template") return [82, "市のひな形に入れています"];
  return step.stage === "pages" ? [55, "ページを組んでいます"] : [75, "ファイルにまとめています"];
}

/** Keeps steps one after the other; one that fails, as when the job was cancelled, is thrown at the end. */
function inTurn<T>(keep: (step: T) => Promise<void>) {
  let last = Promise.resolve();
  const tell = (step: T) => {
    last = last.then(() => keep(step));
    last.catch(() => {}); // thrown by `end`
  };
  return { tell, end: () => last };
}

/** The plan's subject stands below the strategy's, so the two are brought together here. */
async function strategiesOf(ctx: Ctx, content: PaperDocument): Promise<readonly StrategyAnnex[]> {
  const { paper, snapshot, day, frozenStrategies } = content;
  const { planId: id, publicationId } = paper;
  return frozenStrategies ?? strategyAnnexes(ctx, { id, slug: snapshot.plan.slug, publicationId, day });
}

function fileNameOf({ paper, snapshot, version }: PaperDocument): string {
  const kind = paper.kind === "main" ? [] : [paperKindLabels[paper.kind]];
  return paperFileName([snapshot.plan.name, ...kind, version], paper.form);
}

async function writingOf(ctx: Ctx, content: PaperDocument, strategies: readonly StrategyAnnex[]): Promise<Writing> {
  const edition = editionOf(content, strategies, ctx.municipality);
  const { form } = content.paper;
  if (form === "excel") return { form, workbook: planWorkbook(edition) };
  const paper = await paperOf(ctx, content, edition);
  return form === "word" ? { form, paper, template: await templateFor(ctx, content, paper) } : { form, paper };
}

/** The template that the paper was asked for with, and what is written in the places of its words. */
async function templateFor(ctx: Ctx, content: PaperDocument, paper: Paper) {
  const { paper: asked, version, frozenAs, day, division } = content;
  if (asked.templateId === null) return undefined;
  const bytes = await templateBytes(ctx, asked.templateId);
  if (!bytes)
    throw new PermanentFailure("ひな形のファイルがないため、作りませんでした。標準の体裁で作り直してください。");
  const about = { versionName: frozenAs?.name ?? version, versionNumber: frozenAs?.number ?? null };
  return { bytes, words: templateWords(paper, { ...about, day, division: division.name }) };
}

async function paperOf(ctx: Ctx, { paper: { kind, planId } }: PaperDocument, edition: PlanEdition): Promise<Paper> {
  if (kind === "errata") return errataPaper(edition);
  if (kind === "annex") return annexPaper(edition, await planRecord(ctx, planId));
  return kind === "summary" ? summaryPaper(edition) : planPaper(edition);
}

/** The plan with the words around it. A city whose pages carry a notice is no real one, or none that made them. */
function editionOf(
  content: PaperDocument,
  strategies: readonly StrategyAnnex[],
  { name, notice, isUnofficial }: Municipality,
): PlanEdition {
  const { paper: _, frozenStrategies: __, ...words } = content;
  const standing = isUnofficial ? "unofficial" : notice === "" ? "official" : "sample";
  return { ...words, city: name, standing, strategies };
}
