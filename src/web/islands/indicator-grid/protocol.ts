import type { Actual } from "#domain/plan/indicator.ts";
import type { CellFault } from "#domain/plan/indicators/actual-cells.ts";

/** A cell on its way to the server: whose, which year, what was seen there (packed), and the text that shall stand there. */
export interface SentCell {
  readonly indicatorId: string;
  readonly year: number;
  readonly seen: string;
  readonly text: string;
}

/** A cell that was not taken, and what is stored there now. */
export interface RefusedCell {
  readonly indicatorId: string;
  readonly year: number;
  readonly fault: CellFault;
  readonly message: string;
  readonly current: Actual | null;
}

/** What the server says to a save. */
export type GridAnswer =
  | { readonly ok: true; readonly saved: number; readonly savedAt: string }
  | {
      readonly ok: false;
      readonly message: string;
      readonly remedy: string;
      readonly cells: readonly RefusedCell[];
    };
