/**
 * How a Word file of ours carries what Word does not know: styles by name, and content controls (コンテンツ コントロール) whose tag
 * names a property of the file that says the rest. Word and LibreOffice keep all of them through editing.
 */
export const carried = {
  /** A table's caption, and at which depth of items the table stands (0 is none). */
  tableCaption: (depth: number) => (depth === 0 ? "表の題" : `表の題 ${depth}`),
  /** A further paragraph of an item. */
  itemText: (depth: number) => `項目の続き ${depth}`,
  /** A heading within an item. */
  itemHeading: (level: 3 | 4, depth: number) => `${level === 3 ? "項目の大見出し" : "項目の小見出し"} ${depth}`,
  tableHead: "表の見出し",
  /** The heading of one of a section's texts. */
  textHeading: "欄の見出し",
  figure: (depth: number) => (depth === 0 ? "図の場所" : `図の場所 ${depth}`),
} as const;

/** How deep lists may stand one in another: Word has nine levels. */
export const deepestItem = 9;

/** Stands before addresses of the city's own site, since Word takes 「/」 for a place on the disk. */
export const ownSite = "https://own-site.test";

/** The words in place of a figure. */
export function figureWords(alternative: string): string {
  return `［図：${alternative}］`;
}

type Meaning = "tableCaption" | "itemText" | "figure" | "heading3" | "heading4";

const meanings: Readonly<Record<string, Meaning>> = {
  表の題: "tableCaption",
  項目の続き: "itemText",
  図の場所: "figure",
  項目の大見出し: "heading3",
  項目の小見出し: "heading4",
};

/** What a style's name says of a paragraph; undefined for styles that are not ours. */
export function meaningOf(styleName: string): { readonly kind: Meaning; readonly depth: number } | undefined {
  const [, words = "", depth = 0] = /^([^ ]+)(?: ([1-9]))?$/.exec(styleName) ?? [];
  const kind = meanings[words];
  return kind && { kind, depth: Number(depth) };
}
