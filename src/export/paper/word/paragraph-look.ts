import type { IXmlableObject } from "docx";
import { headingSizes } from "./look.ts";
import { attributeIn, isObject, itemsIn, itemsOf } from "./written-xml.ts";

/** What decides how high a paragraph is, as far as it is written in the paragraph. */
export interface ParagraphLook {
  /** How wide its text is at most on one line, in widths of its type. */
  readonly ems: number;
  /** The same of its widest piece between breaks. */
  readonly widest: number;
  /** The largest type in it, in points. */
  readonly size: number;
  /** All of it is of this size. */
  readonly isEven: boolean;
  readonly breaks: number;
  /** Height of its highest drawing, in points. */
  readonly drawing: number;
  /** Of a heading: 1 to 6; otherwise 0. */
  readonly level: number;
  /** Space around it, in twentieths of a point, where the paragraph says it. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** It is pointed at. */
  readonly isMarked: boolean;
  readonly endsSection: boolean;
  /** It begins a page of its own accord. */
  readonly beginsPage: boolean;
  /** A page or column ends within it. */
  readonly breaksPage: boolean;
}

type Growing = { -readonly [key in keyof ParagraphLook]: ParagraphLook[key] } & {
  /** Width of the piece since the last break. */
  piece: number;
};

/** Type of a run that names none, and of an empty paragraph. */
const bodySize = 10;
/** Room for the number that a field shows. */
const pageNumber = 3;
/** English metric units, in which drawings are measured, in a point. */
const emus = 12_700;

/** Whether there is nothing in it but lines of one type: no mark, no drawing, no end of a page or section. */
export function isPlain({ isMarked, endsSection, isEven, drawing, breaksPage }: ParagraphLook): boolean {
  return !isMarked && !endsSection && isEven && drawing === 0 && !breaksPage;
}

/** Looked at once from end to end, since a plan has ten thousand paragraphs. */
export function lookOf(paragraph: IXmlableObject): ParagraphLook {
  const look: Growing = {
    ems: 0,
    widest: 0,
    piece: 0,
    size: 0,
    isEven: true,
    breaks: 0,
    drawing: 0,
    level: 0,
    before: undefined,
    after: undefined,
    isMarked: false,
    endsSection: false,
    beginsPage: false,
    breaksPage: false,
  };
  for (const item of itemsIn(paragraph, "w:p")) lookAt(item, look);
  if (look.size === 0) look.size = bodySize;
  return look;
}

function lookAt(element: Record<string, unknown>, look: Growing): void {
  for (const [name, content] of Object.entries(element)) {
    notes[name]?.(content, look);
    if (Array.isArray(content)) for (const inner of content) if (isObject(inner)) lookAt(inner, look);
  }
}

/** What an element says about its paragraph. */
const notes: Readonly<Record<string, (content: unknown, look: Growing) => void>> = {
  "w:t": (content, look) => {
    if (Array.isArray(content)) for (const text of content) if (typeof text === "string") widen(look, emsOf(text));
  },
  "w:instrText": (_, look) => widen(look, pageNumber),
  "w:r": (content, look) => {
    const size = sizeOf(content, look);
    look.isEven &&= look.size === 0 || look.size === size;
    look.size = Math.max(look.size, size);
  },
  "w:br": (content, look) => {
    look.breaks += 1;
    look.piece = 0;
    look.breaksPage ||= attributeIn(content, "w:type") !== undefined;
  },
  "wp:extent": (content, look) => {
    look.drawing = Math.max(look.drawing, Number(attributeIn(content, "cy") ?? 0) / emus);
  },
  "w:pStyle": (content, look) => {
    look.level = Number(/^Heading(\d)$/.exec(attributeIn(content, "w:val") ?? "")?.[1] ?? 0);
  },
  "w:spacing": (content, look) => {
    look.before ??= numberIn(content, "w:before");
    look.after ??= numberIn(content, "w:after");
  },
  "w:pageBreakBefore": (_, look) => {
    look.beginsPage = true;
  },
  "w:bookmarkStart": (_, look) => {
    look.isMarked = true;
  },
  "w:footnoteReference": (_, look) => {
    look.isMarked = true; // its words take room at the foot of the page
  },
  "w:sectPr": (_, look) => {
    look.endsSection = true;
  },
};

function widen(look: Growing, ems: number): void {
  look.ems += ems;
  look.piece += ems;
  look.widest = Math.max(look.widest, look.piece);
}

/** A run's own type, or else that of its paragraph's style. */
function sizeOf(run: unknown, { level }: Growing): number {
  const properties = Array.isArray(run) ? run.find((part) => isObject(part) && "w:rPr" in part)?.["w:rPr"] : undefined;
  const said = itemsOf(properties).find((property) => "w:sz" in property);
  return said ? Number(attributeIn(said["w:sz"], "w:val")) / 2 : (headingSizes[level - 1] ?? bodySize);
}

function numberIn(content: unknown, attribute: string): number | undefined {
  const found = attributeIn(content, attribute);
  return found === undefined ? undefined : Number(found);
}

/** How wide a text is at most: figures and brackets are narrower than letters in either cut of the font. */
function emsOf(text: string): number {
  let ems = 0;
  for (const sign of text) ems += narrow[sign] ?? 1;
  return ems;
}

const narrow: Readonly<Record<string, number>> = {
  ...Object.fromEntries([..."0123456789"].map((digit) => [digit, 0.77])),
  ...Object.fromEntries([...".,: "].map((point) => [point, 0.34])),
  ...Object.fromEntries([..."-"].map((stroke) => [stroke, 0.49])),
  ...Object.fromEntries([..."（）「」・/"].map((bracket) => [bracket, 0.51])),
  ...Object.fromEntries([..."、。"].map((stop) => [stop, 0.61])),
};
