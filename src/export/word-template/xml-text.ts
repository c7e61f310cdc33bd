import { elementsIn, type XmlElement } from "../word-reading/xml.ts";

/** An element, with its declaration, as the text of a part. */
export function partText(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${elementText(root)}`;
}

export function elementText({ name, attributes, children }: XmlElement): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapedAttribute(value)}"`);
  const inside = children.map((child) => (typeof child === "string" ? escaped(child) : elementText(child))).join("");
  return inside === "" ? `<${name}${said.join("")}/>` : `<${name}${said.join("")}>${inside}</${name}>`;
}

/** Signs that an XML file may not hold. */
const unwritable = /(?![\t\n\r])\p{Cc}|\p{Cs}/gu;

export function escaped(text: string): string {
  return text
    .replaceAll(unwritable, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}

export function escapedAttribute(text: string): string {
  return escaped(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}

/** The tree with some of its elements put in others' places; an empty list takes one out. */
export function withReplaced(
  element: XmlElement,
  others: ReadonlyMap<XmlElement, readonly (XmlElement | string)[]>,
): XmlElement {
  const children = element.children.flatMap((child): readonly (XmlElement | string)[] => {
    if (typeof child === "string") return [child];
    return others.get(child) ?? [withReplaced(child, others)];
  });
  return { ...element, children };
}

/** The elements below one, from the top, without looking into those that are refused. */
export function* elementsBelow(
  element: XmlElement,
  isEntered: (element: XmlElement) => boolean,
): Generator<XmlElement> {
  for (const child of elementsIn(element)) {
    yield child;
    if (isEntered(child)) yield* elementsBelow(child, isEntered);
  }
}
