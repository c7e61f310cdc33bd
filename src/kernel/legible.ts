/**
 * Signs that nobody sees and no text needs: control signs, marks that turn the direction of what follows (U+202E shows 「fdp.exe」 as
 * 「exe.pdf」), marks of no width, and halves of characters. Tabs and line ends stay, and so do joiners and variation selectors, of
 * which emoji and the many forms of a 漢字 are made.
 */
const unseen = /(?![\t\n\r])\p{Cc}|[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]|\p{Cs}/gu;

/** The text without signs that nobody sees. Whatever people send passes here once: forms, names of files, cells of sheets. */
export function legible(text: string): string {
  return text.replaceAll(unseen, "");
}

/** What a sent JSON text says, its strings legible. @throws SyntaxError when it is none */
export function legibleJson(json: string): unknown {
  return JSON.parse(json, (_key, value: unknown) => (typeof value === "string" ? legible(value) : value));
}
