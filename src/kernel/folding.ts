/**
 * The form in which words are compared when people search: full-width and half-width alike (NFKC), capital and small letters
 * alike, katakana as hiragana, middle dots left out. 「ﾊﾞｽ」「バス」「ばす」 are one word, and so are 「コミュニティ・スクール」
 * 「コミュニティスクール」.
 */
export function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("・", "")
    .replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}

/** Whether a text holds all the words of a query, which are folded already. */
export function holdsAll(text: string, words: readonly string[]): boolean {
  const plain = folded(text);
  return words.every((word) => plain.includes(word));
}

/** Words of a query, folded: parted by spaces of any width, without repeats, at most eight of them. */
export function wordsOf(query: string): string[] {
  const words = folded(query.slice(0, 200))
    .split(/\s+/u)
    .filter((word) => word !== "");
  return [...new Set(words)].slice(0, 8);
}
