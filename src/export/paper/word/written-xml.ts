import type { IXmlableObject } from "docx";

/** Reads what `docx` is about to write: objects of one key, the element's name, with its children in a list and its attributes under `_attr`. */

/** The children of an element that stand under a name in the object; none when it is missing. */
export function itemsIn(object: IXmlableObject, name: string): readonly IXmlableObject[] {
  const items: unknown = object[name];
  return Array.isArray(items) ? items.filter(isObject) : [];
}

/** Every element of a name at any depth: what stands in it. */
export function allOf(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => allOf(item, name));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === name ? [inner] : allOf(inner, name)));
}

export function has(value: unknown, name: string): boolean {
  if (Array.isArray(value)) return value.some((item) => has(item, name));
  return isObject(value) && Object.entries(value).some(([key, inner]) => key === name || has(inner, name));
}

/** An attribute of the first element of a name, as text; undefined where there is none. */
export function attributeOf(value: unknown, name: string, attribute: string): string | undefined {
  return attributesOf(value, name, attribute)[0];
}

/** An attribute of every element of a name. */
export function attributesOf(value: unknown, name: string, attribute: string): string[] {
  return allOf(value, name).flatMap((inner) => {
    const holder = Array.isArray(inner) ? inner.find((item) => isObject(item) && "_attr" in item) : inner;
    const attributes: unknown = isObject(holder) ? holder["_attr"] : undefined;
    const found: unknown = isObject(attributes) ? attributes[attribute] : undefined;
    return typeof found === "string" || typeof found === "number" ? [String(found)] : [];
  });
}

/** All text in an element, one piece after the other. */
export function textIn(value: unknown): string {
  return allOf(value, "w:t")
    .flat()
    .filter((piece) => typeof piece === "string")
    .join("");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
