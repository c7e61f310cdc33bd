import type { IXmlableObject, PageNumberEstimator } from "docx";
import { estimatePageNumbersWith } from "docx/layout";
import { paperFonts } from "../typst.ts";
import { font } from "./look.ts";
import { lookOf } from "./paragraph-look.ts";
import { pageHeight, roughHeight } from "./rough-height.ts";
import { shortened } from "./shortened.ts";
import { attributeIn, itemsIn, itemsOf } from "./written-xml.ts";

/**
 * Works out on which page every heading stands, as Word sets it, so that contents and references carry their numbers from the
 * start. Setting every word of 50 measures takes longer than all the rest, so facing pages that surely hold their text are set
 * as what they are, two pages, and a line that surely is one line as one sign. Where that is not sure, the text is set.
 */
export async function pageNumbers(): Promise<PageNumberEstimator> {
  const everything = await pageNumbersOfAllText();
  return (body, context) =>
    everything({ "w:body": body["w:body"] && lightened(itemsIn(body, "w:body")).map(shortened) }, context);
}

/** The same with every word set: slow. */
export async function pageNumbersOfAllText(): Promise<PageNumberEstimator> {
  const fonts = (await paperFonts()).map(({ bytes }) => ({ data: bytes, name: font.ascii }));
  const estimate = estimatePageNumbersWith({ fonts, guess: true });
  return (body, context) => estimate(body, context); // without its list numbers: no heading has one
}

/** The body with the text of facing pages left out where it fits. */
function lightened(blocks: readonly IXmlableObject[]): IXmlableObject[] {
  const light: IXmlableObject[] = [];
  let section: IXmlableObject[] = [];
  for (const block of blocks) {
    section.push(block);
    const end = endOf(block);
    if (!end) continue;
    light.push(...(isFacing(end) && fits(section) ? section.filter(isNeeded) : section));
    section = [];
  }
  return [...light, ...section];
}

/** The properties with which a paragraph ends a section. */
function endOf(block: IXmlableObject): IXmlableObject | undefined {
  const properties = itemsIn(block, "w:p").find((item) => "w:pPr" in item);
  return itemsOf(properties?.["w:pPr"]).find((item) => "w:sectPr" in item);
}

/** Sections of openings and measures begin on a left page; nothing else does. */
function isFacing(end: IXmlableObject): boolean {
  const type = itemsIn(end, "w:sectPr").find((item) => "w:type" in item);
  return attributeIn(type?.["w:type"], "w:val") === "evenPage";
}

function fits(section: readonly IXmlableObject[]): boolean {
  const heights = [0];
  for (const block of section) {
    if (lookOf(block).beginsPage) heights.push(0);
    heights.push((heights.pop() ?? 0) + roughHeight(block));
  }
  return heights.length === 2 && heights.every((height) => height < pageHeight);
}

/** What makes pages or is pointed at. */
function isNeeded(block: IXmlableObject): boolean {
  const look = lookOf(block);
  return look.beginsPage || look.isMarked || look.endsSection;
}
