import type { ReactNode } from "react";
import { questionLabels, type QuestionKey } from "#domain/consultations/published.ts";
import { ageBands, senderKinds, senderQuestions } from "#domain/consultations/submissions.ts";
import type { Refusal } from "#kernel/result.ts";
import { Choices, SelectField, TextField, type TextFieldProps } from "#web/ui/forms.tsx";
import { PublicForm } from "#web/ui/public-form.tsx";
import { hiddenOf, type Entered } from "./entered.ts";
import { formAction, FormFrame, type FormPageProps } from "./form-frame.tsx";

interface Props extends FormPageProps {
  readonly entered: Entered;
  readonly refusal?: Refusal | undefined;
}

/** The second page: what the city's rule asks of the sender. */
export function SenderPage({ site, edition, entered, refusal }: Props): ReactNode {
  const { detail } = edition.snapshot;
  const asked = senderQuestions.filter((key) => detail.questions[key] !== "notAsked");
  return (
    <FormFrame site={site} edition={edition} title="あなたについて" step="sender" hasFault={refusal !== undefined}>
      <p className="prose mt-6">
        {asked.length === 0
          ? "尋ねることはありません。そのまま進んでください。"
          : "ここで答えたことは、公表されません。年代や区分は、人数だけを集計して公表します。"}
      </p>
      <PublicForm action={formAction({ site, edition })} refusal={refusal} hidden={hiddenOf(entered, asked)}>
        <input type="hidden" name="step" value="sender" />
        {asked.map((key) => (
          <Question
            key={key}
            name={key}
            label={questionLabels[key]}
            value={entered.comment[key]}
            required={detail.questions[key] === "required"}
            refusal={refusal}
            districts={detail.districts}
          />
        ))}
        <p className="actions">
          <button className="button" name="go" value="next">
            確認へ進む
          </button>
          <button className="button button-secondary" name="go" value="back">
            意見へ戻る
          </button>
        </p>
      </PublicForm>
    </FormFrame>
  );
}

interface QuestionProps {
  readonly name: QuestionKey;
  readonly label: string;
  readonly value: string;
  readonly required: boolean;
  readonly refusal: Refusal | undefined;
  readonly districts: readonly { readonly id: string; readonly name: string }[];
}

const textHelp: Readonly<
  Partial<Record<QuestionKey, Pick<TextFieldProps, "type" | "inputMode" | "autoComplete" | "hint">>>
> = {
  name: { autoComplete: "name", hint: "法人や団体のときは、代表する人の氏名" },
  organisation: { autoComplete: "organization", hint: "法人や団体として送るときだけ" },
  address: { autoComplete: "street-address", hint: "例：みほん市中央1-2-3" },
  phone: { type: "tel", inputMode: "tel", autoComplete: "tel" },
  email: { type: "email", inputMode: "email", autoComplete: "email" },
};

function Question({ districts, ...field }: QuestionProps): ReactNode {
  const shared = { ...field, label: field.required ? field.label : `${field.label}（任意）` };
  const chosen = field.value === "" ? [] : [field.value];
  if (field.name === "senderKind")
    return <Choices {...shared} options={senderKinds.map((kind) => ({ value: kind, label: kind }))} chosen={chosen} />;
  if (field.name === "ageBand")
    return (
      <SelectField {...shared} blank="答えない" options={ageBands.map((band) => ({ value: band, label: band }))} />
    );
  if (field.name === "district")
    return (
      <SelectField
        {...shared}
        blank="答えない"
        options={districts.map(({ id, name }) => ({ value: id, label: name }))}
      />
    );
  return <TextField {...shared} {...textHelp[field.name]} />;
}
