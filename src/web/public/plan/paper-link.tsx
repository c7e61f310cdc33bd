import type { ReactNode } from "react";
import type { Reading } from "./addresses.ts";
import { paperHref } from "./addresses.ts";

/** What is told of a printed plan before one takes it. */
export interface PaperFacts {
  readonly pages: number | null;
  /** In bytes. */
  readonly size: number;
}

/** The printed plan (計画書) of this very edition, with how long and how large it is; nothing until it is made. */
export function PaperLink({
  reading,
  paper,
}: {
  readonly reading: Reading;
  readonly paper: PaperFacts | undefined;
}): ReactNode {
  if (!paper) return null;
  return (
    <li>
      <a href={paperHref(reading)}>計画書を読む（PDF、{paperFacts(paper)}）</a>
    </li>
  );
}

/** 「144ページ、4.2MB」 */
export function paperFacts({ pages, size }: PaperFacts): string {
  return [pages === null ? "" : `${pages}ページ`, `${(size / 1_000_000).toFixed(1)}MB`].filter(Boolean).join("、");
}
