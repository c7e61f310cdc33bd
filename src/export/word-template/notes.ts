import { elementsIn, type XmlElement } from "../word-reading/xml.ts";
import { withNamespaces } from "./namespaces.ts";
import { highest, moved } from "./numbering.ts";

/** The notes of both, and by how much the paper's ids grew. */
export interface NotesMerge {
  readonly notes: XmlElement;
  readonly offset: number;
}

/** Behind the template's notes come the paper's; the lines that part notes from text (separators) are the template's. */
export function mergedNotes(template: XmlElement | undefined, own: XmlElement): NotesMerge {
  if (!template) return { notes: own, offset: 0 };
  const offset = highest(elementsIn(template), "w:id");
  const added = ownNotes(own).map((note) => moved(note, "w:id", offset));
  return { notes: withNamespaces({ ...template, children: [...elementsIn(template), ...added] }, own), offset };
}

/** Without the separators. */
export function ownNotes(own: XmlElement): XmlElement[] {
  return elementsIn(own).filter(({ attributes }) => attributes["w:type"] === undefined);
}
