import { z } from "zod";

/**
 * Rich text: the small part of ProseMirror's JSON that a plan needs (paragraphs, headings, lists, bold, links).
 * It is stored as it was saved and never as markup, so nothing pasted can become HTML.
 */
export interface RichText {
  readonly type: "doc";
  readonly content: readonly RichBlock[];
}

export type RichBlock =
  | { readonly type: "paragraph"; readonly content?: readonly RichInline[] | undefined }
  | {
      readonly type: "heading";
      readonly attrs: { readonly level: 3 | 4 };
      readonly content?: readonly RichInline[] | undefined;
    }
  | { readonly type: "bulletList" | "orderedList"; readonly content: readonly RichItem[] };

export interface RichItem {
  readonly type: "listItem";
  readonly content: readonly RichBlock[];
}

export type RichInline =
  | { readonly type: "hardBreak" }
  | { readonly type: "text"; readonly text: string; readonly marks?: readonly RichMark[] | undefined };

export type RichMark = { readonly type: "bold" } | { readonly type: "link"; readonly attrs: { readonly href: string } };

const mark: z.ZodType<RichMark> = z.union([
  z.object({ type: z.literal("bold") }),
  z.object({ type: z.literal("link"), attrs: z.object({ href: z.string().regex(/^(https?:|mailto:|\/)/) }) }),
]);
const inline: z.ZodType<RichInline> = z.union([
  z.object({ type: z.literal("hardBreak") }),
  z.object({ type: z.literal("text"), text: z.string().min(1), marks: z.array(mark).optional() }),
]);
const block: z.ZodType<RichBlock> = z.lazy(() =>
  z.union([
    z.object({ type: z.literal("paragraph"), content: z.array(inline).optional() }),
    z.object({
      type: z.literal("heading"),
      attrs: z.object({ level: z.union([z.literal(3), z.literal(4)]) }),
      content: z.array(inline).optional(),
    }),
    z.object({ type: z.enum(["bulletList", "orderedList"]), content: z.array(item) }),
  ]),
);
const item: z.ZodType<RichItem> = z.object({ type: z.literal("listItem"), content: z.array(z.lazy(() => block)) });

const deepest = 40; // objects and arrays one in another: a list inside a list takes four, so about eight of those

/** Whether something sent nests deeper than any text that a person writes; looks no deeper than that. */
function isTooDeep(value: unknown, left = deepest): boolean {
  if (typeof value !== "object" || value === null) return false;
  return left === 0 || Object.values(value).some((inner) => isTooDeep(inner, left - 1));
}

/**
 * What a form may send; unknown attributes are dropped, unknown nodes refused, and so is a nesting that would exhaust the stack of
 * whatever walks through it.
 */
export const richTextSchema: z.ZodType<RichText> = z
  .unknown()
  .refine((value) => !isTooDeep(value), { abort: true })
  .pipe(z.object({ type: z.literal("doc"), content: z.array(block) }));

export const emptyRichText: RichText = { type: "doc", content: [] };

/**
 * Rich text from plain lines: blank lines part paragraphs; lines that begin with 「・」「-」「•」 become a list,
 * so that what was pasted from Excel or typed without JavaScript reads as its writer meant it.
 */
export function richTextOf(plain: string): RichText {
  const blocks: RichBlock[] = [];
  let bullets: RichItem[] = [];
  const flush = () => {
    if (bullets.length > 0) blocks.push({ type: "bulletList", content: bullets });
    bullets = [];
  };
  for (const line of plain.replaceAll("\r\n", "\n").split("\n")) {
    const bullet = /^[\s　]*[・•●○\-*][\s　]*(\S.*)$/u.exec(line)?.[1];
    if (bullet) bullets.push({ type: "listItem", content: [paragraph(bullet)] });
    else {
      flush();
      if (line.trim() !== "") blocks.push(paragraph(line.trim()));
    }
  }
  flush();
  return { type: "doc", content: blocks };
}

function paragraph(text: string): RichBlock {
  return { type: "paragraph", content: [{ type: "text", text }] };
}

/** The plain lines of a rich text; list items begin with 「・」. The inverse of `richTextOf` for what that can make. */
export function plainText(rich: RichText): string {
  return rich.content.map((each) => blockText(each)).join("\n");
}

function blockText(each: RichBlock): string {
  if ("attrs" in each || each.type === "paragraph") {
    return (each.content ?? []).map((part) => (part.type === "hardBreak" ? "\n" : part.text)).join("");
  }
  const sign = (index: number) => (each.type === "bulletList" ? "・" : `${index + 1}. `);
  return each.content
    .map((li, index) => sign(index) + li.content.map((inner) => blockText(inner)).join("\n"))
    .join("\n");
}

export function isEmptyRichText(rich: RichText): boolean {
  return plainText(rich).trim() === "";
}
