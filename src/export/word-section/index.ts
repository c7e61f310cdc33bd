import { Document, Paragraph, HeadingLevel, type IParagraphStyleOptions } from "docx";
import { normalised, type RichText } from "#kernel/rich-text.ts";
import { hueOf } from "../paper/hues.ts";
import { margins, pageSize, stylesOf } from "../paper/word/look.ts";
import { packedFiles } from "../paper/word/packed-files.ts";
import { corePropertiesOf } from "../paper/word/properties.ts";
import { textRuns } from "../paper/word/runs.ts";
import { archived, steady } from "../paper/word/steady.ts";
import { carried, deepestItem } from "../word-reading/carried.ts";
import { originNote, type FileOrigin, type TextMark } from "../word-reading/marks.ts";
import { BlockWriting } from "./blocks.ts";
import type { Notes } from "./notes.ts";

/** A section to be edited in Word. */
export interface SectionForWord {
  readonly title: string;
  /** 1 is a chapter; 3 is the deepest. */
  readonly depth: number;
  readonly body: RichText;
  /** By which the text is known when it comes back. */
  readonly mark?: TextMark;
  /** It is a text of the section before it, under a heading of its own. */
  readonly isText?: boolean;
}

export interface SectionsForWord {
  readonly city: string;
  readonly version: string;
  /** YYYY-MM-DD */
  readonly madeOn: string;
  /** A section, or a chapter with those below it. */
  readonly sections: readonly SectionForWord[];
  /** The manuscript that they are of. */
  readonly origin?: FileOrigin;
}

/**
 * Sections as a Word file (.docx) for the office to edit; `readWordFile` reads the same sections back. References and figures are
 * content controls. The same sections give the same bytes.
 */
export function sectionsAsWord({ city, version, madeOn, sections, origin }: SectionsForWord): Uint8Array<ArrayBuffer> {
  const writing = new BlockWriting();
  if (origin) writing.notes.note(originNote, origin);
  const title = sections[0]?.title ?? "";
  const children = sections.flatMap((section) => [
    headingOf(section, writing.notes),
    ...writing.blocks(normalised(section.body).content),
  ]);
  const document = new Document({
    title,
    creator: city,
    styles: { ...stylesOf(hueOf(0)), paragraphStyles: ownStyles },
    customProperties: writing.notes.all(),
    sections: [{ properties: { page: { size: pageSize, margin: margins } }, children }],
  });
  const core = corePropertiesOf({ title, city, version, madeOn });
  const properties = { path: "docProps/core.xml", data: core };
  return archived(steady(packedFiles(document, [properties])));
}

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];

function headingOf({ title, depth, mark, isText }: SectionForWord, notes: Notes): Paragraph {
  const look = isText ? { style: "TextHeading" } : { heading: headings[depth - 1] ?? HeadingLevel.HEADING_3 };
  return new Paragraph({ ...look, children: mark ? notes.heading(mark, textRuns(title)) : textRuns(title) });
}

const depths = Array.from({ length: deepestItem + 1 }, (_, depth) => depth);

function styleOf(id: string, name: string, more: Partial<IParagraphStyleOptions> = {}): IParagraphStyleOptions {
  return { id, name, basedOn: "Normal", quickFormat: true, ...more };
}

/** Styles that say what Word has no word for. */
const ownStyles: IParagraphStyleOptions[] = [
  styleOf("TextHeading", carried.textHeading, {
    run: { bold: true, size: 24 },
    paragraph: { keepNext: true, spacing: { before: 240, after: 80 } },
  }),
  styleOf("TableHead", carried.tableHead, { run: { bold: true } }),
  ...depths.flatMap((depth) => [
    styleOf(`TableCaption${depth}`, carried.tableCaption(depth), {
      run: { bold: true, size: 18 },
      paragraph: { keepNext: true, spacing: { before: 120, after: 40 } },
    }),
    styleOf(`FigurePlace${depth}`, carried.figure(depth), { run: { color: "5B5B5B" } }),
    ...(depth === 0
      ? []
      : ([3, 4] as const).map((level) =>
          styleOf(`ItemHeading${level}x${depth}`, carried.itemHeading(level, depth), { run: { bold: true } }),
        )),
    ...(depth === 0
      ? []
      : [
          styleOf(`ItemText${depth}`, carried.itemText(depth), {
            paragraph: { indent: { left: 460 + 320 * (depth - 1) } },
          }),
        ]),
  ]),
];
