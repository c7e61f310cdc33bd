export {
  actsForAnother,
  belongsTo,
  holds,
  nobody,
  personId,
  roles,
  systemActor,
  type Actor,
  type PersonActor,
  type Role,
} from "./actor.ts";
export { AlreadySubmitted, openContext, within, type Ctx, type CtxInput, type Tx } from "./context.ts";
export { permission, type Permission } from "./permission.ts";
export type { Reference } from "./chain-link.ts";
export { record, verifyChain, type ChainReport } from "./trail.ts";
export { actLabel, chainFaultLabel } from "./labels.ts";
export { referenceLabel } from "./reference-labels.ts";
export { mayReadEvents } from "./permissions.ts";
export { countEvents, eventChoices, listEvents, type EventFilter, type EventRow } from "./queries.ts";
export { rememberLocation } from "./store.ts";
export { verifyAndRecord } from "./verification.ts";
