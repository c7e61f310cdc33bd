export * from "./labels.ts";
export * from "./permissions.ts";
export { documentParts, keysThroughLineage, type DocumentPart, type KeyOf } from "./blocks.ts";
export { composeDocument, frozenText } from "./composing.ts";
export {
  documentContentSchema,
  sectionKey,
  sectionPlaces,
  unconfirmedIn,
  type DocumentContent,
  type SectionContent,
} from "./content.ts";
export { changedKeys, isSameTexts, mergedTexts, type Loan, type LoanSave, type SectionCopy } from "./loan.ts";
export { publishableDocument, purgeVersion } from "./publishing.ts";
export { sourceWord } from "./reference.ts";
export { sectionTextsSchema, textKeysOf } from "./section-texts.ts";
export {
  bodyKey,
  isWritable,
  mayFollow,
  sectionName,
  sectionStates,
  type OutlineSection,
  type Section,
  type SectionState,
  type SectionTexts,
} from "./section.ts";
export { documentSnapshotSchema, type DocumentSnapshot } from "./snapshot.ts";
export type { GlossaryTerm } from "./term.ts";
export {
  versionReference,
  versionsBetween,
  type DraftVersion,
  type Erratum,
  type VersionOpenness,
  type VersionRemark,
} from "./version.ts";
export { adoptText, settleCopy } from "./actions/copies.ts";
export { giveUpLoan, takeOut, takeOver } from "./actions/loans.ts";
export { returnLoan, saveBeforeEnd, saveLoan, textsAt, type Saved } from "./actions/saving.ts";
export { addErratum, dropVersionRemark, keepVersionRemark } from "./actions/notes.ts";
export { addSection, bindTree, editSection, moveSection, removeSection, stepSection } from "./actions/outline.ts";
export {
  abandonWord,
  eraseWord,
  handInWord,
  stateOfTexts,
  takeWordTexts,
  type TakenTexts,
} from "./actions/word-imports.ts";
export {
  baseTexts,
  scopeOfImport,
  wordImport,
  wordImports,
  wordScope,
  writingStates,
  type WordScope,
  type WritingBar,
  type WritingState,
} from "./queries/word-imports.ts";
export { takeWordOutline } from "./actions/word-outline.ts";
export { countsOf, outlineFault, outlineOfWord, type OutlinedSection } from "./word-outline.ts";
export {
  isMarked,
  markedTexts,
  originFault,
  wholeText,
  type HandedText,
  type HandedTexts,
  type WordImport,
  type WordImportHead,
} from "./word-import.ts";
export { addPicture } from "./actions/pictures.ts";
export { acceptFigures, type Acceptance } from "./actions/references.ts";
export { addRemark, disposeRemark } from "./actions/remarks.ts";
export { openRemarksOn, remarksOfSection } from "./queries/remarks.ts";
export type { Disposition, SectionRemark } from "./remark.ts";
export { manuscriptKept } from "./erasure.ts";
export { removedSections } from "./queries/erasure.ts";
export { figuresOf } from "./figures.ts";
export { pictureOf } from "./queries/pictures.ts";
export { referableFigures } from "./queries/sources.ts";
export { touchedPlaces, type TouchedPlace } from "./queries/references.ts";
export { carryManuscript } from "./actions/carrying.ts";
export { changeState, confirmSections } from "./actions/states.ts";
export { keepTerm, removeTerm } from "./actions/terms.ts";
export { freezeVersion, type VersionEntry } from "./actions/versions.ts";
export { loanOfGone, loansOfGone, type LoanOfGone } from "./queries/gone-sections.ts";
export {
  loanPage,
  manuscriptOf,
  revisionsOfSection,
  sectionPage,
  type Manuscript,
  type ManuscriptLine,
  type SectionPage,
} from "./queries/sections.ts";
export {
  changedPictures,
  frozenContent,
  frozenDocument,
  planTerms,
  planVersions,
  remarksOf,
  verifyVersions,
  versionByReference,
  versionPage,
  type VersionPage,
} from "./queries/versions.ts";
export type { StateMark } from "./store/states.ts";
export type { SectionRevision } from "./store/sections.ts";
