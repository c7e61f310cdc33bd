import { elementsIn, type XmlElement } from "../word-reading/xml.ts";
import { elementText } from "./xml-text.ts";

/** A section of the paper as our writer made it. */
interface OwnSection {
  readonly content: string;
  readonly startsPage: boolean;
  readonly isLandscape: boolean;
  /** Between the margins, in twentieths of a point. */
  readonly width: number;
}

const ends = /<w:sectPr>[\s\S]*?<\/w:sectPr>/g;

/** The sections of a body; each ends with its set-up, in its last paragraph or at the end of the body. */
export function ownSections(body: string): OwnSection[] {
  const sections: OwnSection[] = [];
  let from = 0;
  for (const { 0: setup, index } of body.matchAll(ends)) {
    const after = index + setup.length;
    const close = body.startsWith("</w:pPr>", after) ? body.indexOf("</w:p>", after) + "</w:p>".length : after;
    sections.push({ content: body.slice(from, index) + body.slice(after, close), ...pagesOf(setup) });
    from = close;
  }
  return sections;
}

function pagesOf(setup: string): Omit<OwnSection, "content"> {
  const number = (element: string, name: string) =>
    Number(new RegExp(`<w:${element}\\b[^>]*\\bw:${name}="(\\d+)"`).exec(setup)?.[1] ?? 0);
  const width = number("pgSz", "w") - number("pgMar", "left") - number("pgMar", "right");
  const isLandscape = number("pgSz", "w") > number("pgSz", "h");
  return { startsPage: !/<w:type w:val="continuous"\/>/.test(setup), isLandscape, width };
}

const a4: XmlElement = {
  name: "w:sectPr",
  attributes: {},
  children: [
    { name: "w:pgSz", attributes: { "w:w": "11906", "w:h": "16838" }, children: [] },
    {
      name: "w:pgMar",
      attributes: {
        "w:top": "1701",
        "w:right": "1418",
        "w:bottom": "1418",
        "w:left": "1418",
        "w:header": "851",
        "w:footer": "567",
        "w:gutter": "0",
      },
      children: [],
    },
  ],
};

/**
 * The paper's sections within the one of the template: new pages in place of new sections, so that the template's page set-up,
 * headers and footers rule. Only pages that lie on their long side among upright ones (or the reverse) keep a section.
 */
export function withinSection(sections: readonly OwnSection[], ruling: XmlElement | undefined): string {
  const setup = ruling ?? a4;
  const room = roomOf(setup);
  const parts = sections.map((section, index) => {
    const isLying = section.isLandscape;
    const before = index === 0 ? room.isLandscape : (sections[index - 1]?.isLandscape ?? false);
    const turns = isLying !== before;
    const ending = turns ? sectionEnd(setup, before, index === 0) : "";
    const content = fitted(section, isLying === room.isLandscape ? room.width : room.turnedWidth);
    return ending + (index > 0 && section.startsPage && !turns ? onNewPage(content) : content);
  });
  const last = sections.at(-1)?.isLandscape ?? room.isLandscape;
  return parts.join("") + (last === room.isLandscape ? "" : sectionEnd(setup, last, false));
}

function value(element: XmlElement | undefined, name: string): number {
  return Number(element?.attributes[name] ?? 0);
}

function roomOf(setup: XmlElement) {
  const part = (name: string) => elementsIn(setup).find((each) => each.name === name);
  const [size, margin, columns] = [part("w:pgSz"), part("w:pgMar"), part("w:cols")];
  const [wide, high] = [value(size, "w:w") || 11_906, value(size, "w:h") || 16_838];
  const sides = value(margin, "w:left") + value(margin, "w:right") + value(margin, "w:gutter");
  const count = Math.max(1, value(columns, "w:num"));
  const gaps = (count - 1) * (Number(columns?.attributes["w:space"] ?? 720) || 0);
  return { isLandscape: wide > high, width: Math.floor((wide - sides - gaps) / count), turnedWidth: high - sides };
}

/** Ends the pages so far: as the template sets them up, turned where they lie the other way. */
function sectionEnd(setup: XmlElement, isLandscape: boolean, isFirst: boolean): string {
  const turned = isLandscape !== roomOf(setup).isLandscape;
  const children = elementsIn(setup)
    .filter(({ name }) => isFirst || !onlyFirst.has(name))
    .map((each) => (each.name === "w:pgSz" && turned ? turnedSize(each) : each));
  return `<w:p><w:pPr>${elementText({ ...setup, children })}</w:pPr></w:p>`;
}

/** What a section goes on with from the one before, or must not begin again. */
const onlyFirst = new Set(["w:headerReference", "w:footerReference", "w:titlePg", "w:pgNumType", "w:type"]);

function turnedSize(size: XmlElement): XmlElement {
  const { "w:w": wide = "11906", "w:h": high = "16838" } = size.attributes;
  const orient = Number(high) > Number(wide) ? "landscape" : "portrait";
  return { ...size, attributes: { ...size.attributes, "w:w": high, "w:h": wide, "w:orient": orient } };
}

/** The content with its first paragraph on a new page. */
function onNewPage(content: string): string {
  const head = /^<w:p><w:pPr>(?:<w:pStyle [^>]*\/>)?(?:<w:keepNext\/>)?(?:<w:keepLines\/>)?/.exec(content)?.[0];
  if (head === undefined) return `<w:p><w:pPr>${newPage}${thin}</w:pPr></w:p>${content}`;
  const rest = content.slice(head.length);
  return rest.startsWith(newPage) ? content : `${head}${newPage}${rest}`;
}

const newPage = "<w:pageBreakBefore/>";
const thin = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>';

/** Tables as wide as the template's lines, pictures no wider. */
function fitted({ content, width }: OwnSection, room: number): string {
  const factor = room / width;
  const scaled = (size: string) => String(Math.round(Number(size) * factor));
  const tables = content
    .replaceAll(
      /(<w:(?:tblW|gridCol|tcW)\b[^>]*?\bw:w=")(\d+)/g,
      (_, before: string, size: string) => before + scaled(size),
    )
    .replaceAll(`w:pos="${width}"`, `w:pos="${room}"`);
  if (factor >= 1) return tables;
  return tables.replaceAll(/<(?:wp:extent|a:ext) cx="\d+" cy="\d+"/g, (size) =>
    size.replaceAll(/\d+/g, (number) => scaled(number)),
  );
}
