import type { TreeLevel } from "./protocol.ts";
import type { TreeDesk } from "./tree-desk.ts";

/** What all lines of a tree have in common. */
export interface Shared {
  readonly slug: string;
  readonly levels: readonly TreeLevel[];
  readonly mayShape: boolean;
  readonly desk: TreeDesk;
}
