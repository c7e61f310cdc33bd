import { z } from "zod";
import { nodeFieldKeys } from "#domain/plan/index.ts";
import { excessOf, richTextSchema } from "#kernel/rich-text.ts";
import type { Refusal } from "#kernel/result.ts";
import { sectionRefusals } from "./labels.ts";
import { bodyKey, type Section, type SectionTexts } from "./section.ts";

/** How the texts of a section are read back, and what a form or an editor may send. */
export const sectionTextsSchema: z.ZodType<SectionTexts> = z.record(z.string(), richTextSchema);

/** The keys of a section's texts, in the order of its page. */
export function textKeysOf({ nodeId }: Pick<Section, "nodeId">): readonly string[] {
  return nodeId === null ? [bodyKey] : nodeFieldKeys;
}

/** What is wrong with texts that are to be saved, if anything. */
export function textsFault(section: Pick<Section, "nodeId">, texts: SectionTexts): Refusal | undefined {
  const keys = textKeysOf(section);
  if (Object.keys(texts).some((key) => !keys.includes(key))) return sectionRefusals.unknownKey;
  const excesses = new Set(Object.values(texts).map(excessOf));
  if (excesses.has("letters")) return sectionRefusals.tooLong;
  return excesses.has("tables") ? sectionRefusals.tablesTooLarge : undefined;
}
