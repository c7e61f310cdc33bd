import type { Part, Run } from "../../paper/paper.ts";
import type { ErratumLine } from "../edition.ts";

/** The heading to which the marks lead. */
export const errataAnchor = "errata";

/** 「正誤1」 */
export function erratumSign(index: number): string {
  return `正誤${index + 1}`;
}

/** The same parts with a mark behind the words that are wrong, where the erratum says that they stand. */
export function withErratumMarks(parts: readonly Part[], errata: readonly ErratumLine[] = []): readonly Part[] {
  return errata.reduce((marked, erratum, index) => withMark(marked, erratum, erratumSign(index)), parts);
}

/** A place is told in free words, so the lines are marked under whose headings most of those words stand. */
function withMark(parts: readonly Part[], { place, wrong }: ErratumLine, sign: string): readonly Part[] {
  const words = place.split(/[\s　、・]+/u).filter(Boolean);
  const scores = new Map<Lines, number>();
  eachLine(parts, (line, headings) => {
    if (wordsOf(line).includes(wrong)) scores.set(line, words.filter((word) => headings.includes(word)).length);
    return line;
  });
  const best = Math.max(0, ...scores.values());
  const marked = eachLine(parts, (line) => (scores.get(line) === best ? markedLine(line, wrong, sign) : line));
  return marked as Part[]; // the same shape: only lines have more pieces now
}

type Lines = readonly Run[];

function wordsOf(line: Lines): string {
  return line.map(({ text }) => text).join("");
}

/** The mark stands behind the words; where they are in several pieces, at the end of their line. */
function markedLine(line: Lines, wrong: string, sign: string): Run[] {
  const mark = { text: `［${sign}］`, to: errataAnchor };
  const whole = line.find(({ text }) => text.includes(wrong));
  if (!whole) return [...line, mark];
  const at = whole.text.indexOf(wrong);
  const [before, after] = [whole.text.slice(0, at), whole.text.slice(at + wrong.length)];
  const { footnote: _, ...look } = whole;
  const pieces = [
    ...(before === "" ? [] : [{ ...look, text: before }]),
    { ...look, text: wrong, isUnderlined: true },
    mark,
    ...(after === "" && whole.footnote === undefined ? [] : [{ ...whole, text: after }]),
  ];
  return line.flatMap((run) => (run === whole ? pieces : [run]));
}

/** Passes every line of text over, with the headings above it in one text. */
function eachLine(parts: readonly Part[], pass: (line: Lines, headings: string) => Lines): unknown {
  let [part, page, heading] = ["", "", ""];
  const walk = (value: unknown): unknown => {
    if (isLine(value)) return pass(value, `${part} ${page} ${heading}`);
    if (Array.isArray(value)) return value.map((item) => walk(item));
    if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
    if ("blocks" in value && "title" in value) [part, page, heading] = [String(value.title), "", ""];
    if ("heading" in value && "trail" in value && "code" in value)
      [page, heading] = [`${String(value.code)} ${textOf(value.heading)}`, ""];
    if ("kind" in value && value.kind === "heading") heading = textOf(value);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item)]));
  };
  return walk(parts);
}

function textOf(value: unknown): string {
  return typeof value === "object" && value !== null && "text" in value ? String(value.text) : "";
}

const runKeys = new Set(["text", "isBold", "isUnderlined", "href", "to", "isPage", "reading", "footnote"]);

function isLine(value: unknown): value is Lines {
  return Array.isArray(value) && value.length > 0 && value.every((item) => isRun(item));
}

function isRun(value: unknown): value is Run {
  return (
    typeof value === "object" &&
    value !== null &&
    "text" in value &&
    Object.keys(value).every((key) => runKeys.has(key))
  );
}
