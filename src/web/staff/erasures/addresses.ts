import type { Erasure, ErasureKind } from "#domain/plan/index.ts";

const place: Readonly<Record<ErasureKind, string>> = {
  revisions: "nodes",
  import: "imports",
  values: "indicators",
  section: "sections",
};

/** The list of a plan's erasures, where they are confirmed. */
export function erasuresPath(slug: string): string {
  return `/staff/plans/${slug}/erasures`;
}

/** Where an erasure of a node's revisions, an import's original, an indicator's history or what a section keeps is asked for. */
export function erasurePath(slug: string, { kind, targetId }: Pick<Erasure, "kind" | "targetId">): string {
  return `/staff/plans/${slug}/${place[kind]}/${targetId}/erasure`;
}
