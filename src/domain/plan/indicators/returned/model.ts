import type { Target } from "../../indicator.ts";
import type { RegisterLine } from "../../queries/indicators.ts";
import type { ActualCell, ActualEntry } from "../actual-cells.ts";
import type { ValueKind } from "./form.ts";

/** Where something stands in the file, as Excel names it. */
export interface Spot {
  readonly sheet: string;
  /** From 1; 0 for the whole sheet. */
  readonly row: number;
  /** 「C」; "" for the whole row. */
  readonly column: string;
}

/** What is wrong in the file (a fault, which keeps all of it out) or only worth knowing (a note). */
export interface Issue extends Spot {
  readonly kind: "fault" | "note";
  /** What stands there. */
  readonly value: string;
  readonly message: string;
}

/** A value of the file that is not the stored one. */
export interface Move extends Spot {
  readonly kind: ValueKind;
  readonly line: RegisterLine;
  readonly year: number;
  /** What is stored, what the file says as it stands there, and as it was read. */
  readonly stored: string;
  readonly written: string;
  readonly wanted: string;
  /** What stood there when the file was written, where somebody changed the stored value since. */
  readonly conflict: { readonly exported: string } | null;
  /** Whether a confirmed value changes (訂正). */
  readonly isCorrection: boolean;
  readonly change: { readonly cell: ActualCell } | { readonly target: Target | null };
}

/** A returned file compared with what is stored. */
export interface ReturnedValues {
  readonly moves: readonly Move[];
  readonly issues: readonly Issue[];
  /** Values that were looked at. */
  readonly compared: number;
}

/** What a cell was read as, before it is compared. */
export type Wanted = { readonly actual: ActualEntry | null } | { readonly target: Target | null };
