import { legibleJson } from "#kernel/legible.ts";
import { allOf, wordsIn, type XmlElement } from "./xml.ts";

/** Which text of a manuscript stands under a heading, and as which version it went out. */
export interface TextMark {
  /** The section's id. */
  readonly section: string;
  /** "" for the heading of a section whose texts stand under headings of their own. */
  readonly key: string;
  readonly version: number;
  /** The heading as it went out. */
  readonly title: string;
}

/** The manuscript that a file was made from. */
export interface FileOrigin {
  readonly plan: string;
  readonly name: string;
}

/** The property of a file that says its manuscript. */
export const originNote = "manuscript";
/** Names of bookmarks, and of the properties that say what stands under them. */
export const markName = /^text_(\d+)$/;

const latestVersion = 2 ** 31 - 1; // the database counts no further

/** The marked headings of a file, each found once: by its bookmark, or by its words where the bookmark is gone from the file. */
export class MarkedHeadings {
  private readonly left: Map<string, TextMark>;
  private readonly gone: Set<string>;
  private last = 0;

  constructor(notes: ReadonlyMap<string, string>, body: XmlElement) {
    this.left = new Map([...notes].flatMap(([name, note]) => marked(name, note)));
    const present = new Set([...allOf(body, "w:bookmarkStart")].map(({ attributes }) => attributes["w:name"] ?? ""));
    this.gone = new Set([...this.left.keys()].filter((name) => !present.has(name)));
  }

  at(paragraph: XmlElement): TextMark | undefined {
    const names = [...allOf(paragraph, "w:bookmarkStart")].map(({ attributes }) => attributes["w:name"] ?? "");
    return this.taken(names.find((name) => this.left.has(name)));
  }

  /** The next mark whose bookmark a program dropped, by the words of its heading. */
  byWords(paragraph: XmlElement): TextMark | undefined {
    const words = wordsIn(paragraph).trim();
    return this.taken(
      [...this.gone].find((name) => numberOf(name) > this.last && this.left.get(name)?.title.trim() === words),
    );
  }

  private taken(name: string | undefined): TextMark | undefined {
    if (name === undefined) return undefined;
    const mark = this.left.get(name);
    this.left.delete(name);
    this.last = numberOf(name);
    return mark;
  }
}

export function originIn(notes: ReadonlyMap<string, string>): FileOrigin | undefined {
  const { plan, name } = fieldsOf(notes.get(originNote));
  return typeof plan === "string" && typeof name === "string" ? { plan, name } : undefined;
}

function marked(tag: string, note: string): [string, TextMark][] {
  const { section, key, version, title } = markName.test(tag) ? fieldsOf(note) : {};
  const isMark = typeof section === "string" && typeof key === "string" && typeof title === "string";
  return isMark && isVersion(version) ? [[tag, { section, key, version, title }]] : [];
}

function isVersion(told: unknown): told is number {
  return typeof told === "number" && Number.isInteger(told) && told >= 0 && told <= latestVersion;
}

function fieldsOf(note: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = legibleJson(note ?? "");
    return typeof read === "object" && read !== null ? { ...read } : {};
  } catch {
    return {};
  }
}

function numberOf(name: string): number {
  return Number(markName.exec(name)?.[1] ?? 0);
}
