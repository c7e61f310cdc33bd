import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";

/** A template that LibreOffice saved: a cover with a footnote, a head with the city's emblem, a foot, a page on its long side. */
export function templateOfLibreOffice(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL("city-template.docx", import.meta.url)));
}

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packed = "http://schemas.openxmlformats.org/package/2006";
const kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** A paragraph of runs, as Word splits them. */
export function runs(...texts: readonly string[]): string {
  return `<w:p>${texts.map((text) => `<w:r><w:t>${text}</w:t></w:r>`).join("")}</w:p>`;
}

export const bodyPlace = runs("{{", "本文", "}}");

interface Handmade {
  readonly body: string;
  readonly header?: string;
  readonly styles?: string;
  readonly numbering?: string;
  /** Further relations of the document. */
  readonly relations?: string;
  /** Further parts. */
  readonly parts?: Readonly<Record<string, string>>;
  readonly mainType?: string;
}

/** A template made by hand, as small as Word takes it. */
export function handmadeTemplate(made: Handmade): Uint8Array<ArrayBuffer> {
  const { body, header, styles, numbering, relations = "", parts = {}, mainType = "document.main+xml" } = made;
  const beside = Object.entries({ header, styles, numbering }).filter(([, xml]) => xml !== undefined);
  const links = beside.map(
    ([kind], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${kind}" Target="${kind}.xml"/>`,
  );
  const types = beside.map(([kind]) => `<Override PartName="/word/${kind}.xml" ContentType="${kinds}.${kind}+xml"/>`);
  const reference = header === undefined ? "" : `<w:headerReference w:type="default" r:id="rId1"/>`;
  const page = `<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1000" w:right="2000" w:bottom="1000" w:left="1906" w:header="500" w:footer="500" w:gutter="0"/>`;
  const roots = { header: "hdr", styles: "styles", numbering: "numbering" };
  const files: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${packed}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${kinds}.${mainType}"/>${types.join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${packed}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${packed}/relationships">${links.join("")}${relations}</Relationships>`,
    "word/document.xml": `<w:document xmlns:w="${word}" xmlns:r="${office}"><w:body>${body}<w:sectPr>${reference}${page}</w:sectPr></w:body></w:document>`,
    ...parts,
  };
  for (const [kind, xml] of beside) {
    const root = roots[kind as keyof typeof roots];
    files[`word/${kind}.xml`] = `<w:${root} xmlns:w="${word}">${xml}</w:${root}>`;
  }
  return new Uint8Array(zipSync(Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(xml)]))));
}

export function relation(kind: string, target: string, isExternal = false): string {
  return `<Relationship Id="rId9" Type="${office}/${kind}" Target="${target}"${isExternal ? ' TargetMode="External"' : ""}/>`;
}
