import { personId, record, type Ctx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { documentParts } from "../blocks.ts";
import { documentContentSchema } from "../content.ts";
import { sectionRefusals, versionRefusals } from "../labels.ts";
import { mayFreezeVersions } from "../permissions.ts";
import { insertErratum, insertVersionRemark, removeVersionRemark, updateVersionRemark } from "../store/notes.ts";
import { versionById, versionText } from "../store/versions.ts";
import type { Erratum, VersionRemark } from "../version.ts";

/** Tells a typing error of a frozen version (正誤表); the version itself stays as it is. */
export async function addErratum(ctx: Ctx, entry: Omit<Erratum, "id" | "addedAt">): Promise<Result<null>> {
  permit(mayFreezeVersions(ctx.actor), mayFreezeVersions.sentence);
  const told = {
    ...entry,
    place: entry.place.trim(),
    wrong: entry.wrong.trim(),
    corrected: entry.corrected.trim(),
    reason: entry.reason.trim(),
  };
  return ctx.transaction(async (tx) => {
    const text = await versionText(tx, entry.versionId);
    if (text === undefined) throw new NotFound();
    if (text === null) return refuse(versionRefusals.purged);
    if (told.wrong === "" || told.corrected === "" || !holds(text, told.wrong))
      return refuse(versionRefusals.erratumWords);
    const id = newId();
    await insertErratum(tx, { ...told, id }, { by: personId(ctx.actor), at: ctx.clock.now() });
    await record(tx, ctx, "documents.erratum.added", { versionId: entry.versionId, erratumId: id });
    return accept(null);
  });
}

/** Whether a frozen version says these words where one reads them: across marks and line ends, not in what only machines read. */
function holds(text: string, words: string): boolean {
  const wanted = unspaced(words);
  const content = documentContentSchema.parse(JSON.parse(text));
  const blocks = documentParts(content).flatMap((part) => part.blocks);
  const said = blocks.flatMap(({ number, cells: [first = "", ...more] }) => [number + first, ...more]);
  return [...said, ...shortWordsIn(content)].some((each) => unspaced(each).includes(wanted));
}

/** Names and short words beside the rich texts; what only machines read, ids and kinds, is ASCII. */
function shortWordsIn(value: unknown): string[] {
  if (typeof value === "string") return /[^\p{ASCII}]/u.test(value) ? [value] : [];
  if (typeof value !== "object" || value === null || ("type" in value && value.type === "doc")) return [];
  return Object.values(value).flatMap(shortWordsIn);
}

function unspaced(words: string): string {
  return words.replaceAll(/\s/gu, "");
}

type RemarkWords = Pick<VersionRemark, "speaker" | "saidOn" | "section" | "words" | "answer">;

interface Keeping {
  readonly versionId: string;
  readonly kind: VersionRemark["kind"];
  readonly words: RemarkWords;
  /** The one that is corrected, as the person saw it; none for a new one. */
  readonly seen?: Pick<VersionRemark, "id" | "version"> | undefined;
}

/** Notes what a body or the assembly said of a version (会議・議会の意見), or corrects it. */
export async function keepVersionRemark(ctx: Ctx, { versionId, kind, words, seen }: Keeping): Promise<Result<null>> {
  permit(mayFreezeVersions(ctx.actor), mayFreezeVersions.sentence);
  const told = { ...words, speaker: words.speaker.trim(), words: words.words.trim(), answer: words.answer.trim() };
  if (told.speaker === "" || told.words === "" || told.saidOn === "") return refuse(versionRefusals.remarkWords);
  return ctx.transaction(async (tx) => {
    if (!(await versionById(tx, versionId))) throw new NotFound();
    const id = seen?.id ?? newId();
    const adding = { by: personId(ctx.actor), at: ctx.clock.now() };
    if (!seen) await insertVersionRemark(tx, { ...told, id, versionId, kind }, adding);
    else if (!(await updateVersionRemark(tx, { ...seen, ...told, versionId }))) return refuse(sectionRefusals.stale);
    await record(tx, ctx, seen ? "documents.remark.edited" : "documents.remark.added", { versionId, remarkId: id });
    return accept(null);
  });
}

export async function dropVersionRemark(
  ctx: Ctx,
  { versionId, id }: { readonly versionId: string; readonly id: string },
): Promise<Result<null>> {
  permit(mayFreezeVersions(ctx.actor), mayFreezeVersions.sentence);
  return ctx.transaction(async (tx) => {
    if (!(await removeVersionRemark(tx, { id, versionId, at: ctx.clock.now() }))) return refuse(sectionRefusals.stale);
    await record(tx, ctx, "documents.remark.removed", { versionId, remarkId: id });
    return accept(null);
  });
}
