import type { FiscalYear } from "#kernel/fiscal-year.ts";
import type { ColumnMeaning } from "./mapping/columns.ts";
import type { HeaderRows } from "./mapping/header.ts";
import type { Absence, Accumulation, Direction } from "../labels.ts";
import type { NodeFieldKey } from "../snapshot.ts";

/** How the clerk reads the sheet: which rows name the columns, and what each column holds. */
export interface Mapping {
  readonly sheet: number;
  readonly header: HeaderRows;
  /** By column index. */
  readonly columns: readonly ColumnMeaning[];
  readonly includesHidden: boolean;
}

/** What the import must know of the plan it goes into. */
export interface PlanFrame {
  readonly levels: readonly { readonly depth: number; readonly name: string; readonly codePattern: string }[];
  /** The divisions of today; `path` is the name after those above it (「総務部 企画課」). */
  readonly divisions: readonly { readonly id: string; readonly name: string; readonly path: string }[];
  /** Whether the clerk may register divisions that the sheet names and the city does not have. */
  readonly mayRegisterDivisions: boolean;
  readonly thisYear: FiscalYear;
}

/** A place in the sheet as the office sees it. */
export interface Place {
  /** Row number from 1. */
  readonly row: number;
  /** Column index from 0; the page shows its letters. */
  readonly column: number;
}

/** Something in the sheet that stops the import: where, what stood there, what is wrong and what to do. */
export interface ImportError extends Place {
  readonly header: string;
  readonly value: string;
  readonly message: string;
  readonly remedy: string;
}

/** Something the clerk should know and that stops nothing. */
export interface ImportRemark extends Place {
  readonly message: string;
}

export type SkipReason = "aboveHeader" | "note" | "total" | "repeatedHeader" | "hidden" | "nothingMapped";

/** A row that is not taken in. Rows with nothing in them are not counted. */
export interface SkippedRow {
  readonly row: number;
  readonly reason: SkipReason;
  readonly text: string;
}

/** A division (課) as the sheet names it: known, to be registered with the import, or left out. */
export type DivisionChoice = { readonly id: string; readonly name: string } | { readonly newName: string };

export interface ImportSdgLink {
  readonly goal: number;
  readonly strength: "direct" | "related";
  readonly targets: readonly string[];
}

export interface ImportNode {
  /** Key of the node in this import: the titles from the top. */
  readonly key: string;
  readonly parentKey: string | null;
  readonly depth: number;
  readonly code: string;
  /** Whether the sheet gave the code; a code made from the place says nothing about identity. */
  readonly isCodeGiven: boolean;
  readonly title: string;
  readonly row: number;
  // Absent where the sheet has no column for it: what is absent is left as it is in the plan.
  readonly keyword?: string;
  readonly division?: DivisionChoice | null;
  readonly relatedDivisions?: readonly DivisionChoice[];
  readonly isPriority?: boolean;
  readonly fields: Readonly<Partial<Record<NodeFieldKey, string>>>;
  readonly sdgs?: readonly ImportSdgLink[];
}

export interface ImportBaseline {
  readonly year: number | null;
  readonly value: number | null;
  readonly words: string;
}

export interface ImportTarget {
  readonly year: number;
  readonly value: number | null;
  readonly upperValue: number | null;
  readonly words: string;
}

export interface ImportActual {
  readonly year: number;
  readonly value: number | null;
  readonly absence: Absence | null;
  /** Its fiscal year has not begun: told, and not taken as confirmed. */
  readonly isEarly?: boolean;
}

export interface ImportIndicator {
  readonly nodeKey: string;
  readonly row: number;
  readonly code?: string;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly direction: Direction;
  readonly isDirectionDeduced: boolean;
  readonly accumulation: Accumulation;
  readonly description?: string;
  readonly source?: string;
  readonly division?: DivisionChoice | null;
  readonly baseline?: ImportBaseline;
  readonly targets?: readonly ImportTarget[];
  readonly actuals?: readonly ImportActual[];
}

/** One decision that only a person can make, for every place where the same thing stands. */
export interface Question {
  readonly id: string;
  readonly kind: "value" | "compound" | "goalLabel" | "division" | "direction" | "absence";
  /** What stood in the cell. */
  readonly text: string;
  /** What the cell belongs to: the indicator's or node's name at the first place. */
  readonly about: string;
  readonly header: string;
  /** Questions of one shape can be decided together. */
  readonly shape: string;
  readonly places: readonly Place[];
  readonly options: readonly QuestionOption[];
  /** Whether the clerk may also enter a number of their own. */
  readonly allowsOwn: boolean;
}

export interface QuestionOption {
  readonly key: string;
  readonly label: string;
}

/** The clerk's decision on one question. */
export interface Answer {
  readonly choice: string;
  readonly own?: OwnValue;
}

export interface OwnValue {
  readonly value: number;
  readonly unit: string;
  readonly accumulation: Accumulation;
}

/** By question id. */
export type Answers = Readonly<Record<string, Answer>>;

/** What the sheet means, whole: nothing of it is applied while there are errors or open questions. */
export interface ImportPlan {
  readonly nodes: readonly ImportNode[];
  readonly indicators: readonly ImportIndicator[];
  readonly errors: readonly ImportError[];
  readonly remarks: readonly ImportRemark[];
  readonly questions: readonly Question[];
  readonly openQuestions: readonly Question[];
  readonly skipped: readonly SkippedRow[];
}
