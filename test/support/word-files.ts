import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** A Word file with the text of its document changed, as an office changes it. */
export function edited(bytes: Uint8Array, change: (xml: string) => string): Uint8Array<ArrayBuffer> {
  const files = unzipSync(bytes);
  const xml = strFromU8(files["word/document.xml"] ?? new Uint8Array());
  return new Uint8Array(zipSync({ ...files, "word/document.xml": strToU8(change(xml)) }));
}

const line = (words: string, style = "") =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${words}</w:t></w:r></w:p>`;

/** A plan as a city has it in Word: two chapters, one with a section, a table and a picture. */
export function planInWord(): Uint8Array<ArrayBuffer> {
  const styles = ["heading 1", "heading 2"].map(
    (name) => `<w:style w:styleId="${name.replace(" ", "")}"><w:name w:val="${name}"/></w:style>`,
  );
  const body = [
    line("第1章　序論", "heading1"),
    line("計画の趣旨"),
    line("第1節 背景", "heading2"),
    line("人口の動き"),
    `<w:tbl><w:tr><w:tc>${line("年")}</w:tc><w:tc>${line("人")}</w:tc></w:tr></w:tbl>`,
    `<w:p><w:r><w:drawing/></w:r></w:p>`,
    line("第2章　基本構想", "heading1"),
    line("将来像"),
  ];
  const parts = {
    "word/document.xml": `<w:document><w:body>${body.join("")}</w:body></w:document>`,
    "word/styles.xml": `<w:styles>${styles.join("")}</w:styles>`,
  };
  return new Uint8Array(zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)]))));
}

const paragraphEnd = "</w:p>";

/** The document with a paragraph put behind the one in which some words stand, each searched behind the one before. */
export function paragraphAfter(xml: string, words: readonly string[], added: string): string {
  const found = words.reduce((from, each) => placeOf(xml, each, from), 0);
  const end = placeOf(xml, paragraphEnd, found) + paragraphEnd.length;
  return xml.slice(0, end) + line(added) + xml.slice(end);
}

/** The document without the paragraph in which some words stand. */
export function withoutParagraph(xml: string, words: string): string {
  const found = placeOf(xml, words, 0);
  const end = placeOf(xml, paragraphEnd, found) + paragraphEnd.length;
  return xml.slice(0, xml.lastIndexOf("<w:p>", found)) + xml.slice(end);
}

function placeOf(xml: string, words: string, from: number): number {
  const at = xml.indexOf(words, from);
  if (at === -1) throw new Error(`the document has no 「${words}」`);
  return at;
}
