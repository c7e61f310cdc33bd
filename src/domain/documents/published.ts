/** What may be read of documents from outside: the published shape, and the rules that pages need to show and compare versions. */
export {
  documentContentSchema,
  sectionKey,
  sectionPlaces,
  type DocumentContent,
  type SectionContent,
} from "./content.ts";
export { remarkKindLabels, versionOpennessLabels } from "./labels.ts";
export { documentSnapshotSchema, type DocumentSnapshot } from "./snapshot.ts";
export { versionReference } from "./version.ts";
export { comparedKey, isSectionChanged, laterSection, rootKey, type VersionPair } from "./same-section.ts";
export { documentParts, keysThroughLineage, type DocumentBlock, type DocumentPart, type KeyOf } from "./blocks.ts";
