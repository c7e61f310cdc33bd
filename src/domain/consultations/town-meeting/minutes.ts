import { ageBands, senderKinds } from "#domain/voices/index.ts";

/** Minutes (記録) of a venue: opening, explanation, then questions and answers in order. No names. */
export interface MinutesWords {
  readonly cityPeople: number | null;
  /** あいさつ */
  readonly opening: string;
  /** 説明 */
  readonly explanation: string;
  readonly closing: string;
}

export interface Minutes extends MinutesWords {
  readonly venueId: string;
  readonly version: number;
  readonly approvedAt: Date | null;
  readonly exchanges: readonly Exchange[];
}

/** Exchange (質疑): what somebody (市民) said, and what the city (市) answered there and then. */
export interface ExchangeWords {
  readonly question: string;
  readonly answer: string;
}

export interface Exchange extends ExchangeWords {
  readonly id: string;
  /** The voice that the question is in the ledger, once the minutes are approved. */
  readonly voice: { readonly id: string; readonly number: number } | null;
  /** The topic to which the answer was offered as a draft. */
  readonly topicId: string | null;
}

/** By what attendance (参加者数) is counted. */
export const attendanceDimensions = ["age", "district", "kind"] as const;

export type AttendanceDimension = (typeof attendanceDimensions)[number];

/** The labels of a dimension, in their order; what nobody asked is 「わからない」. */
export function attendanceLabels(dimension: AttendanceDimension, districts: readonly string[]): readonly string[] {
  const known = { age: ageBands, kind: senderKinds, district: districts }[dimension];
  return [...known, unknown];
}

const unknown = "わからない";

export interface AttendanceCount {
  readonly dimension: AttendanceDimension;
  readonly label: string;
  readonly people: number;
}

const turn = /^\s*(?:問|市民|参加者|質問|Q|Ｑ)\s*[\d０-９]*\s*[:：．.]\s*/u;
const reply = /^\s*(?:答|市|回答|A|Ａ)\s*[\d０-９]*\s*[:：．.]\s*/u;

/**
 * Questions and answers out of lines as somebody typed them at the venue: 「市民：…」 opens an exchange, 「市：…」 answers it, lines
 * without a speaker go on with what stands before. What stands before the first speaker is a question.
 */
export function exchangesIn(text: string): ExchangeWords[] {
  const found: { question: string; answer: string; isAnswer: boolean }[] = [];
  for (const line of text.split(/\r?\n/).filter((each) => each.trim() !== "")) {
    const last = found.at(-1);
    if (turn.test(line) || !last) found.push({ question: line.replace(turn, "").trim(), answer: "", isAnswer: false });
    else if (reply.test(line))
      Object.assign(last, { answer: joined(last.answer, line.replace(reply, "")), isAnswer: true });
    else if (last.isAnswer) last.answer = joined(last.answer, line);
    else last.question = joined(last.question, line);
  }
  return found.filter(({ question }) => question !== "").map(({ question, answer }) => ({ question, answer }));
}

function joined(before: string, line: string): string {
  return before === "" ? line.trim() : `${before}\n${line.trim()}`;
}
