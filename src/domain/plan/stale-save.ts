import { nodeParts, partDiffers, type NodeContent, type NodePart } from "./node.ts";

/** Who changed a part since the version that both began from. */
export type Changer = "mine" | "theirs" | "both";

/** A part in which a stale save and what is stored now differ. */
export interface Divergence {
  readonly part: NodePart;
  readonly changedBy: Changer;
}

/**
 * The parts that a person must look at when someone else saved in between: only those where the two texts differ.
 * What only one of them touched is told from the version both began from (`base`).
 */
export function divergences({
  base,
  mine,
  theirs,
}: {
  base: NodeContent;
  mine: NodeContent;
  theirs: NodeContent;
}): Divergence[] {
  return nodeParts
    .filter((part) => partDiffers(mine, theirs, part))
    .map((part) => ({ part, changedBy: changerOf(partDiffers(base, mine, part), partDiffers(base, theirs, part)) }));
}

function changerOf(byMe: boolean, byThem: boolean): Changer {
  if (byMe && byThem) return "both";
  return byMe ? "mine" : "theirs";
}
