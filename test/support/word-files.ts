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

/** A Word file of these parts, as a person with bad intent or a clumsy program might write it. */
export function wordOfParts(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array<ArrayBuffer> {
  const all = { "word/document.xml": `<w:document><w:body>${body}</w:body></w:document>`, ...parts };
  return new Uint8Array(zipSync(Object.fromEntries(Object.entries(all).map(([path, xml]) => [path, strToU8(xml)]))));
}

const shaped = (properties: string, words: string) =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;

/** A heading that says how high it is. */
export const outlined = (level: string) => shaped(`<w:outlineLvl w:val="${level}"/>`, "見出し");

/** Items of a list at these levels, with the list's own description of them. */
export function wordOfLevels(levels: readonly (string | number)[]): Uint8Array<ArrayBuffer> {
  const described = levels.map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="bullet"/></w:lvl>`).join("");
  const items = levels.map((level) =>
    shaped(`<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`, `段${level}`),
  );
  return wordOfParts(items.join(""), {
    "word/numbering.xml": `<w:numbering><w:abstractNum w:abstractNumId="0">${described}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  });
}

/** A table whose cell has these properties. */
export function wordOfCell(properties: string): Uint8Array<ArrayBuffer> {
  return wordOfParts(`<w:tbl><w:tr><w:tc><w:tcPr>${properties}</w:tcPr>${line("幅")}</w:tc></w:tr></w:tbl>`);
}

/** A heading with a mark of ours, whose JSON is as given. */
export function wordOfMark(mark: string): Uint8Array<ArrayBuffer> {
  const heading = `<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:bookmarkStart w:name="text_1"/><w:r><w:t>序論</w:t></w:r></w:p>`;
  const said = mark.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return wordOfParts(heading + line("文"), {
    "docProps/custom.xml": `<Properties><property name="text_1"><vt:lpwstr>${said}</vt:lpwstr></property></Properties>`,
  });
}

const markOf = (version: string, title = "序論") =>
  `{"section":"あ","key":"body","version":${version},"title":"${title}"}`;

interface WordAttack {
  readonly name: string;
  readonly bytes: () => Uint8Array<ArrayBuffer>;
  /** Why it is refused; undefined for a file that is read without its harm. */
  readonly refusal?: string;
}

const macros = "マクロの入った文書は、読み込めません。";
const kinds = (type: string) => `<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`;

/** Word files made to do harm. */
export const wordAttacks: readonly WordAttack[] = [
  ...["zz", "0.5", "-7", "1e300"].map((level) => ({
    name: `a heading at level ${level}`,
    bytes: () => wordOfParts(outlined(level)),
  })),
  {
    name: "a style at level 0.5",
    bytes: () =>
      wordOfParts(shaped(`<w:pStyle w:val="a"/>`, "見出し"), {
        "word/styles.xml": `<w:styles><w:style w:styleId="a"><w:name w:val="独自"/><w:pPr><w:outlineLvl w:val="0.5"/></w:pPr></w:style></w:styles>`,
      }),
  },
  ...["1e300", "99999999999"].map((version) => ({
    name: `a mark of version ${version}`,
    bytes: () => wordOfMark(markOf(version)),
  })),
  {
    name: "a mark with signs that the database does not take",
    bytes: () => wordOfMark(markOf("1", String.raw`序\u0000論\ud800`)),
    refusal: "この文書は「序論」から作られたものなので、ここには読み込めません。",
  },
  { name: "a thousand levels", bytes: () => wordOfLevels(Array.from({ length: 1_000 }, (_, level) => level)) },
  ...["NaN", "0.5"].map((level) => ({
    name: `an item at level ${level}`,
    bytes: () => wordOfLevels([level]),
  })),
  ...["1e15", "1000000000000000", "-5"].map((span) => ({
    name: `a cell over ${span} columns`,
    bytes: () => wordOfCell(`<w:gridSpan w:val="${span}"/><w:vMerge w:val="1e15"/>`),
  })),
  {
    name: "a row that begins behind 1e15 columns",
    bytes: () =>
      wordOfParts(
        `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1e15"/></w:trPr><w:tc>${line("幅")}</w:tc></w:tr></w:tbl>`,
      ),
  },
  {
    name: "macros by their part",
    bytes: () => wordOfParts(line("文"), { "word/vbaProject.bin": "Sub AutoOpen" }),
    refusal: macros,
  },
  {
    name: "macros by the kind of the document",
    bytes: () =>
      wordOfParts(line("文"), {
        "[Content_Types].xml": kinds("application/vnd.ms-word.document.macroEnabled.main+xml"),
      }),
    refusal: macros,
  },
  { name: "signs that nobody sees", bytes: () => wordOfParts(line("見&#0;え&#x1;な\u0001い\u0000")) },
  {
    name: "a character cut in half where its place is told",
    bytes: () => wordOfParts(`<w:p><w:r><w:t>${"あ".repeat(19)}🌻</w:t><w:drawing/></w:r></w:p>`),
  },
  {
    name: "a note cut within a character",
    bytes: () =>
      wordOfParts(`<w:p><w:r><w:t>文</w:t><w:footnoteReference w:id="1"/></w:r></w:p>`, {
        "word/footnotes.xml": `<w:footnotes><w:footnote w:id="1">${line(`${"あ".repeat(1_999)}🌻`)}</w:footnote></w:footnotes>`,
      }),
  },
];
