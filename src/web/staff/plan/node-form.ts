import { z } from "zod";
import {
  emptyNode,
  nodeFieldKeys,
  nodeFieldLabels,
  nodeParts,
  withPart,
  type NodeContent,
  type NodeFieldKey,
  type NodeHeading,
  type NodePart,
} from "#domain/plan/index.ts";
import { isId } from "#kernel/id.ts";
import { legibleJson } from "#kernel/legible.ts";
import { faultWords, notationOf, richOf } from "#kernel/rich-notation.ts";
import { emptyRichText, richTextSchema, type RichText } from "#kernel/rich-text.ts";
import { text, texts } from "#web/visit.ts";

/** What a form says of a node, and what of it could not be read, by field. */
export interface EnteredNode {
  readonly content: NodeContent;
  readonly faults: Readonly<Record<string, string>>;
  /** The texts in notation that could not be read, to be shown again as they were typed. */
  readonly typed: Typed;
}

export type Typed = Readonly<Partial<Record<NodeFieldKey, string>>>;

const rows = (first: string, second: string) => z.array(z.object({ [first]: z.string(), [second]: z.string() }));

/** How each part travels as JSON, from the editor or from the page that compares two saves. */
const partSchemas: Readonly<Record<Exclude<NodePart, NodeFieldKey>, z.ZodType>> = {
  title: z.string(),
  keyword: z.string(),
  code: z.string(),
  divisionId: z.string().refine(isId).nullable(),
  relatedDivisionIds: z.array(z.string().refine(isId)),
  isPriority: z.boolean(),
  relatedPlans: rows("name", "period"),
  terms: rows("term", "meaning"),
};

/**
 * The content that a form sends. A part may come as JSON (「part.json」) or as plain fields; what does not come at all stays as it
 * is, so that nobody loses what their page did not show.
 */
export function nodeInForm(form: FormData, node: NodeContent): EnteredNode {
  const faults: Record<string, string> = {};
  const typed: Partial<Record<NodeFieldKey, string>> = {};
  let content: NodeContent = node;
  if (form.has("_heading")) content = { ...content, ...headingInForm(form) };
  if (form.has("_lists")) content = { ...content, ...listsInForm(form) };
  for (const key of nodeFieldKeys) {
    if (!form.has(key)) continue;
    const { rich, fault } = textInNotation(text(form, key), node.fields[key]);
    content = { ...content, fields: { ...content.fields, [key]: rich } };
    if (fault === undefined) continue;
    faults[key] = `${nodeFieldLabels[key]}の${fault}`;
    typed[key] = text(form, key);
  }
  for (const part of nodeParts) {
    const sent = form.get(`${part}.json`);
    if (typeof sent !== "string") continue;
    const read = readPart(part, sent);
    if (read === undefined) faults[part] = faultOf(part);
    else content = withPart(content, part, read);
  }
  return { content, faults, typed };
}

function headingInForm(form: FormData): NodeHeading {
  const divisionId = text(form, "divisionId");
  return {
    title: text(form, "title"),
    keyword: text(form, "keyword"),
    code: text(form, "code"),
    divisionId: isId(divisionId) ? divisionId : null,
    relatedDivisionIds: texts(form, "relatedDivisionIds").filter(isId),
    isPriority: form.has("isPriority"),
  };
}

function listsInForm(form: FormData): Pick<NodeContent, "relatedPlans" | "terms"> {
  const periods = texts(form, "relatedPlanPeriod");
  const meanings = texts(form, "meaning");
  return {
    relatedPlans: texts(form, "relatedPlanName").map((name, index) => ({ name, period: periods[index] ?? "" })),
    terms: texts(form, "term").map((term, index) => ({ term, meaning: meanings[index] ?? "" })),
  };
}

/** A text from a text area. An unchanged one keeps the text as it was. */
function textInNotation(typed: string, before: RichText = emptyRichText): { rich: RichText; fault?: string } {
  if (typed.replaceAll("\r\n", "\n").trim() === notationOf(before).trim()) return { rich: before };
  const { rich, faults } = richOf(typed);
  return faults.length === 0 ? { rich } : { rich, fault: faultWords(faults) };
}

/** A content that holds one part as it was sent; undefined when it cannot be read. */
function readPart(part: NodePart, sent: string): NodeContent | undefined {
  const value = parsedJson(sent);
  if (isField(part)) {
    const read = value === null ? undefined : richTextSchema.safeParse(value);
    if (read && !read.success) return undefined;
    return { ...emptyNode, fields: read ? { [part]: read.data } : {} };
  }
  const read = partSchemas[part].safeParse(value);
  return read.success ? ({ ...emptyNode, [part]: read.data } as NodeContent) : undefined; // the part's own schema just read it
}

function parsedJson(sent: string): unknown {
  try {
    return legibleJson(sent);
  } catch {
    return undefined;
  }
}

function isField(part: NodePart): part is NodeFieldKey {
  return Object.hasOwn(nodeFieldLabels, part);
}

function faultOf(part: NodePart): string {
  const name = isField(part) ? nodeFieldLabels[part] : "この項目";
  return `${name}に、使えない書式が含まれています。文字だけを貼り付けて、もう一度保存してください。`;
}
