import { legible } from "#kernel/legible.ts";
import { WordRefused, wordRefusals } from "./refusals.ts";

/** An element of an office file's XML. Names keep the prefixes that all office programs write (「w:p」). */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** What an XML text says, without signs that nobody sees: they may be written as numbers too. */
function plain(text: string): string {
  const told = text.replaceAll(
    /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole;
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
  return legible(told);
}

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (XmlElement | string)[];
}

const deepest = 500; // no office program nests so deep; more would exhaust the stack of whatever walks through it

/** The root element of an XML text without declarations of its own, which office programs never write. */
export function xmlOf(text: string): XmlElement {
  const root: Open = { name: "", attributes: {}, children: [] };
  const open: Open[] = [root];
  for (const [tag, closes, name = "", attributes = "", isEmpty] of text.matchAll(
    /<(\/)?([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/)?>|<[?!](?:--[\s\S]*?--|[^>]*)>|[^<]+/g,
  )) {
    const top = open.at(-1) ?? root;
    if (!tag.startsWith("<")) top.children.push(plain(tag));
    else if (closes) close(open, name);
    else if (name !== "") {
      const element: Open = { name, attributes: attributesOf(attributes), children: [] };
      top.children.push(element);
      if (!isEmpty) open.push(element);
      if (open.length > deepest) throw new WordRefused(wordRefusals.corrupt);
    }
  }
  return root.children.find((child) => typeof child !== "string") ?? root;
}

/** LibreOffice 7.4 ends a link before a content control that began within it: an end without its beginning ends nothing. */
function close(open: Open[], name: string): void {
  const at = open.findLastIndex((each) => each.name === name);
  if (at > 0) open.splice(at);
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = "", double, single]) => [
      name,
      plain(double ?? single ?? ""),
    ]),
  );
}

export function elementsIn(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== "string");
}

/** The first child of a name, through a path of names. */
export function childOf(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (at, name) => at && elementsIn(at).find((child) => child.name === name),
    element,
  );
}

/** The value (w:val) of a child; undefined where there is none. */
export function valueOf(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  return childOf(element, ...path)?.attributes["w:val"];
}

/** The whole number that a value says; undefined for whatever else stands there (「zz」「0.5」「-1」「1e15」). */
export function wholeIn(value: string | undefined): number | undefined {
  return /^\d+$/.test(value ?? "") ? Number(value) : undefined;
}

/** Whether a switch (「w:b」) is on. */
export function isOn(element: XmlElement | undefined, name: string): boolean {
  const found = childOf(element, name);
  return found !== undefined && !["0", "false", "off"].includes(found.attributes["w:val"] ?? "1");
}

/** Every element of a name at any depth. */
export function* allOf(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of elementsIn(element)) {
    if (child.name === name) yield child;
    yield* allOf(child, name);
  }
}

/** The words in an element. */
export function wordsIn(element: XmlElement): string {
  return [...allOf(element, "w:t")]
    .map((text) => text.children.filter((child) => typeof child === "string").join(""))
    .join("");
}
