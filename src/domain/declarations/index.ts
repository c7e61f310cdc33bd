export {
  declarerKinds,
  isGoingOn,
  isOver,
  type Contact,
  type Declaration,
  type DeclarationEntry,
  type DeclarationState,
  type YearlyAnswer,
} from "./declaration.ts";
export * from "./labels.ts";
export {
  emptyPartnership,
  partnershipForms,
  proposers,
  type Partnership,
  type PartnershipWords,
} from "./partnership.ts";
export { declarationPayload } from "./payload.ts";
export * from "./permissions.ts";
export { publishableDeclarations } from "./publishing.ts";
export {
  acceptDeclaration,
  disposeContact,
  refuseDeclaration,
  seeContact,
  type DeclarationAcceptance,
} from "./actions/declarations.ts";
export { keepPartnership, removePartnership } from "./actions/partnerships.ts";
export { declarationPage, listDeclarations, partnershipsOfMeasure, type DeclarationPage } from "./queries.ts";
export { declarationSnapshotSchema, type DeclarationSnapshot } from "./snapshot.ts";
export { declarationByReceipt, submitDeclaration, tellYear } from "./submitting.ts";
