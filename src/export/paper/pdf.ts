import { geta, printableSigns } from "./glyphs.ts";
import type { Paper } from "./paper.ts";
import { typstData } from "./typst-data.ts";
import { paperFonts, setPdf, templateFiles } from "./typst.ts";

export interface PaperPdf {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly pages: number;
  /** Signs that the font does not have, each once; 「〓」 stands in their places. */
  readonly missingSigns: string;
}

/**
 * Sets a paper as PDF: tagged, with language, title, bookmarks, contents with page numbers, words for every picture. The same
 * paper gives the same bytes on the same platform.
 * @param portable forces the build for platforms without a binary of their own
 */
export async function pdfOf(paper: Paper, portable = false): Promise<PaperPdf> {
  const fonts = await paperFonts();
  const checks = fonts.map((font) => printableSigns(font.bytes));
  const missing = new Set<string>();
  const known = new Map<string, string>();
  const pictures = new Map<string, Uint8Array>();
  const own = withPaths(typstData(paper), pictures);
  const data = printable(own, (sign) => {
    const seen = known.get(sign);
    if (seen !== undefined) return seen;
    const isMissing = !checks.every((has) => has(sign));
    if (isMissing) missing.add(sign);
    known.set(sign, isMissing ? geta : sign);
    return isMissing ? geta : sign;
  });
  const files = await templateFiles();
  for (const [path, bytes] of pictures) files.set(path, bytes);
  files.set("/paper.json", Buffer.from(JSON.stringify(data)));

  return { ...(await setPdf({ files, fonts }, portable)), missingSigns: [...missing].sort().join("") };
}

/** The same value with paths in place of pictures, whose bytes are laid beside the paper. */
function withPaths(value: unknown, pictures: Map<string, Uint8Array>): unknown {
  if (value instanceof Uint8Array) {
    const path = `/picture/${pictures.size + 1}`;
    pictures.set(path, value);
    return path;
  }
  if (Array.isArray(value)) return value.map((item) => withPaths(item, pictures));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withPaths(item, pictures)]));
}

/** The same value with every sign of every text passed through; line ends stay, other control signs go. */
function printable(value: unknown, pass: (sign: string) => string): unknown {
  if (typeof value === "string") return printableText(value, pass);
  if (Array.isArray(value)) return value.map((item) => printable(item, pass));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printable(item, pass)]));
}

/** A selector of a variant (異体字) is dropped, so that its base sign is printed. */
const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}]/gu;

function printableText(text: string, pass: (sign: string) => string): string {
  return [...text.replace(unseen, "")].map((sign) => (sign === "\n" ? sign : pass(sign))).join("");
}
