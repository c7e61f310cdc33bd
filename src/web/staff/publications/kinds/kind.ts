import type { ReactNode } from "react";
import type { Ctx } from "#domain/audit/index.ts";
import type { CandidateCheck, CopyRemoval, Openness, Publishable } from "#domain/publication/index.ts";

/** A thing of a kind that may be published: a plan, the statistics, a strategy. */
export interface Thing {
  readonly reference: string;
  readonly name: string;
  /** Where staff work on it. */
  readonly href: string;
  /** The division that is asked about it, unless the version names another; "" where none is known. */
  readonly divisionId: string;
  /** What its version is called and how open it is, where that was decided before. */
  readonly version?: { readonly label: string; readonly openness: Openness };
}

export interface SeenPage {
  readonly path: string;
  readonly label: string;
}

/** A kind of publication as staff see it before citizens do. Everything else is the same for all kinds. */
export interface PublicationKind<T> {
  readonly publishable: Publishable<T>;
  /** What it is called: 「計画」. */
  readonly name: string;
  /** What a version of it is called, for example. */
  readonly example: string;
  /** Those that this person may read, also what is not public yet. */
  readonly things: (ctx: Ctx) => Promise<readonly Thing[]>;
  /** What the next version will hold and what it will not, in words for who prepares it. */
  readonly contents: (ctx: Ctx, thing: Thing) => Promise<ReactNode>;
  /** The citizens' pages to look at before publishing, the thing's own first. */
  readonly pages: (reference: string) => readonly SeenPage[];
  /** What will be different for citizens; `hrefOf` leads into the preview. */
  readonly changes: (check: CandidateCheck<T>, hrefOf: (path: string) => string) => ReactNode;
  /** What is still missing. It warns and stops nobody: a draft under discussion may be unfinished. */
  readonly warnings?: (ctx: Ctx, reference: string) => Promise<ReactNode>;
  /** What follows a publication, a paper for example. */
  readonly afterwards?: (ctx: Ctx, published: { readonly id: string; readonly reference: string }) => Promise<void>;
  /** What was made from a publication beside its payload, and goes with it in a purge. */
  readonly removeCopies?: CopyRemoval;
  /** Where else the same words may stand after a purge. */
  readonly leftovers?: (reference: string) => ReactNode;
}
