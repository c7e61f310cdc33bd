import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { storeFile } from "#platform/files/stored-files.ts";
import { sectionRefusals, wordRefusals } from "../labels.ts";
import { mayEraseWordImports, mayShapeManuscript, mayWorkOnManuscripts } from "../permissions.ts";
import type { OutlineSection, SectionTexts } from "../section.ts";
import { openLoans } from "../store/loans.ts";
import { holdSections } from "../store/sections.ts";
import { endWordImport, eraseWordImport, insertWordImport, lockWordImport } from "../store/word-imports.ts";
import { readDocumentSchema, type ReadDocument, type WordImport, type WordImportHead } from "../word-import.ts";
import { heldSection } from "./held-section.ts";
import { takeOutIn } from "./loans.ts";
import { saveLoanIn } from "./saving.ts";

/** A Word file as it came, and what was read of it. */
export interface HandedInWord {
  readonly planId: string;
  readonly sectionId: string | null;
  readonly kind: WordImport["kind"];
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly reading: ReadDocument;
}

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Keeps a Word file that was handed in, as it came; nothing of the manuscript changes yet. */
export async function handInWord(ctx: Ctx, word: HandedInWord): Promise<Result<{ readonly id: string }>> {
  const may = word.kind === "outline" ? mayShapeManuscript : mayWorkOnManuscripts;
  permit(may(ctx.actor), may.sentence);
  const { planId, sectionId, kind, name } = word;
  if (JSON.stringify(word.reading).length > longestReading) return refuse(wordRefusals.tooMuch);
  const { data: reading } = readDocumentSchema.safeParse(word.reading);
  if (!reading) return refuse(wordRefusals.notUnderstood);
  return ctx.transaction(async (tx) => {
    const by = { startedBy: personId(ctx.actor), startedAt: ctx.clock.now() };
    const handed = { uploadedBy: by.startedBy, uploadedAt: by.startedAt, isOpen: true };
    const fileId = await storeFile(tx, { name, mediaType: docx, bytes: word.bytes, ...handed });
    const id = newId();
    await insertWordImport(tx, { id, planId, sectionId, kind, fileId, fileName: name, reading, ...by });
    await record(tx, ctx, "documents.word.handedIn", { planId, sectionId, importId: id, file: name });
    return accept({ id });
  });
}

const longestReading = 20_000_000; // signs of JSON: some thousand pages

/** The new texts of a section, and what the person who chose them saw. */
export interface TakenTexts {
  readonly sectionId: string;
  readonly texts: SectionTexts;
  /** 「the loan's id:its save」 or 「the version of the section's texts」: see `stateOfTexts`. */
  readonly seen: string;
}

/** What tells whether the texts on which changes were shown are still the same. */
export function stateOfTexts(
  { textVersion }: Pick<OutlineSection, "textVersion">,
  own: { readonly id: string; readonly saveNumber: number } | undefined,
): string {
  return own ? `${own.id}:${own.saveNumber}` : String(textVersion);
}

interface Taking {
  readonly importId: string;
  readonly sections: readonly TakenTexts[];
  /** How many changes were taken, and how many left. */
  readonly taken: number;
  readonly left: number;
}

/** Writes the chosen changes of a Word file into the person's own copies, all or nothing; takes sections out where needed. */
export async function takeWordTexts(
  ctx: Ctx,
  { importId, sections, taken, left }: Taking,
): Promise<Result<{ readonly loanIds: readonly string[] }>> {
  return ctx.transaction(async (tx) => {
    const own = await openImport(ctx, tx, importId);
    if (!own.ok) return own;
    const loanIds: string[] = [];
    await holdSections(
      tx,
      sections.map(({ sectionId }) => sectionId),
    );
    for (const each of sections) {
      const loanId = await written(ctx, tx, each);
      if (!loanId.ok) return loanId;
      loanIds.push(loanId.value);
    }
    const { planId } = own.value;
    await close(ctx, tx, { id: importId, state: "applied", summary: { taken, left } });
    await record(tx, ctx, "documents.word.taken", { planId, importId, sections: sections.length, taken, left });
    return accept({ loanIds });
  });
}

async function written(ctx: Ctx, tx: Tx, { sectionId, texts, seen }: TakenTexts): Promise<Result<string>> {
  const section = await heldSection(tx, sectionId);
  const [before] = await openLoans(tx, [sectionId]);
  const isOwn = before !== undefined && before.takenBy === personId(ctx.actor);
  const out = await takeOutIn(ctx, tx, sectionId);
  if (!out.ok) return refuse({ ...out.refusal, message: `「${section.name}」：${out.refusal.message}` });
  if (stateOfTexts(section, isOwn ? before : undefined) !== seen) return refuse(wordRefusals.changedMeanwhile);
  const [loan] = await openLoans(tx, [sectionId]);
  if (!loan) return refuse(sectionRefusals.stale);
  const { id: loanId, saveNumber } = loan;
  const saved = await saveLoanIn(ctx, tx, { loanId, saveNumber, texts: { ...loan.texts, ...texts } });
  return saved.ok ? accept(loanId) : saved;
}

/** Ends an import of which nothing is taken. */
export async function abandonWord(ctx: Ctx, importId: string): Promise<Result<null>> {
  return ctx.transaction(async (tx) => {
    const own = await openImport(ctx, tx, importId);
    if (!own.ok) return own;
    await close(ctx, tx, { id: importId, state: "abandoned", summary: {} });
    await record(tx, ctx, "documents.word.abandoned", { planId: own.value.planId, importId });
    return accept(null);
  });
}

/** Takes a handed in file away for good, with what was read of it; who handed it in and when stay. */
export async function eraseWord(ctx: Ctx, importId: string): Promise<Result<null>> {
  return ctx.transaction(async (tx) => {
    const found = await lockWordImport(tx, importId);
    if (!found) throw new NotFound();
    permit(mayEraseWordImports(ctx.actor, found), mayEraseWordImports.sentence);
    if (found.state === "open") await close(ctx, tx, { id: importId, state: "abandoned", summary: {} });
    await eraseWordImport(tx, found, ctx.clock.now());
    await record(tx, ctx, "documents.word.erased", { planId: found.planId, importId });
    return accept(null);
  });
}

/** One's own import that is still open, held by the transaction. @throws NotFound, Forbidden */
export async function openImport(ctx: Ctx, tx: Tx, id: string): Promise<Result<WordImportHead>> {
  const found = await lockWordImport(tx, id);
  if (!found) throw new NotFound();
  permit(
    found.startedBy !== null && found.startedBy === personId(ctx.actor),
    "読み込んだ人だけが、その先へ進められます。",
  );
  return found.state === "open" && !found.isErased ? accept(found) : refuse(wordRefusals.ended);
}

export async function close(
  ctx: Ctx,
  tx: Tx,
  ending: Pick<Parameters<typeof endWordImport>[1], "id" | "state" | "summary">,
): Promise<void> {
  await endWordImport(tx, { ...ending, by: personId(ctx.actor), at: ctx.clock.now() });
}
