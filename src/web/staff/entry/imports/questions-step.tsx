import type { ReactNode } from "react";
import {
  answerVoiceQuestions,
  mayManageOccasions,
  voiceAnswerChoices,
  voiceImportPreview,
  voiceQuestionLabels,
  type VoiceQuestion,
} from "#domain/voices/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import { Empty, TableFrame } from "#web/ui/parts.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "../addresses.ts";
import { caseOf, elsewhere, VoiceImportFrame } from "./import-frame.tsx";

/** Values that cannot be read, each asked once. */
export async function showQuestions(visit: Visit): Promise<Response> {
  return questionsPage(visit);
}

async function questionsPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const theCase = await caseOf(visit);
  const away = elsewhere(theCase.voiceImport, "questions");
  if (away) return away;
  const { questions, districts } = await voiceImportPreview(visit.ctx, theCase);
  const answering = { districts, mayMakeDistricts: mayManageOccasions(visit.ctx.actor) };
  const element = (
    <VoiceImportFrame visit={visit} theCase={theCase} step="questions" title="読めない値を確かめる">
      {questions.length === 0 ? (
        <Empty title="確かめることはありません">
          <p>
            <a href={addressOf.import(theCase.voiceImport.id, "preview")}>内容の確認へ進む</a>
          </p>
        </Empty>
      ) : (
        <Form action={addressOf.import(theCase.voiceImport.id, "questions")} refusal={refusal}>
          <p>同じ値には、同じ答えをまとめて使います。</p>
          <TableFrame label="読めない値">
            <table className="table">
              <caption className="visually-hidden">読めない値</caption>
              <thead>
                <tr>
                  {["何の値か", "値", "行", "どう取り込むか"].map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {questions.map((question, index) => (
                  <QuestionRow
                    key={question.key}
                    question={question}
                    name={`answer-${index}`}
                    choices={voiceAnswerChoices(question.kind, answering)}
                    sent={text(visit.form, `answer-${index}`)}
                  />
                ))}
              </tbody>
            </table>
          </TableFrame>
          <p className="actions">
            <button className="button">この答えで次へ</button>
          </p>
        </Form>
      )}
    </VoiceImportFrame>
  );
  return page(element, refusal ? 422 : 200);
}

const shownRows = 5;

interface QuestionRowProps {
  readonly question: VoiceQuestion;
  readonly name: string;
  readonly choices: ReturnType<typeof voiceAnswerChoices>;
  readonly sent: string;
}

function QuestionRow({ question, name, choices, sent }: QuestionRowProps): ReactNode {
  const { key, kind, value, rows, answer } = question;
  return (
    <tr>
      <td>{voiceQuestionLabels[kind]}</td>
      {value === "" ? <td>（まとめて）</td> : <th scope="row">{value}</th>}
      <td>
        {rows.slice(0, shownRows).join("、")}
        {rows.length > shownRows && ` ほか（全${rows.length}行）`}
      </td>
      <td>
        <input type="hidden" name={`${name}-key`} value={key} />
        <select
          name={name}
          className="input !min-h-9 !w-64 !py-1"
          defaultValue={sent || (answer ?? "")}
          aria-label={`${voiceQuestionLabels[kind]} ${value}`}
        >
          <option value="">選んでください</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}

export async function saveAnswers(visit: Visit): Promise<Response> {
  const { voiceImport } = await caseOf(visit);
  const { form } = visit;
  const names = [...form.keys()].filter((name) => /^answer-\d+$/.test(name));
  const answers = Object.fromEntries(names.map((name) => [text(form, `${name}-key`), text(form, name)]));
  const { id } = voiceImport;
  const saved = await answerVoiceQuestions(visit.ctx, { id, answers });
  return saved.ok ? onwards(addressOf.import(id, "preview")) : questionsPage(visit, saved.refusal);
}
