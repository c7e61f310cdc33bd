import type { AnswerLine } from "#domain/voices/index.ts";

/** One line of a table of answers as papers need it: made of the ledger, or read from a publication. */
export interface AnswerRow {
  readonly number: number;
  readonly place: string;
  readonly title: string;
  readonly points: number;
  readonly response: string;
  readonly category: { readonly symbol: string; readonly name: string } | null;
  readonly decision: { readonly body: string; readonly decidedOn: string | null } | null;
  readonly changes: readonly AnswerChange[];
}

interface AnswerChange {
  readonly code: string;
  readonly title: string;
  readonly fieldLabel: string;
  readonly before: string;
  readonly after: string;
}

/** The ledger's lines as rows. */
export function answerRows(lines: readonly AnswerLine[]): AnswerRow[] {
  return lines.map(({ topic, response, category, decision, changes }) => ({
    number: topic.number,
    place: topic.place,
    title: topic.title,
    points: topic.points,
    response: response?.content ?? "",
    category: category ?? null,
    decision: decision ?? null,
    changes,
  }));
}
