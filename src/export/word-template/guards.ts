import { carriesMacros, contentTypesPath } from "../word-reading/macros.ts";
import { WordRefused, wordRefusals } from "../word-reading/refusals.ts";
import { allOf, type XmlElement } from "../word-reading/xml.ts";
import { relationsOf, rootOf, type Parts } from "./parts.ts";
import { partName } from "./places.ts";
import { embedded, outsideLink, refused, templateRefusals } from "./refusals.ts";

/** Refuses what a template may not carry into the city's papers. @throws WordRefused */
export function guardParts(parts: Parts): void {
  const paths = Object.keys(parts);
  if (paths.some((path) => path.includes("..") || path.includes("\\") || path.startsWith("/")))
    throw new WordRefused(wordRefusals.corrupt);
  if (carriesMacros(paths, rootOf(parts, contentTypesPath))) refused(templateRefusals.macros);
  for (const path of paths) {
    if (/(?:activeX\/|\.bin$)/i.test(path)) refused(embedded(partName(path)));
    if (path.endsWith(".rels")) guardRelations(parts, path);
    if (/^word\/.*\.xml$/i.test(path)) guardFields(rootOf(parts, path), path);
  }
}

/** A chart's own sheet is data like the chart itself; everything else of another program is refused. */
const foreign = new Set(["oleObject", "control", "aFChunk", "subDocument", "attachedToolbars", "keyMapCustomizations"]);

function guardRelations(parts: Parts, path: string): void {
  const part = path.replace(/(^|\/)_rels\/([^/]*)\.rels$/, "$1$2");
  for (const { kind, target, isExternal } of relationsOf(parts, part)) {
    if (foreign.has(kind) || (kind === "package" && !/\/charts\//.test(part))) refused(embedded(partName(part)));
    const isPage = kind === "hyperlink" && /^(?:https?:|mailto:)/i.test(target);
    if (isExternal && !isPage) refused(outsideLink(partName(part), target));
  }
}

/** Fields that fetch something when the document is opened or printed. */
const fetching = /^\s*(?:DDE|DDEAUTO|LINK|IMPORT|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|DATABASE)\b/i;

function guardFields(root: XmlElement | undefined, path: string): void {
  if (!root) return;
  for (const instruction of instructionsIn(root))
    if (fetching.test(instruction)) refused(outsideLink(partName(path), instruction.trim()));
}

/** What the fields of a part are told to do, as far as it stands in one paragraph. */
export function* instructionsIn(root: XmlElement): Generator<string> {
  for (const field of allOf(root, "w:fldSimple")) yield field.attributes["w:instr"] ?? "";
  for (const paragraph of allOf(root, "w:p")) yield* wordsOfFields(paragraph);
}

/** Word may split one instruction over several runs. */
function* wordsOfFields(paragraph: XmlElement): Generator<string> {
  let said = "";
  for (const run of allOf(paragraph, "w:r"))
    for (const child of run.children) {
      if (typeof child === "string") continue;
      if (child.name === "w:fldChar" && said !== "") {
        yield said;
        said = "";
      }
      if (child.name === "w:instrText") said += child.children.filter((each) => typeof each === "string").join("");
    }
  if (said !== "") yield said;
}
