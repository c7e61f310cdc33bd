import type { NodeSnapshot } from "#domain/plan/published.ts";
import type { Edition } from "#web/public/editions.ts";

type Origin = NodeSnapshot["origins"][number];

/** A node of another plan that a page leads to, with what became of it; the node is missing where nothing of it can be read. */
export interface Kin {
  readonly planName: string;
  readonly code: string;
  readonly title: string;
  readonly kind: Origin["kind"];
  readonly evolution: Origin["evolution"];
  readonly note: string;
  readonly at: { readonly edition: Edition; readonly node: NodeSnapshot } | undefined;
}

/** What a published plan tells of a node's history: from what of the plan before it came, and what it became in the plan after. */
export interface Lineage {
  readonly isNew: boolean;
  readonly origins: readonly Kin[];
  readonly successors: readonly Kin[];
  /** The plan that says that the node ended with its own, and why. */
  readonly ending: { readonly planName: string; readonly note: string } | undefined;
}

/**
 * The lineage of a node, read from the present editions alone: the old plan's own publication never changes, the plan that followed
 * it tells where its nodes went.
 */
export function lineageOf(node: NodeSnapshot, edition: Edition, editions: readonly Edition[]): Lineage {
  const following = followersOf(edition, editions);
  return {
    isNew: node.origins.some(({ kind }) => kind === "new"),
    origins: node.origins
      .filter(({ kind }) => kind !== "new")
      .map((origin) => ({ ...origin, at: placeOf(editions, origin.planSlug, origin.nodeId) })),
    successors: following.flatMap((next) =>
      next.snapshot.nodes.flatMap((heir) =>
        heir.origins
          .filter(({ nodeId }) => nodeId === node.id)
          .map(({ kind, evolution, note }) => ({
            planName: next.snapshot.plan.name,
            code: heir.code,
            title: heir.title,
            kind,
            evolution,
            note,
            at: { edition: next, node: heir },
          })),
      ),
    ),
    ending: following
      .flatMap(({ snapshot }) =>
        snapshot.endings
          .filter(({ nodeId }) => nodeId === node.id)
          .map(({ note }) => ({ planName: snapshot.plan.name, note })),
      )
      .at(0),
  };
}

/** The plans that name this one as the plan before them. */
export function followersOf(edition: Edition, editions: readonly Edition[]): Edition[] {
  return editions.filter(({ snapshot }) => snapshot.predecessor?.slug === edition.head.reference);
}

function placeOf(editions: readonly Edition[], slug: string, nodeId: string): Kin["at"] {
  const edition = editions.find(({ head }) => head.reference === slug);
  const node = edition?.snapshot.nodes.find(({ id }) => id === nodeId);
  return edition && node && { edition, node };
}
