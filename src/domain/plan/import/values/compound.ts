import { halfWidth } from "#kernel/japanese-number.ts";
import { findYear } from "#kernel/japanese-year.ts";
import { measuresIn, type Measure } from "./measure.ts";

/** 「高校の入学者数40人(2014年度)→年40人(2019年度)」: an indicator with its values in one cell, taken apart. */
export interface Compound {
  readonly name: string;
  readonly baseline: CompoundValue;
  readonly target: CompoundValue;
}

export interface CompoundValue {
  readonly words: string;
  readonly measure: Measure | undefined;
  readonly year: number | undefined;
}

const arrow = /\s*(?:→|⇒|➡|->)\s*/u;
const trailingYear = /[(（]([^()（）]*)[)）]\s*$/u;

/** The parts of a compound cell, or undefined when the cell is an ordinary name. Proposed to the clerk, never applied unasked. */
export function splitCompound(text: string): Compound | undefined {
  const [before, after, ...more] = halfWidth(text).split(arrow);
  if (before === undefined || after === undefined || more.length > 0) return undefined;
  const first = withoutYear(before);
  const measure = measuresIn(first.words).at(-1);
  if (!measure || measure.end !== first.words.length || measure.start === 0) return undefined;
  const second = withoutYear(after);
  const baseline = { words: first.words.slice(measure.start).trim(), measure, year: first.year };
  return {
    name: first.words.slice(0, measure.start).trim(),
    baseline,
    target: { ...second, measure: measuresIn(second.words)[0] },
  };
}

function withoutYear(text: string): { readonly words: string; readonly year: number | undefined } {
  const year = findYear(trailingYear.exec(text)?.[1] ?? "")?.year;
  return { words: (year === undefined ? text : text.replace(trailingYear, "")).trim(), year };
}
