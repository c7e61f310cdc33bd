import { allOf, type XmlElement } from "../word-reading/xml.ts";
import { elementsBelow } from "./xml-text.ts";

/** The words that a template (ひな形) may hold between two braces, in the order in which people are told of them. */
export const placeholderNames = ["市名", "計画名", "版名", "版番号", "日付", "作成課", "印"] as const;

export type PlaceholderName = (typeof placeholderNames)[number];

/** What is written in the places of the words. */
export type TemplateWords = Readonly<Record<PlaceholderName, string>>;

/** The word in whose place the paper itself comes. */
export const bodyName = "本文";

export function isPlaceholderName(word: string): word is PlaceholderName {
  return placeholderNames.some((name) => name === word);
}

/** A word between braces, as it stands in a paragraph. Who types in Japanese may have typed wide braces. */
interface Placeholder {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const pattern = /[{｛]{2}([^{}｛｝\uFFFC]{1,40})[}｝]{2}/g;

function placeholdersIn(text: string): Placeholder[] {
  return [...text.matchAll(pattern)].map((match) => ({
    name: (match[1] ?? "").trim(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** What divides words of a paragraph though it holds none: a word between braces never goes on over it. */
const dividers = new Set([
  "w:tab",
  "w:br",
  "w:cr",
  "w:drawing",
  "w:pict",
  "w:object",
  "w:fldChar",
  "w:footnoteReference",
]);
/** Content that is no text of the paragraph: a text box has paragraphs of its own, and a deletion is gone. */
const closed = new Set(["w:p", "w:del", "w:pPr", "w:rPr", "w:moveFrom"]);

interface Piece {
  readonly element: XmlElement;
  readonly text: string;
  readonly start: number;
}

/** The pieces into which Word split the text of a paragraph. */
function piecesOf(paragraph: XmlElement): { readonly text: string; readonly pieces: readonly Piece[] } {
  const pieces: Piece[] = [];
  let text = "";
  for (const element of elementsBelow(paragraph, ({ name }) => !closed.has(name))) {
    if (dividers.has(element.name)) text += "\uFFFC";
    if (element.name !== "w:t") continue;
    const words = element.children.filter((child) => typeof child === "string").join("");
    pieces.push({ element, text: words, start: text.length });
    text += words;
  }
  return { text, pieces };
}

/** The text of a paragraph without that of its text boxes. */
export function paragraphText(paragraph: XmlElement): string {
  return piecesOf(paragraph).text;
}

export function namesIn(paragraph: XmlElement): string[] {
  return placeholdersIn(paragraphText(paragraph)).map(({ name }) => name);
}

/** Whether the paragraph is the place of the paper and nothing else. */
export function isBodyPlace(paragraph: XmlElement): boolean {
  const text = paragraphText(paragraph).trim();
  const [only, ...more] = placeholdersIn(text);
  return more.length === 0 && only?.name === bodyName && only.start === 0 && only.end === text.length;
}

/** The pieces of text in a part that change when its known words are written, with what they become. */
export function filledPieces(part: XmlElement, words: TemplateWords): Map<XmlElement, readonly XmlElement[]> {
  const filled = new Map<XmlElement, readonly XmlElement[]>();
  for (const paragraph of allOf(part, "w:p")) {
    const { text, pieces } = piecesOf(paragraph);
    const known = placeholdersIn(text).filter(({ name }) => isPlaceholderName(name));
    if (known.length === 0) continue;
    for (const piece of pieces) {
      const written = writtenPiece(piece, known, words);
      if (written !== piece.text) filled.set(piece.element, [withText(piece.element, written)]);
    }
  }
  return filled;
}

/** The value stands in the piece in which its word began, in that piece's type. */
function writtenPiece({ text, start }: Piece, known: readonly Placeholder[], words: TemplateWords): string {
  const end = start + text.length;
  let written = "";
  let at = start;
  for (const place of known.filter((each) => each.start < end && each.end > start)) {
    written += text.slice(at - start, Math.max(at, place.start) - start);
    if (place.start >= start && isPlaceholderName(place.name)) written += words[place.name];
    at = Math.max(at, Math.min(place.end, end));
  }
  return written + text.slice(at - start);
}

function withText(element: XmlElement, text: string): XmlElement {
  return { ...element, attributes: { ...element.attributes, "xml:space": "preserve" }, children: [text] };
}
