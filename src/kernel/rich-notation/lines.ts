/** A line of a notation with its number among all lines, from 1. */
export interface Line {
  readonly text: string;
  readonly number: number;
}

/** What could not be read, at which line. */
export interface NotationFault {
  readonly line: number;
  readonly message: string;
}

/** Takes note of a fault. */
export type Noting = (line: number, message: string) => void;

export function linesOf(text: string, first = 1): Line[] {
  return text.split("\n").map((each, index) => ({ text: each, number: first + index }));
}

/** Faults in words, one after another; "" when there is none. */
export function faultWords(faults: readonly NotationFault[]): string {
  return faults.map(({ line, message }) => `${line}行目：${message}`).join("");
}
