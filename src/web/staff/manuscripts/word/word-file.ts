import { textKeysOf, wordScope, type OutlineSection, type WordScope, sectionName } from "#domain/documents/index.ts";
import { planBySlug } from "#domain/plan/index.ts";
import { sectionsAsWord, type SectionForWord } from "#export/word-section/index.ts";
import { emptyRichText } from "#kernel/rich-text.ts";
import { download } from "#web/answer.tsx";
import type { Visit } from "#web/visit.ts";
import { textLabel } from "../words.ts";
import { scopeName } from "./addresses.ts";

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** What the address names: a section with those below it, or the whole manuscript. @throws NotFound */
export async function scopeAt({ ctx, params }: Visit): Promise<WordScope> {
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  return wordScope(ctx, plan.id, params["id"] ?? null);
}

/** Hands sections out as Word (Wordで受け取る), as they stand in the manuscript. */
export async function saveWordFile(visit: Visit): Promise<Response> {
  const scope = await scopeAt(visit);
  return download(wordOf(visit, scope), `${scope.plan.name}_${scopeName(scope)}.docx`, docx);
}

export function wordOf({ ctx }: Pick<Visit, "ctx">, { plan, sections }: WordScope): Uint8Array<ArrayBuffer> {
  return sectionsAsWord({
    city: ctx.municipality.name,
    version: "原稿",
    madeOn: ctx.clock.today(),
    sections: sections.flatMap(partsOf),
    origin: { plan: plan.id, name: plan.name },
  });
}

/** A free section is its heading and its text; a bound one has each of its texts under a heading of its own. */
function partsOf(section: OutlineSection): SectionForWord[] {
  const { id, textVersion: version, depth, texts } = section;
  const title = sectionName(section);
  const markOf = (key: string, words: string) => ({ section: id, key, version, title: words });
  const body = texts["body"] ?? emptyRichText;
  if (section.nodeId === null) return [{ title, depth, body, mark: markOf("body", title) }];
  return [
    { title, depth, body: emptyRichText, mark: markOf("", title) },
    ...textKeysOf(section).map((key) => ({
      title: textLabel(key),
      depth,
      body: texts[key] ?? emptyRichText,
      mark: markOf(key, textLabel(key)),
      isText: true,
    })),
  ];
}
