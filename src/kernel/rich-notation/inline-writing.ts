import type { RichInline, RichMark, RichWords } from "../rich-text/model.ts";
import { guarded, withEndsGuarded } from "./signs.ts";

/** The inlines of a block as lines of notation; a line that ends with 「\」 goes on in the next. In a cell 「|」 parts cells. */
export function inlineLines(content: readonly RichInline[] = [], isInCell = false): string[] {
  const lines: RichInline[][] = [[]];
  for (const inline of content) {
    if (inline.type === "hardBreak") lines.push([]);
    else lines.at(-1)?.push(inline);
  }
  const bars = isInCell ? "|{" : ""; // a reference may hold 「|」, so nothing else may look like one
  return lines.map(
    (line, index) => withEndsGuarded(marked(line, layers, bars)) + (index < lines.length - 1 ? "\\" : ""),
  );
}

type Layer = RichMark["type"];
const layers: readonly Layer[] = ["bold", "link", "ruby"];

/** Neighbours under the same mark are written within one pair of signs: bold around links around readings. */
function marked(line: readonly RichInline[], [layer, ...inner]: readonly Layer[], bars: string): string {
  if (layer === undefined) return line.map((inline) => plainly(inline, bars)).join("");
  return groupsOf(line, layer)
    .map(({ mark, inlines }) => around(mark, marked(inlines, inner, bars), bars))
    .join("");
}

interface Group {
  readonly mark: RichMark | undefined;
  readonly inlines: readonly RichInline[];
}

function groupsOf(line: readonly RichInline[], layer: Layer): Group[] {
  const groups: Group[] = [];
  for (const inline of line) {
    const mark = inline.type === "text" ? inline.marks?.find(({ type }) => type === layer) : undefined;
    const last = groups.at(-1);
    if (last && JSON.stringify(last.mark) === JSON.stringify(mark))
      groups[groups.length - 1] = { mark, inlines: [...last.inlines, inline] };
    else groups.push({ mark, inlines: [inline] });
  }
  return groups;
}

function around(mark: RichMark | undefined, words: string, bars: string): string {
  switch (mark?.type) {
    case "bold":
      return `**${words}**`;
    case "link":
      return `[${words.startsWith("^") ? "\\" : ""}${words}](${guarded(mark.attrs.href, `)${bars}`)})`;
    case "ruby":
      return `｜${words}《${guarded(mark.attrs.reading, `》]${bars}`)}》`;
    case undefined:
      return words;
  }
}

function plainly(inline: RichInline, bars: string): string {
  switch (inline.type) {
    case "text":
      return wordsOf(inline, bars);
    case "footnote":
      return `[^${guarded(inline.attrs.text, `]${bars}`)}]`;
    case "reference":
      return `{{${inline.attrs.source}|${guarded(inline.attrs.shown, "}")}}}`;
    case "hardBreak":
      return "";
  }
}

function wordsOf({ text }: RichWords, bars: string): string {
  return guarded(text, `*[]{}｜《》${bars}`);
}
