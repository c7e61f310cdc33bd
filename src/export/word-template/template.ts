import { unpackedParts } from "../word-reading/unpacked.ts";
import { WordRefused, wordRefusals } from "../word-reading/refusals.ts";
import { allOf, childOf, elementsIn, type XmlElement } from "../word-reading/xml.ts";
import { guardParts, instructionsIn } from "./guards.ts";
import { partOfKind, relationsOf, rootOf, targetOf, type Parts } from "./parts.ts";
import { placeName } from "./places.ts";
import { bodyName, isBodyPlace, namesIn } from "./placeholders.ts";
import { misplacedBody, refused, severalBodies, templateRefusals } from "./refusals.ts";

/** A city's Word template (ひな形), read and found fit. */
export interface Template {
  readonly parts: Parts;
  /** The path of the main part. */
  readonly path: string;
  readonly root: XmlElement;
  /** The paragraph in whose place the paper comes. */
  readonly place: XmlElement;
  /** The page set-up that rules there. */
  readonly section: XmlElement | undefined;
  /** The template names the plan before that place: then it has a cover of its own. */
  readonly hasCover: boolean;
  /** It has contents of its own. */
  readonly hasContents: boolean;
  /** Headers, footers and the main part: where words may stand. */
  readonly pages: readonly string[];
}

const ordinary = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** @throws WordRefused for whatever can't be a template */
export function templateOf(bytes: Uint8Array): Template {
  const parts = unpackedParts(bytes, (path) => !path.endsWith("/"));
  guardParts(parts);
  const path = partOfKind(parts, "", "officeDocument");
  const root = path === undefined ? undefined : rootOf(parts, path);
  const body = childOf(root, "w:body");
  if (path === undefined || !root || !body) throw new WordRefused(wordRefusals.notWord);
  if (root.attributes["xmlns:w"] !== ordinary) refused(templateRefusals.strict);
  const pages = [path, ...marginPages(parts, path)];
  const place = bodyPlace(parts, pages, body);
  const before = elementsIn(body).slice(0, elementsIn(body).indexOf(place));
  return {
    parts,
    path,
    root,
    place,
    section: sectionAt(body, place),
    hasCover: before.some((block) => [...paragraphsOf(block)].some((each) => namesIn(each).includes("計画名"))),
    hasContents: [...instructionsIn(body)].some((words) => /^\s*TOC\b/.test(words)),
    pages,
  };
}

function marginPages(parts: Parts, path: string): string[] {
  const kinds = new Set(["header", "footer"]);
  return relationsOf(parts, path)
    .filter(({ kind, isExternal }) => kinds.has(kind) && !isExternal)
    .map((relation) => targetOf(path, relation))
    .filter((each) => parts[each] !== undefined);
}

/** A block's paragraphs, itself among them. */
export function* paragraphsOf(block: XmlElement): Generator<XmlElement> {
  if (block.name === "w:p") yield block;
  yield* allOf(block, "w:p");
}

function bodyPlace(parts: Parts, pages: readonly string[], body: XmlElement): XmlElement {
  const found: { readonly paragraph: XmlElement; readonly place: string }[] = [];
  for (const path of pages) {
    const part = path === pages[0] ? body : rootOf(parts, path);
    const paragraphs = part ? [...allOf(part, "w:p")] : [];
    for (const [index, paragraph] of paragraphs.entries())
      for (const name of namesIn(paragraph))
        if (name === bodyName) found.push({ paragraph, place: placeName(path, index + 1, paragraph) });
  }
  const [only, ...more] = found;
  if (!only) return refused(templateRefusals.noBody);
  if (more.length > 0) return refused(severalBodies(found.map(({ place }) => place)));
  const stands = elementsIn(body).includes(only.paragraph) && isBodyPlace(only.paragraph);
  return stands ? only.paragraph : refused(misplacedBody(only.place));
}

/** The section's set-up stands at its end: in its last paragraph, or at the end of the body. */
function sectionAt(body: XmlElement, place: XmlElement): XmlElement | undefined {
  const blocks = elementsIn(body);
  for (const block of blocks.slice(blocks.indexOf(place))) {
    const own = block.name === "w:sectPr" ? block : childOf(block, "w:pPr", "w:sectPr");
    if (own) return own;
  }
  return undefined;
}
