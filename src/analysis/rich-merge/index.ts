export type { ChangeOrigin, RichChange, RichChangeKind } from "./change.ts";
export { changesOf, mergedText } from "./merging.ts";
