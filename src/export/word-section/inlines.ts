import { ExternalHyperlink, type ParagraphChild, type TextRun } from "docx";
import type { RichInline, RichWords } from "#kernel/rich-text.ts";
import { RubyRun } from "../paper/word/ruby.ts";
import { footnoteOf, textRuns } from "../paper/word/runs.ts";
import { ownSite } from "../word-reading/carried.ts";
import type { Notes } from "./notes.ts";

/** The inlines of a block as Word has them. */
export function childrenOf(content: readonly RichInline[] = [], notes: Notes): ParagraphChild[] {
  return content.flatMap((inline, index): ParagraphChild[] => {
    switch (inline.type) {
      case "hardBreak":
        return textRuns("\n").slice(1);
      case "footnote":
        return [footnoteOf(inline.attrs.text)];
      case "reference": {
        const { source, shown } = inline.attrs;
        return isLink(content[index - 1])
          ? notes.bookmark("reference", [source, shown], shown)
          : [notes.control("reference", "数値の参照（直すとふつうの文字になります）", [source, shown], shown)];
      }
      case "text":
        return wordsOf(inline, notes);
    }
  });
}

/** LibreOffice 7.4 writes a control directly after a link so that it can't open its own file any more; a bookmark is safe there. */
function isLink(before: RichInline | undefined): boolean {
  return before?.type === "text" && before.marks?.some(({ type }) => type === "link") === true;
}

function wordsOf({ text, marks = [] }: RichWords, notes: Notes): ParagraphChild[] {
  const link = marks.flatMap((mark) => (mark.type === "link" ? [mark.attrs.href] : []))[0];
  const reading = marks.flatMap((mark) => (mark.type === "ruby" ? [mark.attrs.reading] : []))[0];
  const look = {
    ...(marks.some(({ type }) => type === "bold") && { bold: true }),
    ...(link !== undefined && { underline: {} }),
  };
  const runs: TextRun[] = reading === undefined ? textRuns(text, look) : [new RubyRun(text, reading, look)];
  if (link === undefined) return runs;
  notes.address(link);
  return [new ExternalHyperlink({ link: link.startsWith("/") ? ownSite + link : link, children: runs })];
}
