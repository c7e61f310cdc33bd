/** How many hues of the same weight there are; the goals take them in turn, with number and name always beside. */
export const hueCount = 7;

/** The class that gives everything inside it the hue of a goal (counted from 1). */
export function hueOf(goalNumber: number): string {
  return `hue-${((goalNumber - 1) % hueCount) + 1}`;
}
