import type { Openness } from "#domain/publication/index.ts";

/** The steps of openness (公開の段階) with 非公開 below them: a version may be frozen for those inside alone. */
export type VersionOpenness = "closed" | Openness;

/** A frozen version (版) without its content. */
export interface DraftVersion {
  readonly id: string;
  readonly planId: string;
  /** 1, 2, 3 … within the plan. */
  readonly number: number;
  /** Free: 骨子案, 素案, 最終案 … */
  readonly name: string;
  readonly openness: VersionOpenness;
  readonly reason: string;
  readonly format: number;
  /** SHA-256 of the content's canonical text. */
  readonly hash: string;
  readonly frozenAt: Date;
  readonly frozenBy: string | null;
  readonly purgedAt: Date | null;
  readonly purgeReason: string | null;
}

/** A typing error told after freezing (正誤表). */
export interface Erratum {
  readonly id: string;
  readonly versionId: string;
  readonly place: string;
  readonly wrong: string;
  readonly corrected: string;
  readonly reason: string;
  readonly addedAt: Date;
}

/** What a body or the assembly said of a version (会議・議会の意見). */
export interface VersionRemark {
  readonly id: string;
  readonly versionId: string;
  readonly kind: "body" | "assembly";
  readonly speaker: string;
  readonly saidOn: string;
  /** The key of the section that is meant (`sectionKey`); "" for the whole. */
  readonly section: string;
  readonly words: string;
  readonly answer: string;
  readonly version: number;
}

/** The versions from the older of two (included) to the newer (not), over both plans where the newer is of the plan that follows. */
export function versionsBetween(
  versions: readonly DraftVersion[],
  { old, fresh }: { readonly old: DraftVersion; readonly fresh: DraftVersion },
): DraftVersion[] {
  if (old.planId !== fresh.planId)
    return versions.filter(
      ({ planId, number }) =>
        (planId === old.planId && number >= old.number) || (planId === fresh.planId && number < fresh.number),
    );
  const [first, last] = [Math.min(old.number, fresh.number), Math.max(old.number, fresh.number)];
  return versions.filter(({ planId, number }) => planId === old.planId && number >= first && number < last);
}

/** What a version is called in addresses and publications: the plan's word and its number. */
export function versionReference(planSlug: string, number: number): string {
  return `${planSlug}-${number}`;
}
