import type { IXmlableObject } from "docx";

/** Reads what `docx` is about to write: objects of one key, the element's name, with its children in a list and its attributes under `_attr`. */

/** The children of an element that stand under a name in the object; none when it is missing. */
export function itemsIn(object: IXmlableObject, name: string): readonly IXmlableObject[] {
  return itemsOf(object[name]);
}

/** The children among what stands in an element. */
export function itemsOf(content: unknown): readonly IXmlableObject[] {
  return Array.isArray(content) ? content.filter(isObject) : [];
}

/** An attribute among what stands in an element, as text. */
export function attributeIn(content: unknown, attribute: string): string | undefined {
  const holder = Array.isArray(content) ? content.find((item) => isObject(item) && "_attr" in item) : content;
  const attributes: unknown = isObject(holder) ? holder["_attr"] : undefined;
  const found: unknown = isObject(attributes) ? attributes[attribute] : undefined;
  return typeof found === "string" || typeof found === "number" ? String(found) : undefined;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
