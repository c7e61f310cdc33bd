import { legible, legibleJson } from "#kernel/legible.ts";
import { inlinesOf } from "#kernel/rich-text/normal.ts";
import { richTextSchema, type RichInline, type RichMark } from "#kernel/rich-text.ts";
import { addressIn } from "./addresses.ts";
import type { WordPackage } from "./package.ts";
import { allOf, childOf, elementsIn, isOn, valueOf, wordsIn, type XmlElement } from "./xml.ts";

/** Takes note of what was not understood. */
export type Telling = (what: string) => void;

/** The inlines of a paragraph of Word. */
export function paragraphInlines(paragraph: XmlElement, file: WordPackage, tell: Telling): RichInline[] {
  return inlinesOf(within(paragraph, { file, tell, marks: [] }));
}

/** The tag under which a property of the file says what stands in a content control or bookmark of ours. */
export function tagIn(element: XmlElement): string | undefined {
  const control = [...allOf(element, "w:sdt")].map((each) => valueOf(each, "w:sdtPr", "w:tag"));
  const bookmarks = [...allOf(element, "w:bookmarkStart")].map((each) => each.attributes["w:name"]);
  return [...control, ...bookmarks].find((tag) => /^(?:reference|figure)_\d+$/.test(tag ?? ""));
}

interface Around {
  readonly file: WordPackage;
  readonly tell: Telling;
  readonly marks: readonly RichMark[];
}

function inlinesIn(element: XmlElement, around: Around): RichInline[] {
  switch (element.name) {
    case "w:r":
      return runInlines(element, around);
    case "w:hyperlink":
      return within(element, { ...around, marks: [...around.marks, ...linkOf(element, around)] });
    case "w:sdt":
      return controlled(element, around);
    case "w:ins":
    case "w:moveTo":
      around.tell("変更履歴の挿入は、反映したものとして読みました。");
      return within(element, around);
    case "w:del":
    case "w:moveFrom":
      around.tell("変更履歴の削除は、反映したものとして読みました。");
      return [];
    case "m:oMath":
    case "m:oMathPara":
      around.tell("数式は読めません。");
      return [];
    case "w:smartTag":
    case "w:fldSimple":
      return within(element, around);
    default:
      return [];
  }
}

/** The inlines in an element; what lies between the ends of a bookmark of ours is a reference. */
function within(element: XmlElement, around: Around): RichInline[] {
  const children = elementsIn(element).flatMap((child) => opened(child, around));
  const found: RichInline[] = [];
  for (let at = 0; at < children.length; at += 1) {
    const child = children[at] ?? element;
    const end = child.name === "w:bookmarkStart" ? endOf(child, children) : -1;
    const note = end > at ? noteUnder(around.file.notes.get(child.attributes["w:name"] ?? "")) : undefined;
    if (!note) found.push(...inlinesIn(child, around));
    else {
      const inner: XmlElement = { name: "", attributes: {}, children: children.slice(at + 1, end) };
      found.push(...referenceOf(inner, note, around));
      at = end;
    }
  }
  return found;
}

/** A content control that stands for nothing of ours is what is in it: programs put controls into one another. */
function opened(element: XmlElement, around: Around): XmlElement[] {
  if (element.name !== "w:sdt" || controlNote(element, around)) return [element];
  return elementsIn(childOf(element, "w:sdtContent") ?? element).flatMap((child) => opened(child, around));
}

function controlNote(control: XmlElement, { file }: Around): readonly [string, string] | undefined {
  return noteUnder(file.notes.get(valueOf(control, "w:sdtPr", "w:tag") ?? ""));
}

function endOf(start: XmlElement, children: readonly XmlElement[]): number {
  const id = start.attributes["w:id"];
  return children.findIndex(({ name, attributes }) => name === "w:bookmarkEnd" && attributes["w:id"] === id);
}

function linkOf(element: XmlElement, { file }: Around): RichMark[] {
  const target = file.links.get(element.attributes["r:id"] ?? "");
  if (target === undefined) return [];
  const place = element.attributes["w:anchor"];
  const href = addressIn(place === undefined ? target : `${target}#${place}`, file.notes);
  const link: RichMark = { type: "link", attrs: { href } };
  return isRich({ type: "text", text: "字", marks: [link] }) ? [link] : [];
}

function isRich(inline: RichInline): boolean {
  return richTextSchema.safeParse({ type: "doc", content: [{ type: "paragraph", content: [inline] }] }).success;
}

function runInlines(run: XmlElement, around: Around): RichInline[] {
  const properties = childOf(run, "w:rPr");
  if (isOn(properties, "w:vanish")) return [];
  const bold: RichMark[] = isOn(properties, "w:b") ? [{ type: "bold" }] : [];
  const own = { ...around, marks: [...around.marks, ...bold] };
  return elementsIn(run).flatMap((piece) => pieceOf(piece, own));
}

function pieceOf(piece: XmlElement, around: Around): RichInline[] {
  switch (piece.name) {
    case "w:t":
      return wordsOf(piece.children.filter((child) => typeof child === "string").join(""), around.marks);
    case "w:tab":
      return wordsOf("\t", around.marks);
    case "w:noBreakHyphen":
      return wordsOf("‑", around.marks);
    case "w:br":
    case "w:cr":
      return ["page", "column"].includes(piece.attributes["w:type"] ?? "") ? [] : [{ type: "hardBreak" }];
    case "w:ruby":
      return rubyOf(piece, around);
    case "w:footnoteReference":
      return noteOf(around.file.footnotes.get(piece.attributes["w:id"] ?? ""));
    case "w:endnoteReference":
      return noteOf(around.file.endnotes.get(piece.attributes["w:id"] ?? ""));
    case "w:commentReference":
      around.tell(`コメント「${around.file.comments.get(piece.attributes["w:id"] ?? "") ?? ""}」は取り込みません。`);
      return [];
    case "w:drawing":
    case "w:pict":
    case "w:object":
    case "mc:AlternateContent":
      return pictureOf(piece, around);
    default:
      return [];
  }
}

function wordsOf(text: string, marks: readonly RichMark[]): RichInline[] {
  return text === "" ? [] : [{ type: "text", text, ...(marks.length > 0 && { marks }) }];
}

function rubyOf(ruby: XmlElement, around: Around): RichInline[] {
  const base = childOf(ruby, "w:rubyBase");
  const reading = wordsIn(childOf(ruby, "w:rt") ?? ruby);
  const mark: RichMark = { type: "ruby", attrs: { reading } };
  const marks = isRich({ type: "text", text: "字", marks: [mark] }) ? [...around.marks, mark] : around.marks;
  return base ? within(base, { ...around, marks }) : [];
}

function noteOf(words: string | undefined): RichInline[] {
  return words === undefined || words === ""
    ? []
    : [{ type: "footnote", attrs: { text: legible(words.slice(0, 2_000)) } }];
}

/** Pictures and boxes of text are no part of a text; what a box says is told, so that nothing is lost unseen. */
function pictureOf(piece: XmlElement, { tell }: Around): RichInline[] {
  const box = [...allOf(piece, "w:txbxContent")][0];
  if (box)
    tell(
      `文字の枠（テキスト ボックス）「${wordsIn(box).slice(0, 60)}」は取り込めません。必要なら本文に貼り付けてください。`,
    );
  else tell("図や写真は取り込めません。取り込んだあとに、図として入れてください。");
  return [];
}

function controlled(control: XmlElement, around: Around): RichInline[] {
  const content = childOf(control, "w:sdtContent");
  const note = controlNote(control, around);
  return content && note ? referenceOf(content, note, around) : [];
}

/** A reference of ours where its words are as they were, with the notes that were put to it; else plain words. */
function referenceOf(content: XmlElement, [source, shown]: readonly [string, string], around: Around): RichInline[] {
  const words = wordsIn(content);
  const reference: RichInline = { type: "reference", attrs: { source, shown } };
  const plain = within(content, { ...around, file: { ...around.file, notes: new Map<string, string>() } });
  if (words === shown && isRich(reference)) return [reference, ...plain.filter(({ type }) => type !== "text")];
  around.tell(`数値の参照「${shown}」の言葉が「${words}」に直されていたので、ふつうの文字にしました。`);
  return plain;
}

/** The pair that a property of the file says. */
function noteUnder(note: string | undefined): readonly [string, string] | undefined {
  if (note === undefined) return undefined;
  try {
    const read: unknown = legibleJson(note);
    const [source, shown] = Array.isArray(read) ? (read as unknown[]) : [];
    return typeof source === "string" && typeof shown === "string" ? [source, shown] : undefined;
  } catch {
    return undefined;
  }
}
