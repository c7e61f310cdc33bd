import type { ReactNode } from "react";
import { askingLabels, askings, questionKeys, questionLabels, type RoundWords } from "#domain/consultations/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { Choices, TextArea } from "#web/ui/forms.tsx";
import { TableFrame } from "#web/ui/parts.tsx";

interface Props {
  readonly round: RoundWords;
  readonly refusal: Refusal | undefined;
}

const texts = [
  { name: "purpose", label: "趣旨", hint: "何の案に、なぜ意見を求めるか。" },
  { name: "viewingPlaces", label: "案を見られる場所", hint: "課の窓口、図書館、公民館など。" },
  {
    name: "eligibility",
    label: "提出できる人",
    hint: "市内に住む人、働く人、学ぶ人、事務所のある人、利害関係のある人など。",
  },
  {
    name: "methods",
    label: "提出方法",
    hint: "市のホームページ、郵送（締切日の消印まで有効か）、ファックス、電子メール、窓口。",
  },
  { name: "destination", label: "提出先", hint: "課の名前、郵便番号と住所、ファックスの番号、メールアドレス。" },
  { name: "notes", label: "留意事項", hint: "電話と口頭では受け付けないこと、個別には回答しないことなど。" },
  { name: "publicationWay", label: "公表の方法", hint: "意見の概要と市の考え方を、いつごろ、どこで公表するか。" },
] as const;

/** What a public comment round asks of who makes it (実施要領). */
export function RoundFields({ round, refusal }: Props): ReactNode {
  return (
    <>
      <TextArea
        name="shortPeriodReason"
        label="期間が30日を下回る理由"
        hint="30日以上（初日を含めて数えます）のときは、書かなくてかまいません。書くと公表されます。"
        rows={2}
        value={round.shortPeriodReason}
        refusal={refusal}
      />
      {texts.map((field) => (
        <TextArea key={field.name} {...field} rows={3} value={round[field.name]} refusal={refusal} />
      ))}
      <Choices
        name="accepts"
        label="このサイトでの受付"
        kind="checkbox"
        options={[
          { value: "web", label: "公開ページの入力フォームで受け付ける" },
          { value: "files", label: "ファイルの添付を受け付ける" },
        ]}
        chosen={[...(round.acceptsWeb ? ["web"] : []), ...(round.acceptsFiles ? ["files"] : [])]}
      />
      <QuestionTable round={round} refusal={refusal} />
    </>
  );
}

function QuestionTable({ round, refusal }: Props): ReactNode {
  const error = refusal?.fields?.["questions"];
  return (
    <fieldset className="field" id="questions">
      <legend className="field-label">必要事項（提出者に尋ねること）</legend>
      <p className="field-hint">
        市の要綱に合わせます。尋ねたことは公表されません。要らないことは尋ねないのが原則です。
      </p>
      {error && <p className="field-error">{error}</p>}
      <TableFrame label="必要事項">
        <table className="table">
          <caption className="visually-hidden">尋ねることと、必須・任意・尋ねないの別</caption>
          <thead>
            <tr>
              <th scope="col">尋ねること</th>
              {askings.map((asking) => (
                <th key={asking} scope="col">
                  {askingLabels[asking]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {questionKeys.map((key) => (
              <tr key={key}>
                <th scope="row">{questionLabels[key]}</th>
                {askings.map((asking) => (
                  <td key={asking}>
                    <input
                      type="radio"
                      name={`question-${key}`}
                      value={asking}
                      defaultChecked={round.questions[key] === asking}
                      aria-label={`${questionLabels[key]}：${askingLabels[asking]}`}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </fieldset>
  );
}
