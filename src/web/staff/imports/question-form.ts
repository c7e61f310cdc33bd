import type { Answer, Answers, Question } from "#domain/plan/index.ts";
import { parseJapaneseNumber } from "#kernel/japanese-number.ts";
import type { Refusal } from "#kernel/result.ts";
import { text } from "#web/visit.ts";

/** What a form of questions said: answers, and what could not be read of them. */
export interface AnsweredForm {
  readonly answers: Answers;
  readonly refusal?: Refusal;
}

/**
 * Reads the answers of a form. One with 「同じ形の値すべてに」 also answers the other open questions of its shape that
 * allow the same choice and were not answered themselves.
 */
export function answersIn(form: FormData, asked: readonly Question[], open: readonly Question[]): AnsweredForm {
  const answers: Record<string, Answer> = {};
  const fields: Record<string, string> = {};
  for (const question of asked) {
    const choice = text(form, `answer-${question.id}`);
    if (choice === "own") {
      const own = ownIn(form, question);
      if (own) answers[question.id] = own;
      else fields[`own-value-${question.id}`] = `「${question.text}」の数値を、数字で入力してください。`;
    } else if (choice !== "") answers[question.id] = { choice };
  }
  for (const question of asked) {
    const answer = answers[question.id];
    if (answer && answer.choice !== "own" && text(form, `same-${question.id}`) === "1")
      spread(answer, question, { open, answers });
  }
  if (Object.keys(fields).length === 0) return { answers };
  return {
    answers,
    refusal: {
      code: "ownValue",
      message: "読み取れない数値があります。",
      remedy: "下の項目を直してください。ほかの答えは保存しました。",
      fields,
    },
  };
}

function ownIn(form: FormData, question: Question): Answer | undefined {
  const number = parseJapaneseNumber(text(form, `own-value-${question.id}`));
  if (!number) return undefined;
  const said = text(form, `own-accumulation-${question.id}`);
  const accumulation = said === "cumulative" || said === "pointInTime" ? said : "singleYear";
  return { choice: "own", own: { value: number.value, unit: text(form, `own-unit-${question.id}`), accumulation } };
}

function spread(
  answer: Answer,
  from: Question,
  { open, answers }: { readonly open: readonly Question[]; readonly answers: Record<string, Answer> },
): void {
  for (const question of open) {
    const fits =
      question.kind === from.kind &&
      question.shape === from.shape &&
      question.options.some(({ key }) => key === answer.choice);
    if (fits) answers[question.id] ??= answer;
  }
}
