/** By what names and numbers the paper's text goes into the template. */
export interface Carrying {
  readonly styles: ReadonlyMap<string, string>;
  /** The paper's ids of headings whose look is the template's; those of them that number themselves. */
  readonly known: ReadonlySet<string>;
  readonly numbered: ReadonlySet<string>;
  readonly numbers: number;
  readonly footnotes: number;
  readonly endnotes: number;
  readonly bookmarks: number;
  readonly drawings: number;
  /** The paper's bookmarks whose names the template has too. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly links: ReadonlyMap<string, string>;
}

/** The text of a part of the paper as it stands in the template. A paper has millions of signs, so it is changed as text. */
export function carriedText(xml: string, carrying: Carrying): string {
  const { styles, numbers, footnotes, endnotes, bookmarks, drawings, links } = carrying;
  return renamedBookmarks(leftToTemplate(xml, carrying), carrying.renamed)
    .replaceAll(
      /(<w:(?:p|r|tbl)Style w:val=")([^"]+)/g,
      (_, before: string, id: string) => before + (styles.get(id) ?? id),
    )
    .replaceAll(/(<w:numId w:val=")([1-9]\d*)/g, plus(numbers))
    .replaceAll(/(<w:footnoteReference\b[^>]*\bw:id=")(\d+)/g, plus(footnotes))
    .replaceAll(/(<w:endnoteReference\b[^>]*\bw:id=")(\d+)/g, plus(endnotes))
    .replaceAll(/(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(\d+)/g, plus(bookmarks))
    .replaceAll(/(<wp:docPr id=")(\d+)/g, plus(drawings))
    .replaceAll(/(\br:[a-z]+=")([^"]+)/gi, (_, before: string, id: string) => before + (links.get(id) ?? id));
}

/** For ids that are numbers. */
function plus(by: number) {
  return (_: string, before: string, id: string) => before + String(Number(id) + by);
}

/**
 * What the template says of types, heads and lines. A template of Japanese offices sets its lines to a grid; paragraphs of which we
 * say how far their lines stand apart are not to be drawn to it.
 */
function leftToTemplate(xml: string, { known, numbered }: Carrying): string {
  return xml
    .replaceAll(/<w:rFonts\b[^>]*\/>/g, "")
    .replaceAll(/<w:spacing (?!w:val)/g, '<w:snapToGrid w:val="0"/>$&')
    .replaceAll(/<w:p><w:pPr><w:pStyle w:val="(Heading\d)"\/>[\s\S]*?<\/w:p>/g, (heading, id: string) => {
      const plain = known.has(id) && !heading.includes("<w:shd ") ? withoutLook(heading) : heading;
      return numbered.has(id) ? withoutNumber(plain) : plain;
    });
}

function withoutLook(heading: string): string {
  return heading.replaceAll(/<w:rPr>(?:<w:(?:color|sz|szCs)\b[^>]*\/>)+<\/w:rPr>/g, "");
}

/** Our headings say their numbers in words. */
function withoutNumber(heading: string): string {
  return heading.replace(
    /<w:pStyle [^>]*\/>(?:<w:keepNext\/>)?(?:<w:keepLines\/>)?(?:<w:pageBreakBefore\/>)?/,
    '$&<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>',
  );
}

function renamedBookmarks(xml: string, renamed: ReadonlyMap<string, string>): string {
  if (renamed.size === 0) return xml;
  const other = (_: string, before: string, name: string) => before + (renamed.get(name) ?? name);
  return xml
    .replaceAll(/(<w:bookmarkStart\b[^>]*\bw:name=")([^"]+)/g, other)
    .replaceAll(/(<w:hyperlink\b[^>]*\bw:anchor=")([^"]+)/g, other)
    .replaceAll(/((?:PAGEREF|REF) )(\w+)/g, other);
}

export function bookmarkNames(xml: string): string[] {
  return [...xml.matchAll(/<w:bookmarkStart\b[^>]*\bw:name="([^"]+)"/g)].map(([, name = ""]) => name);
}

/** Names that the template has already, with others of at most forty signs. */
export function renamedFrom(own: string, template: string): Map<string, string> {
  const taken = new Set(bookmarkNames(template));
  return new Map(bookmarkNames(own).flatMap((name) => (taken.has(name) ? [[name, `${name.slice(0, 35)}_kept`]] : [])));
}

/** The highest number that a pattern finds. */
export function highestIn(texts: readonly string[], pattern: RegExp): number {
  let found = 0;
  for (const text of texts) for (const [, id] of text.matchAll(pattern)) found = Math.max(found, Number(id));
  return found;
}

/** The ids of styles that a text names. */
export function usedStyles(...texts: readonly string[]): Set<string> {
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/<w:(?:p|r|tbl)Style w:val="([^"]+)"/g)].map(([, id = ""]) => id)),
  );
}
