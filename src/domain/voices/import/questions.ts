import { ageBands, senderKinds, ways } from "../channel.ts";
import { wayLabels } from "../labels.ts";

/** Kinds of values about which the clerk is asked. */
export const questionKinds = [
  "sameFile",
  "saysNothing",
  "ageBand",
  "district",
  "senderKind",
  "way",
  "wishesReply",
  "wishesPublication",
] as const;

export type QuestionKind = (typeof questionKinds)[number];

/** A value that cannot be read, asked once for all rows that have it. */
export interface Question {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly value: string;
  /** The rows that have it, as Excel counts. */
  readonly rows: readonly number[];
  /** What was answered, or undefined. */
  readonly answer: string | undefined;
}

export interface AnswerChoice {
  readonly value: string;
  readonly label: string;
}

/** 空欄にする */
export const blank = "-";
/** 地区として登録する */
export const makeNew = "new";

/** What answers depend on. */
export interface Answering {
  readonly districts: readonly { readonly id: string; readonly name: string }[];
  readonly mayMakeDistricts: boolean;
}

const leaveBlank: AnswerChoice = { value: blank, label: "空欄にする" };
const take = { value: "take", label: "取り込む" };
const leaveOut = { value: "leaveOut", label: "取り込まない" };

/** What may be answered. Districts are made by those who may. */
export function choicesOf(kind: QuestionKind, { districts, mayMakeDistricts }: Answering): readonly AnswerChoice[] {
  switch (kind) {
    case "sameFile":
      return [{ value: "take", label: "別の回答なので取り込む" }];
    case "saysNothing":
      return [leaveOut, take];
    case "ageBand":
      return [leaveBlank, ...ageBands.map((band) => ({ value: band, label: band }))];
    case "senderKind":
      return [leaveBlank, ...senderKinds.map((kindOfSender) => ({ value: kindOfSender, label: kindOfSender }))];
    case "way":
      return ways.map((way) => ({ value: way, label: wayLabels[way] }));
    case "district":
      return [
        ...(mayMakeDistricts ? [{ value: makeNew, label: "新しい地区として登録する" }] : []),
        leaveBlank,
        ...districts.map(({ id, name }) => ({ value: id, label: `${name}とする` })),
      ];
    case "wishesReply":
    case "wishesPublication":
      return [
        { value: "no", label: "希望しない・公開しない" },
        { value: "yes", label: "希望する・公開してよい" },
      ];
  }
}

/** Gathers questions, one for each value, in the order in which they come up. */
export class Asker {
  readonly #rows = new Map<string, { kind: QuestionKind; value: string; rows: number[] }>();
  readonly #answers: Readonly<Record<string, string>>;

  constructor(answers: Readonly<Record<string, string>>) {
    this.#answers = answers;
  }

  /** The answer to a value, or undefined while there is none. */
  ask(kind: QuestionKind, value: string, row: number): string | undefined {
    const key = `${kind}:${value}`;
    const known = this.#rows.get(key) ?? { kind, value, rows: [] };
    known.rows.push(row);
    this.#rows.set(key, known);
    return this.#answers[key];
  }

  get questions(): Question[] {
    return [...this.#rows].map(([key, asked]) => ({ key, ...asked, answer: this.#answers[key] }));
  }
}
