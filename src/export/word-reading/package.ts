import { childOf, elementsIn, valueOf, wholeIn, wordsIn, xmlOf, type XmlElement } from "./xml.ts";
import { deepestLevel } from "./limits.ts";
import { carriesMacros, contentTypesPath } from "./macros.ts";
import { WordRefused, wordRefusals } from "./refusals.ts";
import { unpackedParts } from "./unpacked.ts";

/** What a Word file says beside its body, as far as it is read. */
export interface WordPackage {
  readonly body: XmlElement;
  readonly styles: ReadonlyMap<string, Style>;
  /** By 「numId ilvl」. */
  readonly levels: ReadonlyMap<string, NumberLevel>;
  readonly links: ReadonlyMap<string, string>;
  readonly footnotes: ReadonlyMap<string, string>;
  readonly endnotes: ReadonlyMap<string, string>;
  readonly comments: ReadonlyMap<string, string>;
  /** What our own files note of references and figures, by name. */
  readonly notes: ReadonlyMap<string, string>;
}

export interface Style {
  readonly name: string;
  /** 0 is the highest level of headings. */
  readonly outline: number | undefined;
  readonly numId: string | undefined;
}

export interface NumberLevel {
  readonly isOrdered: boolean;
  /** 「第%1」 */
  readonly text: string;
  /** The list of which these are numbers. */
  readonly list: string;
  /** Whether it begins with its first number again. */
  readonly beginsAnew: boolean;
}

const needed =
  /^(?:\[Content_Types\]\.xml|word\/(?:document|styles|numbering|footnotes|endnotes|comments)\.xml|word\/_rels\/document\.xml\.rels|docProps\/custom\.xml)$/;

/** The parts of a Word file. @throws WordRefused when it is none, is too large, is locked or carries macros */
export function packageOf(bytes: Uint8Array): WordPackage {
  const paths: string[] = [];
  const files = unpackedParts(bytes, (path) => {
    paths.push(path);
    return needed.test(path);
  });
  const part = (path: string): XmlElement => {
    const content = files[path];
    if (!content) return { name: "", attributes: {}, children: [] };
    const text = Buffer.from(content).toString("utf8");
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text.slice(0, 4_096))) throw new WordRefused(wordRefusals.corrupt);
    return xmlOf(text);
  };
  if (carriesMacros(paths, part(contentTypesPath))) throw new WordRefused(wordRefusals.macros);
  const body = childOf(part("word/document.xml"), "w:body");
  if (!body) throw new WordRefused(wordRefusals.notWord);
  return {
    body,
    styles: stylesOf(part("word/styles.xml")),
    levels: levelsOf(part("word/numbering.xml")),
    links: new Map(
      elementsIn(part("word/_rels/document.xml.rels")).map(({ attributes }) => [
        attributes["Id"] ?? "",
        attributes["Target"] ?? "",
      ]),
    ),
    footnotes: wordsById(part("word/footnotes.xml")),
    endnotes: wordsById(part("word/endnotes.xml")),
    comments: wordsById(part("word/comments.xml")),
    notes: new Map(
      elementsIn(part("docProps/custom.xml")).map((each) => [each.attributes["name"] ?? "", textOf(each)]),
    ),
  };
}

function textOf(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === "string" ? child : textOf(child)))
    .join("")
    .trim();
}

function stylesOf(part: XmlElement): Map<string, Style> {
  const elements = new Map(elementsIn(part).map((style) => [style.attributes["w:styleId"] ?? "", style]));
  return new Map([...elements.keys()].map((id) => [id, styleOf(id, elements)]));
}

/** A style with what it takes over from the styles below it. */
function styleOf(id: string, elements: ReadonlyMap<string, XmlElement>, steps = 0): Style {
  const element = elements.get(id);
  const based = valueOf(element, "w:basedOn");
  const below = based !== undefined && steps < 10 ? styleOf(based, elements, steps + 1) : undefined;
  const name = valueOf(element, "w:name") ?? "";
  const outline = wholeIn(valueOf(element, "w:pPr", "w:outlineLvl"));
  const named = /^(?:heading|見出し)\s*([1-9])$/i.exec(name)?.[1];
  return {
    name,
    outline: named !== undefined ? Number(named) - 1 : (outline ?? below?.outline),
    numId: valueOf(element, "w:pPr", "w:numPr", "w:numId") ?? below?.numId,
  };
}

function levelsOf(part: XmlElement): Map<string, NumberLevel> {
  const abstracts = new Map(
    elementsIn(part)
      .filter(({ name }) => name === "w:abstractNum")
      .map((each) => [each.attributes["w:abstractNumId"] ?? "", each]),
  );
  const found = new Map<string, NumberLevel>();
  for (const num of elementsIn(part).filter(({ name }) => name === "w:num")) {
    const list = valueOf(num, "w:abstractNumId") ?? "";
    const levels = elementsIn(abstracts.get(list) ?? num);
    const anew = elementsIn(num).filter((override) => childOf(override, "w:startOverride"));
    for (const level of levels.filter(({ name }) => name === "w:lvl")) {
      const format = valueOf(level, "w:numFmt") ?? "decimal";
      const depth = wholeIn(level.attributes["w:ilvl"]);
      if (format === "none" || depth === undefined || depth > deepestLevel) continue;
      found.set(`${num.attributes["w:numId"]} ${depth}`, {
        isOrdered: format !== "bullet",
        text: valueOf(level, "w:lvlText") ?? "",
        list,
        beginsAnew: anew.some(({ attributes }) => attributes["w:ilvl"] === level.attributes["w:ilvl"]),
      });
    }
  }
  return found;
}

function wordsById(part: XmlElement): Map<string, string> {
  return new Map(
    elementsIn(part).map((note) => [
      note.attributes["w:id"] ?? "",
      elementsIn(note)
        .map((paragraph) => wordsIn(paragraph))
        .join(" ")
        .trim(),
    ]),
  );
}
