/** What may be read of declarations and partnerships from outside: the published shape and the words for it. */
export { declarerKindLabels, partnershipFormLabels, proposerLabels } from "./labels.ts";
export {
  declarationSnapshotSchema,
  type DeclarationSnapshot,
  type PublishedDeclaration,
  type PublishedPartnership,
} from "./snapshot.ts";
