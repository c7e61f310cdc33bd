import type { Openness } from "./source.ts";

/** Candidate (公開の候補): what is about to go public, as its preview shows it. */
export interface Candidate {
  readonly id: string;
  readonly subject: string;
  readonly reference: string;
  readonly label: string;
  readonly openness: Openness;
  readonly format: number;
  /** The payload's canonical text (RFC 8785). */
  readonly text: string;
  readonly hash: string;
  readonly divisionName: string;
  readonly divisionContact: string;
  readonly note: string;
}
