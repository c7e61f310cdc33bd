import type { Json } from "#kernel/canonical-json.ts";

/** The steps of openness (公開の段階) above 非公開: 検討中として公開 (stamped 「未確定」) and 公表. */
export type Openness = "discussion" | "decided";

/** A publication (公表) without its payload: what lists and feeds show. */
export interface PublicationHead {
  readonly id: string;
  readonly subject: string;
  readonly reference: string;
  /** The version's name; of a purged one only the words that say so. */
  readonly label: string;
  readonly openness: Openness;
  readonly format: number;
  readonly hash: string;
  readonly divisionName: string;
  readonly divisionContact: string;
  readonly note: string;
  readonly publishedAt: Date;
  /** The publication that took its place, if any. */
  readonly supersededById: string | null;
  readonly withdrawal: { readonly at: Date; readonly reason: string } | null;
  readonly purge: { readonly at: Date; readonly reason: string } | null;
}

/** Where public pages read from: the stored publications, or the same with one candidate added for a preview. */
export interface PublicationSource {
  /** Every publication, the newest first, withdrawn and purged ones among them (lists say so). */
  heads(): Promise<readonly PublicationHead[]>;
  /** The payload of one that is neither withdrawn nor purged. The same value every time, so that a reader may keep what it made of it. */
  payload(id: string): Promise<Json | undefined>;
  /** Changes whenever anything above may have changed. */
  state(): Promise<string>;
}
