import type { IXmlableObject } from "docx";
import { isOneLine } from "./rough-height.ts";
import { allOf, has, itemsIn } from "./written-xml.ts";

/** Signs that stand for a line: they are of the line's own type, so that it is as high. */
const sign = "字";

/**
 * A block in which every paragraph that surely is one line holds one sign: it takes the same room on the page and a fraction of
 * the time to set. The contents are the most of it, since every entry is set anew for every guess of its number.
 */
export function shortened(block: IXmlableObject): IXmlableObject {
  if ("w:sdt" in block)
    return { "w:sdt": itemsIn(block, "w:sdt").map((part) => replaced(part, "w:sdtContent", entryShortened)) };
  return entryShortened(block);
}

function replaced(
  holder: IXmlableObject,
  name: string,
  change: (block: IXmlableObject) => IXmlableObject,
): IXmlableObject {
  return name in holder ? { ...holder, [name]: itemsIn(holder, name).map(change) } : holder;
}

function entryShortened(block: IXmlableObject): IXmlableObject {
  if (!("w:p" in block) || !isPlain(block) || !isOneLine(block)) return block;
  const [look] = allOf(block, "w:rPr");
  const run = { "w:r": [...(look === undefined ? [] : [{ "w:rPr": look }]), { "w:t": [sign] }] };
  return { "w:p": [...itemsIn(block, "w:p").filter((item) => "w:pPr" in item), run] };
}

/** Nothing in it but text: no mark that is pointed at, no drawing, no break. */
function isPlain(block: IXmlableObject): boolean {
  return !["w:bookmarkStart", "w:drawing", "w:br", "w:sectPr"].some((name) => has(block, name));
}
