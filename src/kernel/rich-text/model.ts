/**
 * Rich text: the part of ProseMirror's JSON that a plan needs, under TipTap's usual names. It is stored as it was saved and never
 * as markup, so nothing pasted can become HTML.
 */
export interface RichText {
  readonly type: "doc";
  readonly content: readonly RichBlock[];
}

export type RichBlock = RichParagraph | RichHeading | RichList | RichTable | RichFigure;

export interface RichParagraph {
  readonly type: "paragraph";
  readonly content?: readonly RichInline[] | undefined;
}

export interface RichHeading {
  readonly type: "heading";
  readonly attrs: { readonly level: 3 | 4 };
  readonly content?: readonly RichInline[] | undefined;
}

export type RichList = RichBulletList | RichOrderedList;

export interface RichBulletList {
  readonly type: "bulletList";
  readonly content: readonly RichItem[];
}

/** Numbered items (項目番号). The sign of an item follows from how deep it stands: see `itemSign`. */
export interface RichOrderedList {
  readonly type: "orderedList";
  /** 「article」 begins the series at 第1; without it the outermost items are 1, 2, 3. */
  readonly attrs?: { readonly sign: "article" } | undefined;
  readonly content: readonly RichItem[];
}

export interface RichItem {
  readonly type: "listItem";
  readonly content: readonly RichBlock[];
}

/** Table (表). Its cells fill a rectangle: `tableGrid` says where each stands. */
export interface RichTable {
  readonly type: "table";
  readonly attrs: { readonly caption: string };
  readonly content: readonly RichRow[];
}

export interface RichRow {
  readonly type: "tableRow";
  readonly content: readonly RichCell[];
}

export interface RichCell {
  readonly type: "tableHeader" | "tableCell";
  readonly attrs?: { readonly colspan?: number | undefined; readonly rowspan?: number | undefined } | undefined;
  /** Paragraphs and lists of paragraphs. */
  readonly content: readonly RichBlock[];
}

/** Figure (図): a picture of the city's files by its id, the words that stand for it, and what stands below it. */
export interface RichFigure {
  readonly type: "figure";
  readonly attrs: { readonly file: string; readonly alternative: string; readonly caption: string };
}

export type RichInline = RichWords | { readonly type: "hardBreak" } | RichFootnote | RichReference;

export interface RichWords {
  readonly type: "text";
  readonly text: string;
  readonly marks?: readonly RichMark[] | undefined;
}

/** Footnote (脚注): plain words, numbered where the text is shown. */
export interface RichFootnote {
  readonly type: "footnote";
  readonly attrs: { readonly text: string };
}

/** Reference (参照): a live figure. `source` says what is read; `shown` are the words that were accepted for this place. */
export interface RichReference {
  readonly type: "reference";
  readonly attrs: { readonly source: string; readonly shown: string };
}

/** Ruby (ルビ) gives the reading of a name above it. */
export type RichMark =
  | { readonly type: "bold" }
  | { readonly type: "link"; readonly attrs: { readonly href: string } }
  | { readonly type: "ruby"; readonly attrs: { readonly reading: string } };

export const emptyRichText: RichText = { type: "doc", content: [] };
