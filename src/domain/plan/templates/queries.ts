import type { Ctx } from "#domain/audit/index.ts";
import { sha256 } from "#kernel/canonical-json.ts";
import { isId } from "#kernel/id.ts";
import { NotFound, permit } from "#kernel/result.ts";
import { storedFile, type StoredFile } from "#platform/files/stored-files.ts";
import { mayManageTemplates } from "./permissions.ts";
import { allTemplates, templateById, usedTemplate } from "./store.ts";
import type { WordTemplate } from "./template.ts";

/** The templates of the city, the newest first. */
export async function listTemplates(ctx: Ctx): Promise<WordTemplate[]> {
  permit(mayManageTemplates(ctx.actor), mayManageTemplates.sentence);
  return allTemplates(ctx.db);
}

/** @throws NotFound without such a template */
export async function templatePage(ctx: Ctx, id: string): Promise<WordTemplate> {
  permit(mayManageTemplates(ctx.actor), mayManageTemplates.sentence);
  const found = isId(id) ? await templateById(ctx.db, id) : undefined;
  if (!found) throw new NotFound();
  return found;
}

/** The file as it was handed in. @throws NotFound where it is gone */
export async function templateFile(ctx: Ctx, id: string): Promise<StoredFile> {
  const { fileId } = await templatePage(ctx, id);
  const file = await storedFile(ctx.db, fileId);
  if (!file) throw new NotFound();
  return file;
}

/** The template into which papers are written now. Whoever makes papers may know its name. */
export async function templateInUse(ctx: Pick<Ctx, "db">): Promise<WordTemplate | undefined> {
  return usedTemplate(ctx.db);
}

/** Names of all templates by their ids, for lists of papers. */
export async function templateNames(ctx: Pick<Ctx, "db">): Promise<ReadonlyMap<string, string>> {
  return new Map((await allTemplates(ctx.db)).map(({ id, name }) => [id, name]));
}

/** The bytes of a paper's template, for who writes papers; undefined where the file is gone. */
export async function templateBytes(ctx: Pick<Ctx, "db">, id: string): Promise<Uint8Array | undefined> {
  const found = await templateById(ctx.db, id);
  return found && (await storedFile(ctx.db, found.fileId))?.bytes;
}

/** Recomputes the hash of every template whose file is here. */
export async function changedTemplates(ctx: Pick<Ctx, "db">): Promise<{ checked: number; changed: string[] }> {
  const changed: string[] = [];
  let checked = 0;
  for (const { id, name, hash } of await allTemplates(ctx.db)) {
    const bytes = await templateBytes(ctx, id);
    if (!bytes) continue;
    checked += 1;
    if (sha256(bytes) !== hash) changed.push(name);
  }
  return { checked, changed };
}
