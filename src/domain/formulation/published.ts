/** What may be read of formulations from outside: the published shape and the words for it. */
export { resolutionLabels, reviewLabels } from "./labels.ts";
export { policyLines } from "./policy-text.ts";
export type { PolicyContent } from "./policy-version.ts";
