import { documentParts, keysThroughLineage } from "./blocks.ts";
import { sectionKey, type DocumentContent, type SectionContent } from "./content.ts";

/** Two versions of one plan, or of two plans that follow each other. */
export interface VersionPair {
  readonly old: DocumentContent;
  readonly fresh: DocumentContent;
}

/** The section of the newer version that a section of the older one became. */
export function laterSection(section: SectionContent, { old, fresh }: VersionPair): SectionContent | undefined {
  const keyOf = keysThroughLineage(fresh, old);
  return fresh.sections.find((own) => keyOf(sectionKey(own)) === sectionKey(section));
}

/** What stands for a section of the newer version in comparisons with the older one. */
export function comparedKey(section: SectionContent, { old, fresh }: VersionPair): string {
  return keysThroughLineage(fresh, old)(sectionKey(section));
}

/** Whether a comparison has anything to show of this section, by the key that stands for it there. */
export function isSectionChanged(key: string, { old, fresh }: VersionPair): boolean {
  return textOf(documentParts(old), key) !== textOf(documentParts(fresh, keysThroughLineage(fresh, old)), key);
}

function textOf(parts: ReturnType<typeof documentParts>, key: string): string {
  return JSON.stringify(parts.filter((part) => rootKey(part.key) === key));
}

/** The section to which a text of it belongs: `<section>/<field>`. */
export function rootKey(key: string): string {
  return key.split("/")[0] ?? key;
}
