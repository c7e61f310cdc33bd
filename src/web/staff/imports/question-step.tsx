import type { ReactNode } from "react";
import {
  accumulationLabels,
  answerQuestions,
  readImport,
  type Answer,
  type Answers,
  type ImportCase,
  type ImportPlan,
  type Question,
} from "#domain/plan/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { columnLetters } from "#kernel/sheet.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import { Notice } from "#web/ui/parts.tsx";
import type { Visit } from "#web/visit.ts";
import { importPath } from "./addresses.ts";
import { ImportFrame } from "./import-frame.tsx";
import { elsewhere, importOf } from "./open-import.ts";
import { answersIn } from "./question-form.ts";

/** Kinds of questions on one page; more would tire anyone, and the rest comes after. */
const perPage = 40;

export async function showQuestions(visit: Visit): Promise<Response> {
  const theCase = await importOf(visit);
  const away = elsewhere(theCase, "questions");
  if (away) return away;
  const read = await readImport(visit.ctx, theCase);
  return questionsPage(visit, { theCase, read });
}

export async function saveAnswers(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const theCase = await importOf(visit);
  const read = await readImport(ctx, theCase);
  const { answers, refusal } = answersIn(form, read.questions, read.openQuestions);
  const saved = await answerQuestions(ctx, { id: theCase.planImport.id, answers });
  const after = await importOf(visit);
  if (!saved.ok) return questionsPage(visit, { theCase: after, read, refusal: saved.refusal });
  const left = await readImport(ctx, after);
  if (refusal) return questionsPage(visit, { theCase: after, read: left, refusal });
  const path = importPath(
    after.plan.slug,
    after.planImport.id,
    left.openQuestions.length > 0 ? "questions" : "preview",
  );
  return onwards(path);
}

interface QuestionsPage {
  readonly theCase: ImportCase;
  readonly read: ImportPlan;
  readonly refusal?: Refusal;
}

function questionsPage(visit: Visit, { theCase, read, refusal }: QuestionsPage): Response {
  const { plan, planImport } = theCase;
  const open = read.openQuestions;
  const openIds = new Set(open.map(({ id }) => id));
  const settled = read.questions.filter(({ id }) => !openIds.has(id));
  const groups = alike(open);
  return page(
    <ImportFrame visit={visit} theCase={theCase} step="questions" title="値を確かめてください">
      <p className="prose mb-6">
        数値かどうか、言葉のままがよいかを決められない値です。勝手に決めずに、ひとつずつおたずねします。答えは保存され、次に同じ表を取り込むときにも使われます。
      </p>
      {open.length > 0 && (
        <p className="font-bold">
          答えていない確認は{open.length}件（{groups.length}種類）です。
          {groups.length > perPage && `${perPage}種類ずつお聞きします。`}
        </p>
      )}
      <Form action={importPath(plan.slug, planImport.id, "questions")} refusal={refusal} className="form mt-6">
        {open.length === 0 && (
          <Notice title="すべて答え終わりました" tone="good">
            <p>答えを直すこともできます。</p>
          </Notice>
        )}
        {groups.slice(0, perPage).map((group) => (
          <QuestionGroup key={group[0]?.id} group={group} answers={planImport.answers} refusal={refusal} />
        ))}
        {settled.length > 0 && (
          <details>
            <summary className="field-label">答えた確認（{settled.length}件）を見る・直す</summary>
            {settled.map((question) => (
              <QuestionCard
                key={question.id}
                question={question}
                answer={planImport.answers[question.id]}
                refusal={refusal}
                same={0}
              />
            ))}
          </details>
        )}
        <p className="actions">
          <button className="button">答えを保存して次へ</button>
        </p>
      </Form>
    </ImportFrame>,
    refusal ? 422 : 200,
  );
}

/** Questions of one shape together, in the order of the sheet. */
function alike(questions: readonly Question[]): (readonly Question[])[] {
  const groups = new Map<string, Question[]>();
  for (const question of questions) {
    const key = `${question.kind}\n${question.shape}`;
    const group = groups.get(key);
    if (group) group.push(question);
    else groups.set(key, [question]);
  }
  return [...groups.values()];
}

interface GroupProps {
  readonly group: readonly Question[];
  readonly answers: Answers;
  readonly refusal: Refusal | undefined;
}

/** The first of its shape, which can answer for all; the others wait folded, to be answered one by one where they differ. */
function QuestionGroup({ group: [first, ...others], answers, refusal }: GroupProps): ReactNode {
  if (!first) return null;
  return (
    <div>
      <QuestionCard question={first} answer={answers[first.id]} refusal={refusal} same={others.length} />
      {others.length > 0 && (
        <details className="mb-8 ml-4" open={others.some(({ id }) => refusal?.fields?.[`own-value-${id}`])}>
          <summary>同じ形のほかの{others.length}件を、ひとつずつ答える</summary>
          {others.map((question) => (
            <QuestionCard
              key={question.id}
              question={question}
              answer={answers[question.id]}
              refusal={refusal}
              same={0}
            />
          ))}
        </details>
      )}
    </div>
  );
}

const titles: Readonly<Record<Question["kind"], string>> = {
  value: "この値をどう読みますか",
  compound: "指標名の中に値があります。分けますか",
  goalLabel: "これは何を表しますか",
  division: "登録されていない課です",
  direction: "この指標は、どうなるのがよいですか",
  absence: "値がないのはなぜですか",
};

interface CardProps {
  readonly question: Question;
  readonly answer: Answer | undefined;
  readonly refusal: Refusal | undefined;
  readonly same: number;
}

function QuestionCard({ question, answer, refusal, same }: CardProps): ReactNode {
  const { id, kind, text, about, options } = question;
  return (
    <fieldset className="card my-4 max-w-3xl">
      <legend className="float-left w-full">
        <span className="block text-[0.875rem] text-solid-gray-700">{titles[kind]}</span>
        {about !== "" && <span className="block font-bold">{about}</span>}
        <span className="my-2 block border-l-4 border-blue-900 pl-3 text-[1.125rem]">{text}</span>
      </legend>
      <p className="clear-both text-[0.875rem] text-solid-gray-700">{placeWords(question)}</p>
      <div className="mt-2">
        {options.map(({ key, label }) => (
          <label key={key} className="choice !min-h-9">
            <input type="radio" name={`answer-${id}`} value={key} defaultChecked={answer?.choice === key} />
            <span>{label}</span>
          </label>
        ))}
        {question.allowsOwn && (
          <OwnValue question={question} answer={answer} error={refusal?.fields?.[`own-value-${id}`]} />
        )}
      </div>
      {same > 0 && (
        <label className="choice mt-2 !min-h-9 border-t border-solid-gray-200">
          <input type="checkbox" name={`same-${id}`} value="1" />
          <span>同じ形の値すべてに（ほかに{same}件）</span>
        </label>
      )}
    </fieldset>
  );
}

function placeWords({ header, places }: Question): string {
  const shown = places.slice(0, 5).map(({ row, column }) => `${columnLetters(column)}${row}`);
  return `${header}　${shown.join("、")}${places.length > shown.length ? ` ほか${places.length - shown.length}か所` : ""}`;
}

function OwnValue({
  question,
  answer,
  error,
}: {
  readonly question: Question;
  readonly answer: Answer | undefined;
  readonly error: string | undefined;
}): ReactNode {
  const { id } = question;
  const own = answer?.own;
  return (
    <div>
      <label className="choice !min-h-9">
        <input type="radio" name={`answer-${id}`} value="own" defaultChecked={answer?.choice === "own"} />
        <span>別の数値にする</span>
      </label>
      {error && (
        <p className="field-error" id={`own-value-${id}-error`}>
          {error}
        </p>
      )}
      <div className="flex flex-wrap gap-2 pl-9">
        <input
          id={`own-value-${id}`}
          name={`own-value-${id}`}
          className="input !min-h-9 !w-32 !py-1"
          inputMode="decimal"
          aria-label={`${question.text}の数値`}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `own-value-${id}-error` : undefined}
          defaultValue={own?.value}
          placeholder="数値"
        />
        <input
          name={`own-unit-${id}`}
          className="input !min-h-9 !w-24 !py-1"
          aria-label={`${question.text}の単位`}
          defaultValue={own?.unit}
          placeholder="単位"
        />
        <select
          name={`own-accumulation-${id}`}
          className="input !min-h-9 !w-36 !py-1"
          aria-label={`${question.text}の集計`}
          defaultValue={own?.accumulation ?? "singleYear"}
        >
          {Object.entries(accumulationLabels).map(([key, label]) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
