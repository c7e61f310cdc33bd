import { childOf, xmlOf, type XmlElement } from "../word-reading/xml.ts";
import { Building } from "./building.ts";
import { carriedText, highestIn, renamedFrom, usedStyles, type Carrying } from "./carried.ts";
import { markedSections, placesMarks, withMarks } from "./marks.ts";
import { withNamespaces } from "./namespaces.ts";
import { mergedNotes, ownNotes } from "./notes.ts";
import { mergedNumbering } from "./numbering.ts";
import { ownSections, withinSection } from "./own-sections.ts";
import { partOfKind, relationsOf, rootOf, rootOfKind, targetOf, textOf, type Parts } from "./parts.ts";
import { filledPieces, type TemplateWords } from "./placeholders.ts";
import { renewedFields } from "./settings.ts";
import { mergedStyles } from "./styles.ts";
import type { Template } from "./template.ts";
import { partText, withReplaced } from "./xml-text.ts";

export { templateOf, type Template } from "./template.ts";
export type { TemplateWords } from "./placeholders.ts";

const kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const noStyles: XmlElement = { name: "w:styles", attributes: {}, children: [] };
const ownPath = "word/document.xml";

/** The parts of a Word file: the template, with its words written and our paper in the place of {{本文}}. */
export function mergedInto(
  template: Template,
  paper: ReadonlyMap<string, string | Uint8Array>,
  words: TemplateWords,
): ReadonlyMap<string, string | Uint8Array> {
  const own: Parts = Object.fromEntries(paper);
  const building = new Building(template.parts, template.path);
  const xml = textOf(own, ownPath);
  const carrying = carryingOf(template, own, building);
  const body = xml.slice(xml.indexOf("<w:body>") + "<w:body>".length, xml.lastIndexOf("</w:body>"));
  const marks = placesMarks(template) ? "" : words.印;
  const sections = markedSections(template, building, marks);
  const ruling = template.section && (sections.get(template.section)?.[0] ?? template.section);
  const content = carriedText(withinSection(ownSections(body), ruling), carrying);
  putMargins(template, { building, words, marks });
  putBody(template, { building, words, content, sections, own: xmlOf(xml.slice(0, xml.indexOf("<w:body>"))) });
  putSettings(template, own, building);
  return building.finished(`${kinds}.document.main+xml`);
}

/** Merges what stands beside the text, and tells by what names the text goes in. */
function carryingOf(template: Template, own: Parts, building: Building): Carrying {
  const { parts, root } = template;
  const xml = textOf(own, ownPath);
  const texts = Object.keys(parts)
    .filter((path) => /^word\/[^/]+\.xml$/.test(path))
    .map((path) => textOf(parts, path));
  const carrying = {
    ...putStyles(template, own, building),
    numbers: putLists(template, own, building),
    footnotes: 0,
    endnotes: 0,
    bookmarks: 1 + highestIn(texts, /<w:bookmarkStart\b[^>]*\bw:id="(\d+)"/g),
    drawings: highestIn(texts, /<wp:docPr\b[^>]*\bid="(\d+)"/g),
    renamed: renamedFrom(xml, partText(root)),
    links: linksOf(own, building),
  };
  return { ...carrying, ...putNotes(template, own, { building, carrying }) };
}

function putStyles({ parts, path }: Template, own: Parts, building: Building) {
  const texts = [ownPath, "word/footnotes.xml", "word/endnotes.xml"].map((each) => textOf(own, each));
  const sheet = rootOfKind(parts, path, "styles") ?? noStyles;
  const ownSheet = rootOfKind(own, ownPath, "styles") ?? noStyles;
  const merged = mergedStyles(withNamespaces(sheet, ownSheet), ownSheet, {
    used: usedStyles(...texts),
    lists: rootOfKind(parts, path, "numbering"),
  });
  building.putKind("styles", merged.sheet, `${kinds}.styles+xml`);
  return { styles: merged.ids, known: merged.known, numbered: merged.numbered };
}

/** @returns by how much the numbers of lists grew */
function putLists({ parts, path }: Template, own: Parts, building: Building): number {
  const ownLists = rootOfKind(own, ownPath, "numbering");
  if (!ownLists) return 0;
  const lists = xmlOf(partText(ownLists).replaceAll(/<w:rFonts\b[^>]*\/>/g, ""));
  const merged = mergedNumbering(rootOfKind(parts, path, "numbering"), lists);
  building.putKind("numbering", merged.lists, `${kinds}.numbering+xml`);
  return merged.offset;
}

interface NotesPlace {
  readonly building: Building;
  readonly carrying: Carrying;
}

/** @returns by how much the ids of notes grew */
function putNotes({ parts, path }: Template, own: Parts, { building, carrying }: NotesPlace) {
  const [footnotes, endnotes] = (["footnotes", "endnotes"] as const).map((kind) => {
    const root = xmlOf(carriedText(textOf(own, `word/${kind}.xml`), carrying));
    if (ownNotes(root).length === 0) return 0;
    const { notes, offset } = mergedNotes(rootOfKind(parts, path, kind), root);
    building.putKind(kind, notes, `${kinds}.${kind}+xml`);
    return offset;
  });
  return { footnotes: footnotes ?? 0, endnotes: endnotes ?? 0 };
}

/** What the paper's text is related to: pictures and charts come along, addresses stay addresses. */
function linksOf(own: Parts, building: Building): Map<string, string> {
  const wanted = new Set(["image", "chart", "hyperlink"]);
  return new Map(
    relationsOf(own, ownPath)
      .filter(({ kind }) => wanted.has(kind))
      .map((relation) => {
        const target = relation.isExternal ? relation.target : building.take(own, targetOf(ownPath, relation));
        return [relation.id, building.link({ ...relation, target })];
      }),
  );
}

interface Margins {
  readonly building: Building;
  readonly words: TemplateWords;
  readonly marks: string;
}

/** Heads and feet with their words written; the stamps stand in every head, unless the template has a place for them. */
function putMargins({ parts, path, pages }: Template, { building, words, marks }: Margins): void {
  for (const page of pages.filter((each) => each !== path)) {
    const part = rootOf(parts, page);
    if (!part) continue;
    const filled = withReplaced(part, filledPieces(part, words));
    building.put(page, partText(marks === "" || part.name !== "w:hdr" ? filled : withMarks(filled, marks)));
  }
}

interface Body {
  readonly building: Building;
  readonly words: TemplateWords;
  readonly content: string;
  readonly sections: ReadonlyMap<XmlElement, readonly XmlElement[]>;
  /** The root of the paper's main part, for the prefixes that it declares. */
  readonly own: XmlElement;
}

/** Stands for the paper while the template becomes text; no XML holds it. */
const here = "\uFFFF";

function putBody({ path, root, place }: Template, { building, words, content, sections, own }: Body): void {
  const end = childOf(place, "w:pPr", "w:sectPr");
  const others = new Map<XmlElement, readonly (XmlElement | string)[]>([
    ...filledPieces(root, words),
    ...sections,
    [place, [here, ...(end ? [endOfSection(sections.get(end)?.[0] ?? end)] : [])]],
  ]);
  const [before = "", after = ""] = partText(withNamespaces(withReplaced(root, others), own)).split(here);
  building.put(path, before + content + after);
}

function endOfSection(setup: XmlElement): XmlElement {
  const properties = { name: "w:pPr", attributes: {}, children: [setup] };
  return { name: "w:p", attributes: {}, children: [properties] };
}

/** Fields are renewed when the file is opened: page numbers are the template's. The file's own words are the paper's. */
function putSettings({ parts, path }: Template, own: Parts, building: Building): void {
  const settings = rootOfKind(parts, path, "settings") ?? rootOfKind(own, ownPath, "settings");
  if (settings) building.putKind("settings", renewedFields(settings), `${kinds}.settings+xml`);
  const colors = rootOfKind(own, ownPath, "theme"); // charts name colours of it
  if (colors && !partOfKind(parts, path, "theme"))
    building.putKind("theme", colors, "application/vnd.openxmlformats-officedocument.theme+xml");
  for (const kind of ["core-properties", "extended-properties"]) {
    const [theirs, ours] = [partOfKind(parts, "", kind), partOfKind(own, "", kind)];
    if (theirs !== undefined && ours !== undefined) building.put(theirs, textOf(own, ours));
  }
}
