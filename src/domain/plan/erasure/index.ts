export { confirmErasure, requestErasure, takeBackErasure, type ErasureInput } from "./actions.ts";
export type { Erasure, ErasureKind, KeptAbove, KeptPart, KeptTarget } from "./erasure.ts";
export { erasureKindLabels } from "./labels.ts";
export { mayErase } from "./permissions.ts";
export { erasureReasons, erasureTargetName, keptParts, planErasures, type NamedErasure } from "./queries.ts";
