import { folded } from "#kernel/folding.ts";

const most = 6;

/**
 * The words of a text that say what it is about: runs of kanji, of katakana, of Latin letters; the longest first. Particles and
 * endings, which every sentence has, are in hiragana. Folded, as searches compare them.
 */
export function tellingWords(text: string): string[] {
  const runs =
    text.normalize("NFKC").match(/[\p{Script=Han}々]{2,}|[\p{Script=Katakana}ー]{2,}|[A-Za-z0-9]{3,}/gu) ?? [];
  return [...new Set(runs)]
    .sort((one, other) => other.length - one.length)
    .slice(0, most)
    .map(folded);
}
