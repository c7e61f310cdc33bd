import { abandonWord, eraseWord, takeWordTexts, wordRefusals } from "#domain/documents/index.ts";
import { onwards } from "#web/answer.tsx";
import { texts, type Visit } from "#web/visit.ts";
import { addressOf } from "../addresses.ts";
import { wordAddressOf } from "./addresses.ts";
import { chosenTexts } from "./changes.ts";
import { importAt, sceneOf, showTexts } from "./import-page.tsx";
import { makeOutline, showOutlinePreview } from "./outline-import.tsx";

/** What was read of a Word file: the changes of texts, or the chapters and sections it would become. */
export async function showImport(visit: Visit): Promise<Response> {
  const { word } = await importAt(visit);
  return word.kind === "texts" ? showTexts(visit) : showOutlinePreview(await sceneOf(visit));
}

export async function takeOutline(visit: Visit): Promise<Response> {
  return makeOutline(visit, await sceneOf(visit));
}

/** Takes the chosen changes into the person's own copies. */
export async function takeChanges(visit: Visit): Promise<Response> {
  const { word, scope, changes } = await sceneOf(visit);
  const chosen = new Set(texts(visit.form, "take"));
  const { sections, taken, left } = chosenTexts(changes.sections, chosen, texts(visit.form, "seen"));
  if (taken === 0 && word.state === "open") return showTexts(visit, wordRefusals.nothingChosen);
  const result = await takeWordTexts(visit.ctx, { importId: word.id, sections, taken, left });
  if (!result.ok) return showTexts(visit, result.refusal);
  const [only, ...more] = result.value.loanIds;
  const isOne = only !== undefined && more.length === 0;
  return onwards(
    isOne ? addressOf.loan(scope.plan, only) : `${addressOf.manuscript(scope.plan)}?loan=own`,
    "wordTaken",
  );
}

export async function abandonImport(visit: Visit): Promise<Response> {
  const { word, scope } = await importAt(visit);
  const result = await abandonWord(visit.ctx, word.id);
  return result.ok ? onwards(wordAddressOf.desk(scope), "cancelled") : showTexts(visit, result.refusal);
}

export async function eraseImport(visit: Visit): Promise<Response> {
  const { word, scope } = await importAt(visit);
  const result = await eraseWord(visit.ctx, word.id);
  return result.ok ? onwards(wordAddressOf.desk(scope), "erased") : showTexts(visit, result.refusal);
}
