export { confirmErasure, requestErasure, takeBackErasure, type ErasureInput } from "./actions.ts";
export type { Erasure, ErasureKind, KeptPart } from "./erasure.ts";
export { erasureKindLabels } from "./labels.ts";
export { mayErase } from "./permissions.ts";
export { erasureReasons, keptParts, planErasures } from "./queries.ts";
