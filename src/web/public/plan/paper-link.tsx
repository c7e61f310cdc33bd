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
  const facts = [paper.pages === null ? "" : `${paper.pages}ページ`, `${(paper.size / 1_000_000).toFixed(1)}MB`];
  return (
    <li>
      <a href={paperHref(reading)}>計画書を読む（PDF、{facts.filter(Boolean).join("、")}）</a>
    </li>
  );
}
