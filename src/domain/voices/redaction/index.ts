export { copyWithout, markKinds, spansOfWords, spansTakenOut, wordsInCopy, type Mark, type MarkKind } from "./mark.ts";
export { pointsPerHour, type Check } from "./pace.ts";
export { suggestedMarks } from "./suggestion.ts";
