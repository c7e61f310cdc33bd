import { childOf, elementsIn, valueOf, xmlOf, type XmlElement } from "../word-reading/xml.ts";
import type { Building } from "./building.ts";
import { partOfKind, rootOf, type Parts } from "./parts.ts";
import { namesIn } from "./placeholders.ts";
import { paragraphsOf, type Template } from "./template.ts";
import { escaped } from "./xml-text.ts";

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const headerType = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";

/** Whether the template says itself, on its pages, where the stamps (印) stand. */
export function placesMarks({ parts, path, pages }: Pick<Template, "parts" | "path" | "pages">): boolean {
  return pages.some((each) => {
    const part = each === path ? undefined : rootOf(parts, each);
    return part && [...paragraphsOf(part)].some((paragraph) => namesIn(paragraph).includes("印"));
  });
}

/** A line of stamps (「未確定」), as it stands in the head of every page. */
function markLine(marks: string): string {
  const line = `<w:color w:val="B3261E"/><w:sz w:val="16"/><w:bdr w:val="single" w:sz="6" w:space="1" w:color="B3261E"/>`;
  return `<w:p xmlns:w="${word}"><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:b/>${line}</w:rPr><w:t xml:space="preserve"> ${escaped(marks)} </w:t></w:r></w:p>`;
}

/** The heads of the template with the stamps below what they hold. */
export function withMarks(header: XmlElement, marks: string): XmlElement {
  return { ...header, children: [...header.children, xmlOf(markLine(marks))] };
}

/** The template's section that lacks heads, with heads: what is not decided is never printed without its stamp. */
export function markedSections(
  { parts, path, root }: Pick<Template, "parts" | "path" | "root">,
  building: Building,
  marks: string,
): Map<XmlElement, readonly XmlElement[]> {
  const [first] = sectionsIn(root);
  if (!first || marks === "") return new Map();
  const kinds = [
    "default",
    ...(hasEvenHeads(parts, path) ? ["even"] : []),
    ...(childOf(first, "w:titlePg") ? ["first"] : []),
  ];
  const heads = elementsIn(first).filter(({ name }) => name === "w:headerReference");
  const known = new Set(heads.map(({ attributes }) => attributes["w:type"] ?? "default"));
  const added = kinds.filter((kind) => !known.has(kind)).map((kind) => headReference(building, kind, marks));
  return new Map([[first, [{ ...first, children: [...added, ...first.children] }]]]); // later sections go on with its heads
}

function headReference(building: Building, kind: string, marks: string): XmlElement {
  const text = `<?xml version="1.0" encoding="UTF-8"?><w:hdr xmlns:w="${word}">${markLine(marks)}</w:hdr>`;
  const id = building.add("header", { name: `header-${kind}`, text, type: headerType });
  return { name: "w:headerReference", attributes: { "xmlns:r": relations, "r:id": id, "w:type": kind }, children: [] };
}

/** The set-ups of all sections, in their order. */
export function* sectionsIn(root: XmlElement): Generator<XmlElement> {
  const body = childOf(root, "w:body");
  for (const block of body ? elementsIn(body) : []) {
    if (block.name === "w:sectPr") yield block;
    for (const paragraph of paragraphsOf(block)) {
      const own = childOf(paragraph, "w:pPr", "w:sectPr");
      if (own) yield own;
    }
  }
}

function hasEvenHeads(parts: Parts, path: string): boolean {
  const found = partOfKind(parts, path, "settings");
  const settings = found === undefined ? undefined : rootOf(parts, found);
  const even = childOf(settings, "w:evenAndOddHeaders");
  return even !== undefined && !["0", "false", "off"].includes(valueOf(settings, "w:evenAndOddHeaders") ?? "1");
}
