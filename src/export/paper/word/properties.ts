import type { Paper } from "../paper.ts";

/** The file's own words (docProps/core.xml), with the paper's day in place of the moment of writing. */
export function corePropertiesOf({
  title,
  city,
  version,
  madeOn,
}: Pick<Paper, "title" | "city" | "version" | "madeOn">): string {
  const moment = `${madeOn}T00:00:00Z`;
  const words = `<dc:title>${escaped(title)}</dc:title><dc:subject>${escaped(version)}</dc:subject><dc:creator>${escaped(city)}</dc:creator><cp:lastModifiedBy>${escaped(city)}</cp:lastModifiedBy><cp:revision>1</cp:revision><dc:language>ja-JP</dc:language>`;
  const days = `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified>`;
  const spaces = Object.entries(namespaces).map(([prefix, address]) => `xmlns:${prefix}="${address}"`);
  return `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties ${spaces.join(" ")}>${words}${days}</cp:coreProperties>`;
}

/** Names of the format (ECMA-376, part 2), never called. */
const namespaces = {
  cp: "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
  dc: "http://purl.org/dc/elements/1.1/",
  dcterms: "http://purl.org/dc/terms/",
  xsi: "http://www.w3.org/2001/XMLSchema-instance",
};

function escaped(words: string): string {
  return words
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/(?![\n\t])\p{Cc}/gu, "");
}
