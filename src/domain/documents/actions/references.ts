import { record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { withInlines } from "#kernel/rich-text.ts";
import { accept, permit, refuse, type Result } from "#kernel/result.ts";
import { figuresOf } from "../figures.ts";
import { sectionRefusals } from "../labels.ts";
import { isSameTexts } from "../loan.ts";
import { mayWriteSections } from "../permissions.ts";
import { isWritable } from "../section.ts";
import { openLoans } from "../store/loans.ts";
import { holdSections } from "../store/sections.ts";
import { heldSection, putTexts } from "./held-section.ts";

/** A place of which the new words are accepted. */
export interface Acceptance {
  readonly sectionId: string;
  readonly textKey: string;
  readonly source: string;
  /** The words that stand there, as the person saw them. */
  readonly shown: string;
  /** The words that the person accepted; refused when the source reads otherwise by now. */
  readonly now: string;
}

/** Puts figures' present words into their sentences (参照の値の反映): all of the places that were looked at, or none. */
export async function acceptFigures(ctx: Ctx, places: readonly Acceptance[]): Promise<Result<null>> {
  return ctx.transaction(async (tx) => {
    await holdSections(
      tx,
      places.map(({ sectionId }) => sectionId),
    );
    for (const place of places) {
      const done = await acceptFigure(ctx, tx, place);
      if (!done.ok) return done;
    }
    return accept(null);
  });
}

async function acceptFigure(
  ctx: Ctx,
  tx: Tx,
  { sectionId, textKey, source, shown, now }: Acceptance,
): Promise<Result<null>> {
  const section = await heldSection(tx, sectionId);
  permit(mayWriteSections(ctx.actor, section), mayWriteSections.sentence);
  if (!isWritable(section)) return refuse(sectionRefusals.confirmed);
  if ((await openLoans(tx, [sectionId])).length > 0) return refuse(sectionRefusals.onLoan);
  const figures = await figuresOf({ ...ctx, db: tx }, section.planId, [source]);
  const text = section.texts[textKey];
  if (!text || figures.get(source) !== now) return refuse(sectionRefusals.stale);
  const accepted = withInlines(text, (inline) =>
    inline.type === "reference" && inline.attrs.source === source && inline.attrs.shown === shown
      ? [{ ...inline, attrs: { source, shown: now } }]
      : [inline],
  );
  const texts = { ...section.texts, [textKey]: accepted };
  if (isSameTexts(texts, section.texts)) return refuse(sectionRefusals.stale);
  const put = await putTexts(ctx, tx, { section, texts, baseVersion: section.textVersion, act: "accepted" });
  if (!put.ok) return put;
  await record(tx, ctx, "documents.figure.accepted", { planId: section.planId, sectionId, fields: [textKey] });
  return accept(null);
}
