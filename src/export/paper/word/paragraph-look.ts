import type { IXmlableObject } from "docx";
import { headingSizes } from "./look.ts";
import { attributeIn, isObject, itemsIn, itemsOf } from "./written-xml.ts";

/** What decides how high a paragraph is, as far as it is written in the paragraph. */
export interface ParagraphLook {
  /** How wide its text is at most on one line, in widths of its type. */
  readonly ems: number;
  /** The largest type in it, in points. */
  readonly size: number;
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
}

type Growing = { -readonly [key in keyof ParagraphLook]: ParagraphLook[key] };

/** Type of a run that names none, and of an empty paragraph. */
const bodySize = 10;
/** Room for the number that a field shows. */
const pageNumber = 3;
/** English metric units, in which drawings are measured, in a point. */
const emus = 12_700;

/** Whether there is nothing in it but text: no mark, no drawing, no break, no end of a section. */
export function isPlain({ isMarked, endsSection, breaks, drawing }: ParagraphLook): boolean {
  return !isMarked && !endsSection && breaks === 0 && drawing === 0;
}

/** Looked at once from end to end, since a plan has ten thousand paragraphs. */
export function lookOf(paragraph: IXmlableObject): ParagraphLook {
  const look: Growing = {
    ems: 0,
    size: 0,
    breaks: 0,
    drawing: 0,
    level: 0,
    before: undefined,
    after: undefined,
    isMarked: false,
    endsSection: false,
    beginsPage: false,
  };
  for (const item of itemsIn(paragraph, "w:p")) lookAt(item, look);
  return { ...look, size: look.size === 0 ? bodySize : look.size };
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
    if (Array.isArray(content)) for (const text of content) if (typeof text === "string") look.ems += emsOf(text);
  },
  "w:instrText": (_, look) => {
    look.ems += pageNumber;
  },
  "w:r": (content, look) => {
    look.size = Math.max(look.size, sizeOf(content, look));
  },
  "w:br": (_, look) => {
    look.breaks += 1;
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
  "w:sectPr": (_, look) => {
    look.endsSection = true;
  },
};

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
  ...Object.fromEntries([...".,"].map((point) => [point, 0.34])),
  ...Object.fromEntries([..."（）「」・"].map((bracket) => [bracket, 0.51])),
};
