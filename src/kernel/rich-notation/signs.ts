/** Signs that stand for themselves behind a 「\」; before any other sign the 「\」 is one itself. */
const escapable = String.raw`\\*\[\]{}|｜《》()<>^=!#・•●○"第表0-9０-９ \t　\-`;
const escaped = new RegExp(String.raw`\\([${escapable}])`, "g");

export const space = /[ \t　]/;

/** The length of an escaped sign at a place of a text, or 0. */
export function isEscapedAt(text: string, at: number): boolean {
  return text[at] === "\\" && new RegExp(`[${escapable}]`).test(text[at + 1] ?? "");
}

/** Words with each of these signs, and every 「\」, behind a 「\」. */
export function guarded(words: string, signs: string): string {
  return [...words].map((sign) => (sign === "\\" || signs.includes(sign) ? `\\${sign}` : sign)).join("");
}

/** The words that stand behind `guarded` ones. */
export function unguarded(words: string): string {
  return words.replace(escaped, "$1");
}

/** Whether what follows the text would be guarded by it: it ends in a 「\」 that is not guarded itself. */
export function endsOpen(text: string): boolean {
  let at = text.length;
  while (text[at - 1] === "\\") at -= 1;
  return (text.length - at) % 2 === 1;
}

/** The text without the spaces at its end, of which a guarded one is none. */
export function withoutEnd(text: string): string {
  let end = text.length; // a pattern would look again at each space of a long row
  while (end > 0 && space.test(text[end - 1] ?? "")) end -= 1;
  const short = text.slice(0, end);
  return short !== text && endsOpen(short) ? text.slice(0, short.length + 1) : short;
}

export function withoutStart(text: string): string {
  return text.replace(/^[ \t　]+/, "");
}

/** One line with the spaces at its ends guarded, so that they are no indentation. */
export function withEndsGuarded(line: string): string {
  const start = space.test(line[0] ?? "") ? `\\${line}` : line;
  const end = start.slice(-1);
  return space.test(end) && !endsOpen(start.slice(0, -1)) ? `${start.slice(0, -1)}\\${end}` : start;
}

/** How the lines of blocks begin. */
export const begins = {
  heading: /^(#{2,3})(?:[ \t　]+(.*))?$/s,
  bullet: /^(?:([・•●○])(?!\1)|[-*](?=[ \t　]|$))(.*)$/s,
  number: /^([0-9０-９]{1,4})[.．](?![0-9０-９])(.*)$/s,
  article: /^第([0-9０-９]{1,4})(?:[ \t　]+(.*))?$/s,
  caption: /^表：(.*)$/s,
  row: /^\|/,
  figure: /^!\[/,
} as const;

/** A line of words that nothing takes for the beginning of a block. */
export function asWords(line: string): string {
  const looksLikeBlock = Object.values(begins).some((begin) => begin.test(line)) || line.startsWith("・"); // behind an item’s own 「・」 it would be none
  return looksLikeBlock ? `\\${line}` : line;
}
