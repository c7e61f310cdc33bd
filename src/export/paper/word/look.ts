import {
  AlignmentType,
  BorderStyle,
  LevelFormat,
  type IParagraphStylePropertiesOptions,
  type IStylesOptions,
  type ITableBordersOptions,
} from "docx";
import type { Hue } from "../hues.ts";
import type { Paper } from "../paper.ts";

/** Fonts that Windows has on every office desk; where they are missing, Word takes its own Gothic. */
export const font = {
  ascii: "BIZ UDPゴシック",
  eastAsia: "BIZ UDPゴシック",
  hAnsi: "BIZ UDPゴシック",
  cs: "BIZ UDPゴシック",
};

/** A4 in twentieths of a point, and its margins. */
export const pageSize = { width: 11_906, height: 16_838 };
export const margins = { top: 1_250, bottom: 1_080, left: 1_080, right: 1_080, header: 620, footer: 560 };
/** Width between the margins. */
export const textWidth = pageSize.width - margins.left - margins.right;
/** The same where pages lie on their long side. */
export const landscapeWidth = pageSize.height - margins.left - margins.right;

/** The width that a paper's lines have. */
export function textWidthOf({ isLandscape }: Pick<Paper, "isLandscape">): number {
  return isLandscape ? landscapeWidth : textWidth;
}

/** A colour as Word writes it. */
export function plain(color: string): string {
  return color.replace("#", "").toUpperCase();
}

export function fillOf(color: string): { fill: string; color: string; type: "clear" } {
  return { fill: plain(color), color: "auto", type: "clear" };
}

export const noLines: ITableBordersOptions = Object.fromEntries(
  ["top", "bottom", "left", "right", "insideHorizontal", "insideVertical"].map((side) => [
    side,
    { style: BorderStyle.NONE, size: 0, color: "auto" },
  ]),
);

export function ruled(hue: Hue): ITableBordersOptions {
  const line = { style: BorderStyle.SINGLE, size: 4, color: "B8B8B8" };
  return { ...noLines, top: { ...line, color: plain(hue.strong) }, bottom: line, insideHorizontal: line };
}

function heading(size: number, color: string, paragraph: IParagraphStylePropertiesOptions) {
  return { run: { font, size, bold: true, color: plain(color) }, paragraph: { keepNext: true, ...paragraph } };
}

/** Space below a paragraph, in twentieths of a point. */
export const paragraphGap = 80;

/** Space around headings, level by level. */
export const headingSpaces = [
  { before: 0, after: 240 },
  { before: 280, after: 140 },
  { before: 200, after: 100 },
  { before: 0, after: 60 },
  { before: 180, after: 80 },
  { before: 140, after: 60 },
] as const;

/** Type of headings in half points, level by level. */
const headingTypes = [40, 26, 22, 30, 22, 20] as const;
/** The same in points. */
export const headingSizes = headingTypes.map((half) => half / 2);

/** Word's own styles, so that its navigation, its contents and screen readers know every heading. */
export function stylesOf(house: Hue): IStylesOptions {
  return {
    default: {
      document: {
        run: { font, size: 20, color: "333333", language: { value: "ja-JP", eastAsia: "ja-JP" } },
        paragraph: { spacing: { line: 300, lineRule: "auto", after: paragraphGap } },
      },
      title: { run: { font, size: 60, bold: true } },
      heading1: heading(headingTypes[0], house.strong, {
        spacing: headingSpaces[0],
        border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: plain(house.strong), space: 6 } },
      }),
      heading2: heading(headingTypes[1], house.strong, { spacing: headingSpaces[1] }),
      heading3: heading(headingTypes[2], house.strong, { spacing: headingSpaces[2] }),
      heading4: heading(headingTypes[3], house.strong, { spacing: headingSpaces[3] }),
      heading5: heading(headingTypes[4], house.strong, { spacing: headingSpaces[4] }),
      heading6: heading(headingTypes[5], house.strong, { spacing: headingSpaces[5] }),
    },
  };
}

/**
 * Entries of the contents, level by level. Said in the file and with lines of a fixed height, since every program has its own idea
 * of entries that no file speaks of, and the pages after the contents depend on it.
 */
export const contentsStyles = [0, 1, 2, 3].map((level) => ({
  id: `TOC${level + 1}`,
  name: `toc ${level + 1}`,
  basedOn: "Normal",
  next: "Normal",
  run: { size: 19, bold: level === 0 },
  paragraph: {
    indent: { left: 220 * level },
    spacing: { before: level === 0 ? 60 : 0, after: 0, line: 250, lineRule: "exact" as const },
  },
}));

type Format = (typeof LevelFormat)[keyof typeof LevelFormat];

/** How Word counts the signs of official documents; `itemSign` of the kernel says the same in words. */
export const signFormats: readonly { readonly format: Format; readonly before?: string; readonly after?: string }[] = [
  { format: LevelFormat.DECIMAL, before: "第" },
  { format: LevelFormat.DECIMAL },
  { format: LevelFormat.DECIMAL, before: "(", after: ")" },
  { format: LevelFormat.AIUEO_FULL_WIDTH },
  { format: LevelFormat.AIUEO_FULL_WIDTH, before: "(", after: ")" },
  { format: LevelFormat.LOWER_LETTER },
  { format: LevelFormat.LOWER_LETTER, before: "(", after: ")" },
];

/** Plain lists, three deep, and those with the signs of official documents. */
export const numbering = {
  config: [
    { reference: "bullets", levels: levelsOf(LevelFormat.BULLET, () => "・") },
    { reference: "numbers", levels: levelsOf(LevelFormat.DECIMAL, (level) => `%${level + 1}.`) },
    { reference: "articles", levels: signLevels(signFormats) },
    { reference: "items", levels: signLevels(signFormats.slice(1)) },
  ],
};

function signLevels(formats: typeof signFormats) {
  return formats.map(({ format, before = "", after = "" }, level) => ({
    level,
    format,
    text: `${before}%${level + 1}${after}`,
    alignment: AlignmentType.START,
    style: { run: { font }, paragraph: { indent: { left: 460 + 320 * level, hanging: 460 } } },
  }));
}

function levelsOf(format: (typeof LevelFormat)[keyof typeof LevelFormat], textOf: (level: number) => string) {
  return [0, 1, 2].map((level) => ({
    level,
    format,
    text: textOf(level),
    alignment: AlignmentType.START,
    style: { run: { font }, paragraph: { indent: { left: 280 * (level + 1), hanging: 240 } } },
  }));
}
