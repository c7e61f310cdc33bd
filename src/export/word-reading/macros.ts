import { elementsIn, type XmlElement } from "./xml.ts";

/** Where an office file tells the kinds (media types) of its parts. */
export const contentTypesPath = "[Content_Types].xml";

/** Whether a Word file carries macros, by the paths of its parts or by the kinds that it tells of them. */
export function carriesMacros(paths: readonly string[], contentTypes: XmlElement | undefined): boolean {
  const told = contentTypes ? elementsIn(contentTypes).map(({ attributes }) => attributes["ContentType"] ?? "") : [];
  return told.some((type) => /macroEnabled|vba/i.test(type)) || paths.some((path) => /vba(?:Project|Data)/i.test(path));
}
