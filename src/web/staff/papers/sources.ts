import { planVersions, versionReference, type DraftVersion } from "#domain/documents/index.ts";
import type { PaperRequest, PlanWithLevels } from "#domain/plan/index.ts";
import { opennessLabels, stateOf, storedPublications, type PublicationHead } from "#domain/publication/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { warekiDate } from "#kernel/wareki.ts";
import type { Option } from "#web/ui/forms.tsx";
import type { Visit } from "#web/visit.ts";
import { versionSource } from "./addresses.ts";

const draft = "draft";

/** What papers of a plan can be made of: the draft, its frozen versions, its publications. */
export interface PaperSources {
  readonly plan: PlanWithLevels;
  readonly versions: readonly DraftVersion[];
  readonly heads: readonly PublicationHead[];
  readonly documents: readonly PublicationHead[];
}

/** Versions that were not purged and publications that may be read, the newest first. */
export async function sourcesOf({ ctx }: Visit, plan: PlanWithLevels): Promise<PaperSources> {
  const heads = (await storedPublications(ctx).heads()).filter((head) =>
    ["current", "superseded"].includes(stateOf(head)),
  );
  return {
    plan,
    versions: (await planVersions(ctx, plan.id)).filter(({ purgedAt }) => purgedAt === null),
    heads: heads.filter(({ subject, reference }) => subject === "plan" && reference === plan.slug),
    documents: heads.filter((head) => head.subject === "document" && stateOf(head) === "current"),
  };
}

/** What a form's word stands for; undefined for what nobody offered. A version that is public is made for its public page too. */
export function sourceNamed(
  { plan, versions, heads, documents }: PaperSources,
  word: string,
): Pick<PaperRequest, "publicationId" | "versionId"> | undefined {
  if (word === draft) return { publicationId: null };
  const version = versions.find((each) => versionSource(each) === word);
  if (!version) return heads.some(({ id }) => id === word) ? { publicationId: word } : undefined;
  const reference = versionReference(plan.slug, version.number);
  const publicationId = documents.find((head) => head.reference === reference)?.id ?? null;
  return { publicationId, versionId: version.id };
}

export function sourceOptions({ versions, heads }: PaperSources): Option[] {
  return [
    { value: draft, label: "作成中の案（いまの内容）" },
    ...versions.map((version): Option => ({
      value: versionSource(version),
      label: `${versionName(version)}　${warekiDate(tokyoDay(version.frozenAt))}`,
    })),
    ...heads.map((head): Option => ({
      value: head.id,
      label: `公開した計画「${head.label}」（${warekiDate(tokyoDay(head.publishedAt))}・${opennessLabels[head.openness]}）`,
    })),
  ];
}

/** 「第2版「素案」」 */
export function versionName({ number, name }: Pick<DraftVersion, "number" | "name">): string {
  return `第${number}版「${name}」`;
}

/** What a made paper was made of, in words, by the id of its version or publication. */
export function namesOfSources({ versions, heads }: PaperSources): ReadonlyMap<string, string> {
  return new Map([
    ...heads.map(({ id, label }) => [id, label] as const),
    ...versions.map((version) => [version.id, versionName(version)] as const),
  ]);
}
