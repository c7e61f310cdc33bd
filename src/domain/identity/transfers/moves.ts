import type { Role } from "#domain/audit/index.ts";
import type { Post, RoleGrant } from "../person.ts";
import type { moveLabels } from "./labels.ts";
import type { TransferFault } from "./line.ts";

export type MoveKind = keyof typeof moveLabels;

export interface PersonFactsWithNumber {
  readonly name: string;
  readonly kana: string;
  readonly email: string;
  readonly employeeNumber: string;
}

/** What becomes of one person on the day (一人の異動). */
export interface Move {
  readonly kind: MoveKind;
  /** Null for someone who joins. */
  readonly personId: string | null;
  readonly rows: readonly number[];
  readonly facts: PersonFactsWithNumber;
  /** As they were, where any of the facts changes. */
  readonly factsBefore: PersonFactsWithNumber | null;
  readonly postsThatEnd: readonly Post[];
  readonly postsThatStay: readonly Post[];
  readonly newPosts: readonly { readonly divisionId: string; readonly title: string }[];
  readonly grantsThatEnd: readonly RoleGrant[];
  readonly newRoles: readonly Role[];
  /** The roles that hold from the day on. */
  readonly roles: readonly Role[];
  /** Someone registered already has the same name and may be the same person. */
  readonly namesake: boolean;
}

/** What a list would do, or why it cannot be done. */
export interface MovePlan {
  readonly effectiveOn: string | undefined;
  readonly moves: readonly Move[];
  readonly faults: readonly TransferFault[];
}

/** Whether a person has several posts from the day on (兼務). */
export function holdsSeveral({ postsThatStay, newPosts }: Move): boolean {
  return postsThatStay.length + newPosts.length > 1;
}

export function changes({ kind }: Move): boolean {
  return kind !== "unchanged";
}
