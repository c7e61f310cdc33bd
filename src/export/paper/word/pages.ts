import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Footer,
  Header,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TabStopType,
  TextRun,
  type IBordersOptions,
  type ISectionOptions,
} from "docx";
import { hueOf, type Hue } from "../hues.ts";
import { wrapped } from "../wrapped.ts";
import type { Block, Cover, Opening, Paper, Part, Spread } from "../paper.ts";
import { wordBlocks, type WordBlock } from "./blocks.ts";
import { chartsOf } from "./charts.ts";
import { mastheadOf } from "./masthead.ts";
import { fillOf, margins, pageSize, plain, textWidth, textWidthOf } from "./look.ts";
import { bookmarkOf, headingOf, textRuns } from "./runs.ts";

type Start = (typeof SectionType)[keyof typeof SectionType];

/** Pages that begin where `start` says. */
export function sectionOf(
  { isLandscape }: Pick<Paper, "isLandscape">,
  start: Start,
  children: ISectionOptions["children"],
): ISectionOptions {
  const size = isLandscape ? { ...pageSize, orientation: PageOrientation.LANDSCAPE } : pageSize;
  return { properties: { page: { size, margin: margins }, type: start }, children: [...children] };
}

/** The same with the paper's running head and foot, which all sections after it go on with. */
export function withRunningHead(paper: Paper, section: ISectionOptions): ISectionOptions {
  return { ...section, headers: { default: headOf(paper) }, footers: { default: footOf(paper) } };
}

function headOf(paper: Paper): Header {
  const { title, marks } = paper;
  const stamps = marks.map(
    (mark) =>
      new TextRun({
        text: ` ${mark} `,
        bold: true,
        size: 16,
        color: "B3261E",
        border: { style: BorderStyle.SINGLE, size: 6, color: "B3261E", space: 1 },
      }),
  );
  return new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: textWidthOf(paper) }],
        children: [...textRuns(`${title}\t`, { size: 16, color: "5B5B5B" }), ...stamps],
      }),
    ],
  });
}

function footOf(paper: Paper): Footer {
  const small = { size: 16, color: "5B5B5B" };
  const number = new TextRun({ children: [PageNumber.CURRENT], bold: true, size: 20 });
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: textWidthOf(paper) }],
        children: [...textRuns(`${paper.city}　${paper.version}\t`, small), number],
      }),
    ],
  });
}

/** A part as sections: its own pages, then for each opening and spread a section that begins on a left page. */
export function partSections(paper: Paper, part: Part): ISectionOptions[] {
  const house = hueOf(0);
  const faces = part.blocks.some(({ kind }) => kind === "opening" || kind === "spread");
  const sections: ISectionOptions[] = [];
  const head = paper.cover === null && part === paper.parts[0] ? headOfFirst(paper) : [];
  let flow: WordBlock[] = [
    ...head,
    headingOf({ level: 1, text: part.title }, part.flowsOn ? { spacing: { before: 480 } } : {}),
  ];
  const usual = part.flowsOn ? SectionType.CONTINUOUS : SectionType.NEXT_PAGE;
  let start: Start = faces ? SectionType.ODD_PAGE : usual;
  const close = () => {
    if (flow.length > 0) sections.push(sectionOf(paper, start, flow));
    flow = [];
  };
  for (const block of part.blocks) {
    const facing = facingPages(block);
    if (facing) {
      close();
      start = SectionType.EVEN_PAGE;
    }
    flow.push(...(facing ?? wordBlocks(block, house)));
  }
  close();
  return sections;
}

function headOfFirst(paper: Paper): WordBlock[] {
  return paper.masthead ? mastheadOf(paper.masthead) : officeHead(paper);
}

/** Day and city above the title of a document without cover. */
function officeHead({ version, city }: Paper): Paragraph[] {
  return [version, city].map(
    (text) =>
      new Paragraph({ alignment: AlignmentType.END, spacing: { before: 0, after: 60 }, children: textRuns(text) }),
  );
}

function facingPages(block: Block): WordBlock[] | undefined {
  if (block.kind === "opening") return openingOf(block);
  return block.kind === "spread" ? spreadOf(block) : undefined;
}

function openingOf(opening: Opening): WordBlock[] {
  const hue = hueOf(opening.hue);
  const { heading, label } = opening;
  const title = headingOf(
    { ...heading, text: `${label}　${heading.text}` },
    {
      shading: fillOf(hue.strong),
      border: edges(hue, ["top", "bottom", "left", "right"], 14),
      spacing: { before: 3_000, after: 0, line: 560 },
      indent: { left: 320, right: 320 },
    },
    { color: "FFFFFF", size: sizeInOneLine(`${label}　${heading.text}`) },
  );
  return [
    title,
    space(400),
    ...opening.left.flatMap((block) => wordBlocks(block, hue)),
    turned(),
    ...opening.right.flatMap((block) => wordBlocks(unlisted(block), hue)),
  ];
}

/** Twenty points, or less where a long title would else part within a word. In half points. */
function sizeInOneLine(text: string): number {
  const room = (textWidth - 640) / 10 - 8; // between the indents, in half points
  return Math.max(28, Math.min(40, Math.floor(room / text.length)));
}

/** A heading as a lead: below a goal, the contents are to list its measures alone. */
function unlisted(block: Block): Block {
  return block.kind === "heading" ? { kind: "text", tone: "lead", runs: [{ text: block.text }] } : block;
}

function spreadOf(spread: Spread): WordBlock[] {
  const hue = hueOf(spread.hue);
  const name = spread.code === "" ? spread.heading.text : `${spread.code}　${spread.heading.text}`;
  return [
    ...bandOf(spread, hue),
    ...spread.left.flatMap((block) => wordBlocks(block, hue)),
    ...chartsOf(spread.charts, hue),
    turned(name, hue),
    ...spread.right.flatMap((block) => wordBlocks(block, hue)),
  ];
}

/** The coloured head of a measure: paragraphs of one ground, since Word's navigation does not look into tables. */
function bandOf(spread: Spread, hue: Hue): WordBlock[] {
  const ground = { shading: fillOf(hue.strong), indent: { left: 160, right: 160 } };
  const text = `${spread.code === "" ? "" : `${spread.code}　`}${spread.heading.text}`;
  const badges = spread.badges.map((badge) => `［${badge}］`);
  const facts = [...badges, ...spread.facts.map((fact) => `${fact.name}　${fact.text}`)].join("　　");
  const foot =
    facts === ""
      ? []
      : [
          new Paragraph({
            ...ground,
            border: edges(hue, ["left", "right", "bottom"], 7),
            spacing: { after: 220, line: 280 },
            children: textRuns(facts, { color: "FFFFFF", size: 17 }),
          }),
        ];
  return [
    ...trailOf(spread, hue),
    headingOf(
      { ...spread.heading, text },
      { ...ground, border: edges(hue, ["top", "left", "right"], 7), spacing: { before: 80, after: 0, line: 420 } },
      { color: "FFFFFF" },
    ),
    ...foot,
  ];
}

/** A rim in the ground's own colour: Word fills a paragraph only as far as its text and its borders. */
function edges(hue: Hue, sides: readonly ("top" | "bottom" | "left" | "right")[], gap: number): IBordersOptions {
  const line = { style: BorderStyle.SINGLE, size: 4, color: plain(hue.strong), space: gap };
  return Object.fromEntries(sides.map((side) => [side, line]));
}

/** The way from the goal: a step that begins a branch is a heading, the others are words. */
function trailOf({ trail }: Spread, hue: Hue): WordBlock[] {
  const words = trail
    .filter(({ level }) => level === null)
    .map(({ text }) => text)
    .join("　›　");
  const headings = trail.flatMap(({ text, level, anchor }) =>
    level === null
      ? []
      : [
          headingOf(
            { level, text, ...(anchor !== null && { anchor }) },
            { spacing: { before: 0, after: 60 } },
            { color: plain(hue.strong), size: 18 },
          ),
        ],
  );
  return words === ""
    ? headings
    : [
        new Paragraph({ spacing: { after: 40 }, children: textRuns(words, { size: 17, color: plain(hue.strong) }) }),
        ...headings,
      ];
}

/** The facing page, with the title again as a thin line. */
function turned(name = "", hue?: Hue): Paragraph {
  const line = hue && {
    border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: plain(hue.strong), space: 4 } },
  };
  return new Paragraph({
    pageBreakBefore: true,
    ...line,
    children: textRuns(name, { bold: true, size: 18, ...(hue && { color: plain(hue.strong) }) }),
  });
}

function space(after: number): Paragraph {
  return new Paragraph({ spacing: { before: 0, after }, children: [] });
}

/** The cover: name on the house's colour, then version, period and day. */
export function coverSection(paper: Paper, cover: Cover): ISectionOptions {
  const house = hueOf(0);
  const ground = {
    shading: fillOf(house.strong),
    border: edges(house, ["left", "right"], 14),
    indent: { left: 320, right: 320 },
  };
  const line = (text: string, size: number, spacing: object) =>
    new Paragraph({
      ...ground,
      spacing: { line: 360, ...spacing },
      children: textRuns(text, { size, bold: true, color: "FFFFFF" }),
    });
  const vision =
    cover.vision === ""
      ? []
      : [line(wrapped(cover.vision, 26).join("\n"), 28, { before: 0, after: 0 }), line("", 28, {})];
  const marks = paper.marks.map(
    (mark) =>
      new TextRun({
        text: ` ${mark} `,
        bold: true,
        size: 32,
        color: "B3261E",
        border: { style: BorderStyle.SINGLE, size: 8, color: "B3261E", space: 2 },
      }),
  );
  const title = new Paragraph({
    ...ground,
    style: "Title",
    spacing: { before: 0, after: 0, line: 760 },
    children: textRuns(wrapped(paper.title, 14).join("\n"), { color: "FFFFFF" }),
  });
  const foot = [paper.version, ...cover.lines, paper.city].map(
    (text, index) =>
      new Paragraph({
        alignment: AlignmentType.START,
        children: textRuns(text, { size: index === 0 ? 30 : 23, bold: index === 0 }),
      }),
  );
  const children = [
    space(600),
    line("", 28, {}),
    line(paper.city, 30, {}),
    title,
    line("", 28, {}),
    ...vision,
    space(3_200),
    new Paragraph({ spacing: { after: 300 }, children: marks }),
    ...foot,
  ];
  return { properties: { page: { size: pageSize, margin: margins } }, children };
}

/** Where a reader's program jumps to from the contents. */
export function contentsTitle(): Paragraph {
  return new Paragraph({
    style: "ContentsTitle",
    children: [new Bookmark({ id: bookmarkOf("contents"), children: textRuns("目次") })],
  });
}
