/** What the page of the tree and its server say to each other. Both sides import these types. */

/** A node of the plan as a line of the tree. */
export interface TreeRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly code: string;
  readonly title: string;
  readonly keyword: string;
  readonly division: string;
  readonly indicators: number;
  readonly children: number;
  readonly isPriority: boolean;
  /** Japanese names of what the page of the measure (施策) still lacks; empty where there is no such page. */
  readonly missing: readonly string[];
  readonly version: number;
}

/** All children of one node, in order; of the plan itself when `parentId` is null. */
export interface Branch {
  readonly parentId: string | null;
  readonly rows: readonly TreeRow[];
}

export interface TreeLevel {
  readonly depth: number;
  readonly name: string;
  readonly hasPage: boolean;
}

export interface PlanTreeProps {
  readonly slug: string;
  readonly planName: string;
  readonly levels: readonly TreeLevel[];
  /** The roots, and the branches that the address asks to be open. */
  readonly branches: readonly Branch[];
  readonly open: readonly string[];
  /** The node the address points at. */
  readonly current: string | null;
  /** Whether the person may add, rename, move, remove and renumber. */
  readonly mayShape: boolean;
}

/** Where a node goes: beside another one or, as the last, inside it. */
export interface Move {
  readonly target: string;
  readonly place: "before" | "after" | "inside";
}

/** An act on the tree; each is posted to the address of its noun. */
export type Act =
  | { readonly kind: "additions"; readonly parent: string | null; readonly after: string | null; readonly text: string }
  | { readonly kind: "renamings"; readonly id: string; readonly version: number; readonly text: string }
  | ({ readonly kind: "moves"; readonly id: string; readonly version: number } & Move)
  | { readonly kind: "removals"; readonly id: string; readonly version: number }
  | { readonly kind: "undoings" };

export interface ActRefusal {
  readonly message: string;
  readonly remedy: string;
}

/** The answer to an act: the branches it touched, as they are now. */
export type ActAnswer =
  | {
      readonly ok: true;
      /** The node to stand on. */
      readonly id: string | null;
      readonly branches: readonly Branch[];
      /** The time of day of the save in Tokyo, as 10:32. */
      readonly savedAt: string;
    }
  | { readonly ok: false; readonly refusal: ActRefusal; readonly branches: readonly Branch[] };

/** A node that a search found, with the ids from the root down to its parent. */
export interface Match {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly path: readonly string[];
}
