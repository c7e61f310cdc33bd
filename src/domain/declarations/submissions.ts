/** What a business or a group may send, and what it reads and tells of its own declaration by receipt. */
export {
  contactFault,
  declarationFault,
  declarerKinds,
  emptyDeclaration,
  noContact,
  yearlyAnswers,
  type Contact,
  type DeclarationEntry,
  type YearlyAnswer,
} from "./declaration.ts";
export { declarationStateLabels, declarationRefusals, yearlyAnswerLabels } from "./labels.ts";
export {
  declarationByReceipt,
  submitDeclaration,
  tellYear,
  type DeclarationSending,
  type OwnDeclaration,
} from "./submitting.ts";
