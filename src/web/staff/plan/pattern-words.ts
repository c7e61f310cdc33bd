/** The signs of a code pattern as people type them. */
const signs: readonly (readonly [code: string, words: string])[] = [
  ["{nn}", "{順2桁}"],
  ["{n}", "{順}"],
  ["{parent}", "{上}"],
];

/** 「{上}-{順}」: a level's code pattern in words. */
export function patternWords(pattern: string): string {
  return signs.reduce((text, [code, words]) => text.replaceAll(code, words), pattern);
}

/** The code pattern that the words mean; full-width braces are understood. */
export function patternOf(words: string): string {
  const plain = words.replaceAll("｛", "{").replaceAll("｝", "}");
  return signs.reduce((text, [code, word]) => text.replaceAll(word, code), plain);
}
