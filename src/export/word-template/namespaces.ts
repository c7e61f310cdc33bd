import type { XmlElement } from "../word-reading/xml.ts";

/** An element of the template that also knows the prefixes of what comes into it from the paper. */
export function withNamespaces(element: XmlElement, own: XmlElement): XmlElement {
  const declared = Object.entries(own.attributes).filter(([name]) => name.startsWith("xmlns:"));
  const words = [element, own].flatMap(({ attributes }) => (attributes["mc:Ignorable"] ?? "").split(/\s+/));
  const ignorable = [...new Set(words.filter(Boolean))].join(" ");
  return {
    ...element,
    attributes: {
      ...Object.fromEntries(declared),
      ...element.attributes,
      ...(ignorable !== "" && { "mc:Ignorable": ignorable }),
    },
  };
}
