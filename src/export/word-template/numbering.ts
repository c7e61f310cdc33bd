import { elementsIn, valueOf, type XmlElement } from "../word-reading/xml.ts";
import { withNamespaces } from "./namespaces.ts";

/** The template's lists with the paper's behind them, and by how much the paper's numbers grew. */
export interface NumberingMerge {
  readonly lists: XmlElement;
  readonly offset: number;
}

export function mergedNumbering(template: XmlElement | undefined, own: XmlElement): NumberingMerge {
  if (!template) return { lists: own, offset: 0 };
  const [patterns, theirs] = [named(template, "w:abstractNum"), named(template, "w:num")];
  const patternOffset = 1 + highest(patterns, "w:abstractNumId");
  const offset = highest(theirs, "w:numId");
  const bullets = named(template, "w:numPicBullet");
  const known = new Set([...bullets, ...patterns, ...theirs]);
  const rest = elementsIn(template).filter((each) => !known.has(each));
  const children = [
    ...bullets,
    ...patterns,
    ...named(own, "w:abstractNum").map((each) => moved(each, "w:abstractNumId", patternOffset)),
    ...theirs,
    ...named(own, "w:num").map((each) => movedList(each, { offset, patternOffset })),
    ...rest,
  ];
  return { lists: withNamespaces({ ...template, children }, own), offset };
}

/** Whether paragraphs of a style get a number. LibreOffice names a list of no numbers in every heading. */
export function numbersItself(style: XmlElement | undefined, lists: XmlElement | undefined): boolean {
  const numId = valueOf(style, "w:pPr", "w:numPr", "w:numId");
  if (numId === undefined || numId === "0" || !lists) return false;
  const level = valueOf(style, "w:pPr", "w:numPr", "w:ilvl") ?? "0";
  const list = named(lists, "w:num").find(({ attributes }) => attributes["w:numId"] === numId);
  const pattern = named(lists, "w:abstractNum").find(
    ({ attributes }) => attributes["w:abstractNumId"] === valueOf(list, "w:abstractNumId"),
  );
  const found = pattern && named(pattern, "w:lvl").find(({ attributes }) => attributes["w:ilvl"] === level);
  return (valueOf(found, "w:numFmt") ?? "decimal") !== "none";
}

function named(root: XmlElement, name: string): XmlElement[] {
  return elementsIn(root).filter((each) => each.name === name);
}

export function highest(elements: readonly XmlElement[], attribute: string): number {
  return Math.max(0, ...elements.map(({ attributes }) => Number(attributes[attribute] ?? 0)));
}

export function moved(element: XmlElement, attribute: string, by: number): XmlElement {
  const number = Number(element.attributes[attribute] ?? 0) + by;
  return { ...element, attributes: { ...element.attributes, [attribute]: String(number) } };
}

function movedList(list: XmlElement, { offset, patternOffset }: { offset: number; patternOffset: number }): XmlElement {
  const pattern = Number(valueOf(list, "w:abstractNumId") ?? 0) + patternOffset;
  const children = elementsIn(list).map((child) =>
    child.name === "w:abstractNumId" ? { ...child, attributes: { "w:val": String(pattern) } } : child,
  );
  return { ...moved(list, "w:numId", offset), children };
}
