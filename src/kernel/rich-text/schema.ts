import { z } from "zod";
import type { RichBlock, RichCell, RichInline, RichItem, RichMark, RichText } from "./model.ts";
import { tableGrid, tableLimits } from "./table-grid.ts";
import { blocksIn } from "./walk.ts";

/** Words that stand on one line: what belongs to a footnote, a caption, a reading. */
function line(longest: number): z.ZodType<string> {
  return z
    .string()
    .max(longest)
    .transform((words) => words.replaceAll(/[\r\n]+/g, " "));
}

function filledLine(longest: number): z.ZodType<string> {
  return line(longest).refine((words) => words.trim() !== "");
}

/** What a reference reads: parts with colons between them, in no sign of the notation. */
const source = z.string().regex(/^[^\s|{}\\]{1,200}$/u);

const mark: z.ZodType<RichMark> = z.union([
  z.object({ type: z.literal("bold") }),
  z.object({ type: z.literal("link"), attrs: z.object({ href: z.string().regex(/^(https?:|mailto:|\/)/) }) }),
  z.object({ type: z.literal("ruby"), attrs: z.object({ reading: filledLine(100) }) }),
]);

const inline: z.ZodType<RichInline> = z.union([
  z.object({ type: z.literal("hardBreak") }),
  z.object({ type: z.literal("text"), text: z.string().min(1), marks: z.array(mark).optional() }),
  z.object({ type: z.literal("footnote"), attrs: z.object({ text: filledLine(2_000) }) }),
  z.object({ type: z.literal("reference"), attrs: z.object({ source, shown: filledLine(200) }) }),
]);

/** The editor writes an attribute of every list; only the one that says something is kept. */
const orderedAttrs = z
  .object({ sign: z.literal("article").nullish() })
  .nullish()
  .transform((attrs) => (attrs?.sign === "article" ? ({ sign: "article" } as const) : undefined));

const block: z.ZodType<RichBlock> = z.lazy(() =>
  z.union([
    z.object({ type: z.literal("paragraph"), content: z.array(inline).optional() }),
    z.object({
      type: z.literal("heading"),
      attrs: z.object({ level: z.union([z.literal(3), z.literal(4)]) }),
      content: z.array(inline).optional(),
    }),
    z.object({ type: z.literal("bulletList"), content: z.array(item) }),
    z
      .object({ type: z.literal("orderedList"), attrs: orderedAttrs, content: z.array(item) })
      .transform(({ type, attrs, content }) => ({ type, ...(attrs && { attrs }), content })),
    table,
    figure,
  ]),
);
const item: z.ZodType<RichItem> = z.object({ type: z.literal("listItem"), content: z.array(z.lazy(() => block)) });

function span(most: number): z.ZodType<number> {
  return z.number().int().min(1).max(most);
}

const cell: z.ZodType<RichCell> = z.object({
  type: z.enum(["tableHeader", "tableCell"]),
  attrs: z
    .object({ colspan: span(tableLimits.columns).optional(), rowspan: span(tableLimits.rows).optional() })
    .optional(),
  content: z.array(z.lazy(() => block)).refine(isForCell),
});

const table = z
  .object({
    type: z.literal("table"),
    attrs: z.object({ caption: line(300) }),
    content: z
      .array(z.object({ type: z.literal("tableRow"), content: z.array(cell) }))
      .min(1)
      .max(tableLimits.rows),
  })
  .refine((whole) => tableGrid(whole) !== undefined);

const figure = z.object({
  type: z.literal("figure"),
  attrs: z.object({ file: z.uuid(), alternative: line(2_000), caption: line(300) }),
});

/** A cell holds paragraphs and lists of them: no heading, no picture and no table, at any depth. */
function isForCell(blocks: readonly RichBlock[]): boolean {
  return [...blocksIn({ type: "doc", content: blocks })].every(
    ({ type }) => type === "paragraph" || type === "bulletList" || type === "orderedList",
  );
}

const deepest = 40; // objects and arrays one in another: a list inside a list takes four, so about eight of those
const most = 200_000; // values of any kind in one text: a section of some hundred pages

/** Whether something sent nests deeper, or holds more, than any text that a person writes; looks no deeper and no further than that. */
function isTooMuch(value: unknown): boolean {
  let seen = 0;
  const exceeds = (inner: unknown, left: number): boolean => {
    seen += 1;
    if (seen > most) return true;
    if (typeof inner !== "object" || inner === null) return false;
    return left === 0 || Object.values(inner).some((each) => exceeds(each, left - 1));
  };
  return exceeds(value, deepest);
}

/**
 * What a form may send; unknown attributes are dropped, unknown nodes refused, and so is a nesting that would exhaust the stack of
 * whatever walks through it.
 */
export const richTextSchema: z.ZodType<RichText> = z
  .unknown()
  .refine((value) => !isTooMuch(value), { abort: true })
  .pipe(z.object({ type: z.literal("doc"), content: z.array(block) }));
