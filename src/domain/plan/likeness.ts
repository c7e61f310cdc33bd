/** A title without what people write now so and now so: widths, spaces, commas. */
export function bareTitle(title: string): string {
  return title.normalize("NFKC").replaceAll(/[\s・、,]/gu, "");
}

/** Dice coefficient over pairs of letters: 1 for equal titles, 0 for nothing in common. */
export function similarity(one: string, other: string): number {
  const [first, second] = [pairs(bareTitle(one)), pairs(bareTitle(other))];
  const common = first.filter((pair) => second.includes(pair)).length;
  return first.length + second.length === 0 ? 0 : (2 * common) / (first.length + second.length);
}

function pairs(text: string): string[] {
  return [...new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)))];
}
