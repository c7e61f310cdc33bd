import { z } from "zod";
import { canonicalJson, type Json } from "#kernel/canonical-json.ts";
import { figure } from "#kernel/figures.ts";
import {
  emptyRichText,
  excessOf,
  isEmptyRichText,
  richLimits,
  richTextSchema,
  type RichText,
} from "#kernel/rich-text.ts";
import type { Refusal } from "#kernel/result.ts";
import { isCode } from "./code-pattern.ts";
import { fieldRefusal } from "./field-faults.ts";
import { nodeFieldKeys, type NodeFieldKey } from "./snapshot.ts";

export type NodeFields = Readonly<Partial<Record<NodeFieldKey, RichText>>>;

/** A plan of the city's divisions that a measure goes with (関連する個別計画). */
export interface RelatedPlan {
  readonly name: string;
  readonly period: string;
}

/** A word explained at the foot of the page (用語解説). */
export interface Term {
  readonly term: string;
  readonly meaning: string;
}

/** What stands above the texts of a node: its name, number, who is in charge. The planning office's to change. */
export interface NodeHeading {
  readonly title: string;
  readonly keyword: string;
  readonly code: string;
  readonly divisionId: string | null;
  readonly relatedDivisionIds: readonly string[];
  readonly isPriority: boolean;
}

/** The whole content of a node (施策のページ), as each revision keeps it. */
export interface NodeContent extends NodeHeading {
  readonly fields: NodeFields;
  readonly relatedPlans: readonly RelatedPlan[];
  readonly terms: readonly Term[];
}

export const relatedPlanSchema = z.object({ name: z.string(), period: z.string() });
export const termSchema = z.object({ term: z.string(), meaning: z.string() });

/** Rich texts by known key; keys of a field that no longer exists are dropped. */
export const nodeFieldsSchema: z.ZodType<NodeFields> = z
  .record(z.string(), richTextSchema)
  .transform((fields) =>
    Object.fromEntries(nodeFieldKeys.filter((key) => key in fields).map((key) => [key, fields[key]])),
  );

/** How a revision's content is read back. */
export const nodeContentSchema: z.ZodType<NodeContent> = z.object({
  title: z.string(),
  keyword: z.string(),
  code: z.string(),
  divisionId: z.string().nullable(),
  relatedDivisionIds: z.array(z.string()),
  isPriority: z.boolean(),
  fields: nodeFieldsSchema,
  relatedPlans: z.array(relatedPlanSchema),
  terms: z.array(termSchema),
});

/** A node that says nothing yet. */
export const emptyNode: NodeContent = {
  title: "",
  keyword: "",
  code: "",
  divisionId: null,
  relatedDivisionIds: [],
  isPriority: false,
  fields: {},
  relatedPlans: [],
  terms: [],
};

/** Content as it is stored: texts trimmed, empty fields and rows left out, the division in charge not named again as related. */
export function tidied(content: NodeContent): NodeContent {
  const filled = nodeFieldKeys.flatMap((key) => {
    const text = content.fields[key];
    return text && !isEmptyRichText(text) ? [[key, text] as const] : [];
  });
  return {
    title: content.title.trim(),
    keyword: content.keyword.trim(),
    code: content.code.trim(),
    divisionId: content.divisionId,
    relatedDivisionIds: [...new Set(content.relatedDivisionIds)].filter((id) => id !== content.divisionId).sort(),
    isPriority: content.isPriority,
    fields: Object.fromEntries(filled),
    relatedPlans: content.relatedPlans
      .map(({ name, period }) => ({ name: name.trim(), period: period.trim() }))
      .filter((plan) => plan.name !== "" || plan.period !== ""),
    terms: content.terms
      .map(({ term, meaning }) => ({ term: term.trim(), meaning: meaning.trim() }))
      .filter((each) => each.term !== "" || each.meaning !== ""),
  };
}

const excessWords = {
  letters: `文章が長すぎます。表のほかに${figure(richLimits.letters, 0)}文字までにしてください。`,
  tables: `表が大きすぎます。すべての表を合わせて、${figure(richLimits.cells, 0)}マス、${figure(richLimits.cellLetters, 0)}文字までにしてください。`,
} as const;

/** What is wrong with a node's content, by field; undefined when nothing is. Whether the code is free, the store knows. */
export function nodeFaults(content: NodeContent): Refusal | undefined {
  const fields: Record<string, string> = {};
  if (content.title === "") fields["title"] = "名前を入力してください。";
  if (content.title.length > 200) fields["title"] = "名前は200文字までにしてください。";
  if (content.keyword.length > 40) fields["keyword"] = "キーワードは40文字までにしてください。";
  if (!isCode(content.code))
    fields["code"] = "番号は30文字までで、空白や「/」「?」「#」「%」を除いて入力してください。";
  for (const key of nodeFieldKeys) {
    const excess = excessOf(content.fields[key] ?? emptyRichText);
    if (excess) fields[key] = excessWords[excess];
  }
  if (content.relatedPlans.some((plan) => plan.name === ""))
    fields["relatedPlans"] = "期間だけで計画名のない行があります。";
  if (content.terms.some((each) => each.term === "" || each.meaning === ""))
    fields["terms"] = "用語と意味の片方だけの行があります。";
  return fieldRefusal(fields);
}

const headingKeys = [
  "title",
  "keyword",
  "code",
  "divisionId",
  "relatedDivisionIds",
  "isPriority",
] as const satisfies readonly (keyof NodeHeading)[];

/** Whether two contents differ in what stands above the texts. */
export function headingDiffers(a: NodeHeading, b: NodeHeading): boolean {
  return headingKeys.some((key) => !same(a[key], b[key]));
}

/** A part of a node's content that is saved and compared as one. */
export type NodePart = (typeof headingKeys)[number] | NodeFieldKey | "relatedPlans" | "terms";

export const nodeParts: readonly NodePart[] = [...headingKeys, ...nodeFieldKeys, "relatedPlans", "terms"];

/** One part of a content, for comparing. */
export function partOf(content: NodeContent, part: NodePart): NodeContent[keyof NodeContent] | RichText | undefined {
  return isField(part) ? content.fields[part] : content[part];
}

/** The content with one part taken from another. */
export function withPart(content: NodeContent, part: NodePart, from: NodeContent): NodeContent {
  if (!isField(part)) return { ...content, [part]: from[part] };
  const { [part]: _old, ...fields } = content.fields;
  const text = from.fields[part];
  return { ...content, fields: text ? { ...fields, [part]: text } : fields };
}

function isField(part: NodePart): part is NodeFieldKey {
  return (nodeFieldKeys as readonly string[]).includes(part); // a list of keys seen as strings
}

export function partDiffers(a: NodeContent, b: NodeContent, part: NodePart): boolean {
  return !same(partOf(a, part), partOf(b, part));
}

/** Equal as JSON, whatever the order of keys: jsonb does not keep it. */
function same(a: unknown, b: unknown): boolean {
  return canonicalJson((a ?? null) as Json) === canonicalJson((b ?? null) as Json); // parts of a content are JSON
}
