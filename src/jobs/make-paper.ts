import { z } from "zod";
import { openContext, systemActor, type Ctx } from "#domain/audit/index.ts";
import { keepPaper, paperContent, paperFileName, type PaperContent } from "#domain/plan/index.ts";
import { strategyAnnexes, type StrategyAnnex } from "#domain/strategy/index.ts";
import { write, type Writing, type WritingStep } from "#export/paper-writer.ts";
import type { PlanEdition } from "#export/plan-paper/edition.ts";
import { planPaper } from "#export/plan-paper/plan-paper.ts";
import { planWorkbook } from "#export/plan-workbook/index.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Database, Municipality } from "#platform/database/index.ts";
import { PermanentFailure, type JobHandler } from "#platform/jobs/index.ts";

const payload = z.object({ paperId: z.string() });

/** Makes a paper of a plan (計画書) in a worker and keeps it with its day and the hash of its content. */
export function makePaperJob(database: Database, clock: Clock): JobHandler {
  return async ({ municipality, payload: asked, id }, progress) => {
    const { paperId } = payload.parse(asked);
    const ctx = openContext({ database, municipality, actor: systemActor("plan.paper"), clock, requestId: id });
    await progress(10, "計画の内容を集めています");
    const content = await paperContent(ctx, paperId);
    if (!content) throw new PermanentFailure("この版は取り下げられたため、計画書は作りませんでした。");
    const strategies = await strategiesOf(ctx, content);
    await progress(40, "紙面を組んでいます");
    const steps = inTurn((step: WritingStep) => progress(...placeOf(step)));
    const { bytes, pages, missingSigns } = await write(writingOf(content, strategies, municipality), steps.tell);
    await steps.end();
    await progress(90, "保存しています");
    const name = paperFileName(content.snapshot.plan.name, content.version, content.paper.form);
    const annexes = strategies.map(({ publicationId, hash }) => ({ publicationId, hash }));
    await keepPaper(ctx, paperId, { name, bytes, sourceHash: content.hash, pages, missingSigns, annexes });
    return { path: `/staff/plans/${content.snapshot.plan.slug}/papers`, pages, size: bytes.length };
  };
}

/** A step of the writer on the way from 40 to 90 %. */
function placeOf(step: WritingStep): [percent: number, note: string] {
  if (step.stage === "parts") return [40 + (10 * step.done) / step.of, `${step.of}の部のうち${step.done}を並べました`];
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
async function strategiesOf(ctx: Ctx, { paper, snapshot, day }: PaperContent): Promise<StrategyAnnex[]> {
  return strategyAnnexes(ctx, { id: paper.planId, slug: snapshot.plan.slug, publicationId: paper.publicationId, day });
}

function writingOf(content: PaperContent, strategies: readonly StrategyAnnex[], municipality: Municipality): Writing {
  const edition = editionOf(content, strategies, municipality);
  const { form } = content.paper;
  return form === "excel" ? { form, workbook: planWorkbook(edition) } : { form, paper: planPaper(edition) };
}

/** The plan with the words around it. A city whose pages carry a notice is no real one, or none that made them. */
function editionOf(
  content: PaperContent,
  strategies: readonly StrategyAnnex[],
  { name, notice, isUnofficial }: Municipality,
): PlanEdition {
  const { snapshot, version, isUndecided, day, division, hash } = content;
  const standing = isUnofficial ? "unofficial" : notice === "" ? "official" : "sample";
  return { city: name, standing, version, isUndecided, day, division, hash, snapshot, strategies };
}
