import type { Ctx } from "#domain/audit/index.ts";
import { planById, planBySlug, type PlanWithLevels } from "#domain/plan/index.ts";
import { isId } from "#kernel/id.ts";
import { sha256 } from "#kernel/canonical-json.ts";
import { NotFound } from "#kernel/result.ts";
import { keptHashes, type KeptHash } from "#platform/files/stored-files.ts";
import { documentContentSchema, figuresWhere, type DocumentContent } from "../content.ts";
import { errataOf, remarksOfVersions } from "../store/notes.ts";
import { purgedCount, standingVersions, versionById, versionsOf, versionText } from "../store/versions.ts";
import { termsOf } from "../store/terms.ts";
import type { GlossaryTerm } from "../term.ts";
import type { DraftVersion, Erratum, VersionRemark } from "../version.ts";

/** A plan's versions, the newest first. */
export async function planVersions(ctx: Ctx, planId: string): Promise<DraftVersion[]> {
  return versionsOf(ctx.db, planId);
}

/** A version with what it holds and what was said beside it. */
export interface VersionPage {
  readonly plan: PlanWithLevels;
  readonly version: DraftVersion;
  /** Undefined after a purge. */
  readonly content: DocumentContent | undefined;
  readonly errata: readonly Erratum[];
  readonly remarks: readonly VersionRemark[];
}

/** @throws NotFound for no such version */
export async function versionPage(ctx: Ctx, versionId: string): Promise<VersionPage> {
  const version = isId(versionId) ? await versionById(ctx.db, versionId) : undefined;
  if (!version) throw new NotFound();
  const text = await versionText(ctx.db, version.id);
  return {
    plan: await planById(ctx, version.planId),
    version,
    content: text ? documentContentSchema.parse(JSON.parse(text)) : undefined,
    errata: await errataOf(ctx.db, [version.id]),
    remarks: await remarksOfVersions(ctx.db, [version.id]),
  };
}

/** What a version holds; undefined after a purge. @throws NotFound for no such version */
export async function frozenDocument(ctx: Ctx, versionId: string): Promise<DocumentContent | undefined> {
  const text = await frozenContent(ctx, versionId);
  return text === undefined ? undefined : documentContentSchema.parse(JSON.parse(text));
}

/** What bodies and the assembly said of some versions (会議・議会の意見), by day. */
export async function remarksOf(ctx: Ctx, versionIds: readonly string[]): Promise<VersionRemark[]> {
  return remarksOfVersions(ctx.db, versionIds);
}

/** A version by what it is called in addresses: the plan's word and its number. @throws NotFound */
export async function versionByReference(ctx: Ctx, reference: string): Promise<DraftVersion> {
  const [, slug = "", number = ""] = /^(.+)-(\d+)$/.exec(reference) ?? [];
  if (number === "") throw new NotFound();
  const plan = await planBySlug(ctx, slug);
  const version = (await versionsOf(ctx.db, plan.id)).find((each) => each.number === Number(number));
  if (!version) throw new NotFound();
  return version;
}

/** The canonical text of a version, as it was frozen; undefined after a purge. @throws NotFound */
export async function frozenContent(ctx: Ctx, versionId: string): Promise<string | undefined> {
  const text = isId(versionId) ? await versionText(ctx.db, versionId) : undefined;
  if (text === undefined) throw new NotFound();
  return text ?? undefined;
}

/** What a verification of the frozen versions finds. */
export interface VersionReport {
  readonly checked: number;
  readonly broken: readonly DraftVersion[];
  /** How many were purged: of them only the hash is left. */
  readonly purged: number;
}

/** Recomputes the hash of every version that stands, one at a time. */
export async function verifyVersions({ db }: Pick<Ctx, "db">): Promise<VersionReport> {
  const versions = await standingVersions(db);
  const broken: DraftVersion[] = [];
  for (const version of versions) {
    if (sha256((await versionText(db, version.id)) ?? "") !== version.hash) broken.push(version);
  }
  return { checked: versions.length, broken, purged: await purgedCount(db) };
}

/** What a verification of the versions' pictures finds. */
export interface PictureReport {
  readonly checked: number;
  /** Each with its version, where it stands in it, and the file. */
  readonly changed: readonly string[];
}

/** Compares the bytes of every picture with the hash that each version names. A version whose text is another names none for sure. */
export async function changedPictures({ db }: Pick<Ctx, "db">): Promise<PictureReport> {
  let checked = 0;
  const changed: string[] = [];
  for (const version of await standingVersions(db)) {
    const text = (await versionText(db, version.id)) ?? "";
    if (sha256(text) !== version.hash) continue;
    const content = documentContentSchema.parse(JSON.parse(text));
    const files = await keptHashes(
      db,
      content.pictures.map(({ file }) => file),
    );
    const wrong = content.pictures.filter(({ file, hash }) => files.get(file)?.hash !== hash);
    checked += content.pictures.length;
    changed.push(...wrong.map(({ file }) => placedPicture({ version, content, file, kept: files.get(file) })));
  }
  return { checked, changed };
}

interface Placed {
  readonly version: DraftVersion;
  readonly content: DocumentContent;
  readonly file: string;
  readonly kept: KeptHash | undefined;
}

function placedPicture({ version, content, file, kept }: Placed): string {
  const figures = figuresWhere(content, (shown) => shown === file).join("、");
  const bytes = kept && kept.hash !== null ? "" : "、中身がありません";
  const name = `${content.plan.plan.name} ${version.name}（第${version.number}版）`;
  return `${name}${figures} ファイル ${kept?.name ?? ""}（${file}${bytes}）`;
}

/** The plan's glossary (用語). */
export async function planTerms(ctx: Ctx, planId: string): Promise<GlossaryTerm[]> {
  return termsOf(ctx.db, planId);
}
