import type { IndicatorContent } from "../../indicator.ts";
import type { NodeContent } from "../../node.ts";
import type { SdgLink } from "../../sdg-links.ts";
import type { ImportedState } from "../difference/difference.ts";

/** A node as it is to be saved. */
export interface NodeWrite {
  readonly id: string;
  /** "placed": only its position among its siblings is another. */
  readonly kind: "new" | "changed" | "placed";
  readonly parentId: string | null;
  readonly depth: number;
  readonly position: number;
  readonly content: NodeContent;
  readonly sdgs: readonly SdgLink[];
}

export interface IndicatorWrite {
  readonly id: string;
  readonly isNew: boolean;
  readonly nodeId: string;
  readonly position: number;
  readonly content: IndicatorContent;
}

/** Everything that applying an import saves; either all of it or nothing. */
export interface ImportWrites {
  readonly nodes: readonly NodeWrite[];
  readonly indicators: readonly IndicatorWrite[];
  readonly removedNodes: readonly string[];
  readonly removedIndicators: readonly string[];
  readonly imported: ImportedState;
}
