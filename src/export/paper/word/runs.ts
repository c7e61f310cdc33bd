import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  InternalHyperlink,
  PageReference,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type IRunOptions,
  type ParagraphChild,
} from "docx";
import type { Heading, Run } from "../paper.ts";
import { RubyRun } from "./ruby.ts";

/** A bookmark's name: Word takes letters and digits only, at most forty. */
export function bookmarkOf(anchor: string): string {
  return anchor.replaceAll(/[^A-Za-z0-9]/g, "").slice(0, 40);
}

/** Signs that an XML file may not hold. */
const unwritable = /(?![\t\n\r])\p{Cc}|\p{Cs}/gu;

/** Text as runs of Word, line ends as breaks. */
export function textRuns(text: string, look: IRunOptions = {}): TextRun[] {
  return text
    .replace(unwritable, "")
    .split("\n")
    .map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 && { break: 1 }) }));
}

export function runsOf(runs: readonly Run[], look: IRunOptions = {}): ParagraphChild[] {
  return runs.flatMap((run) =>
    childrenOf(run, { ...look, ...(run.isBold && { bold: true }), ...(run.isUnderlined && { underline: {} }) }),
  );
}

function childrenOf(run: Run, look: IRunOptions): ParagraphChild[] {
  if (run.footnote !== undefined) {
    const { footnote, ...words } = run;
    return [...(words.text === "" ? [] : childrenOf(words, look)), footnoteOf(footnote)];
  }
  if (run.to !== undefined && run.to !== null) {
    const anchor = bookmarkOf(run.to);
    return run.isPage
      ? [new PageReference(anchor)]
      : [new InternalHyperlink({ anchor, children: textRuns(run.text, look) })];
  }
  if (run.href === undefined) return wordsOf(run, look);
  return [new ExternalHyperlink({ link: run.href, children: wordsOf(run, { ...look, underline: {} }) })];
}

function wordsOf({ text, reading }: Run, look: IRunOptions): TextRun[] {
  return reading === undefined ? textRuns(text, look) : [new RubyRun(text, reading, look)];
}

/** A footnote of Word's own, which Word numbers. */
export function footnoteOf(words: string): FootnoteReferenceRun {
  return new FootnoteReferenceRun({ children: [new Paragraph({ children: textRuns(words, { size: 17 }) })] });
}

const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];

/** A real heading of Word, with its bookmark. */
export function headingOf(
  heading: Omit<Heading, "kind">,
  more: IParagraphOptions = {},
  look: IRunOptions = {},
): Paragraph {
  const runs = textRuns(heading.text, look);
  const children =
    heading.anchor === undefined ? runs : [new Bookmark({ id: bookmarkOf(heading.anchor), children: runs })];
  return new Paragraph({
    ...more,
    heading: levels[Math.min(heading.level, levels.length) - 1] ?? HeadingLevel.HEADING_6,
    children,
  });
}
