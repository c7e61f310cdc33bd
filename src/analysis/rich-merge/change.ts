/** What became of a piece of a text: other words, only another look, it came, it went, it stands elsewhere. */
export type RichChangeKind = "changed" | "look" | "added" | "removed" | "moved";

/** Who made a change since the file went out: the file, the manuscript meanwhile, or both in different ways. */
export type ChangeOrigin = "file" | "manuscript" | "both";

/** One change between a text and what came back; each is taken or left by itself. */
export interface RichChange {
  /** Its number from 1 in reading order. */
  readonly number: number;
  readonly kind: RichChangeKind;
  /** What it is and where: 「段落」 「表「人口」の2行目」. */
  readonly place: string;
  readonly before: string;
  readonly after: string;
  readonly origin: ChangeOrigin;
}
