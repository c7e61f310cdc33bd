import type { ReactNode } from "react";
import { longestVoice } from "#domain/consultations/submissions.ts";
import { figure } from "#kernel/figures.ts";
import type { Refusal } from "#kernel/result.ts";
import { Choices, TextArea, TextField } from "#web/ui/forms.tsx";
import { PublicForm } from "#web/ui/public-form.tsx";
import { hiddenOf, type Entered } from "./entered.ts";
import { formAction, FormFrame, type FormPageProps } from "./form-frame.tsx";

interface Props extends FormPageProps {
  readonly entered: Entered;
  readonly refusal?: Refusal | undefined;
}

/** The first page: what becomes public, said before asking; then the opinion. */
export function OpinionPage({ site, edition, entered, refusal }: Props): ReactNode {
  const { comment } = entered;
  const { questions } = edition.snapshot.detail;
  const asksPlace = questions.place !== "notAsked";
  const asked = ["text", "wishesPublication", "wishesReply", ...(asksPlace ? ["place"] : [])];
  return (
    <FormFrame site={site} edition={edition} title="意見を書く" step="opinion" hasFault={refusal !== undefined}>
      <WhatBecomesPublic />
      <PublicForm action={formAction({ site, edition })} refusal={refusal} hidden={hiddenOf(entered, asked)}>
        <input type="hidden" name="step" value="opinion" />
        {asksPlace && (
          <TextField
            name="place"
            label={
              questions.place === "required" ? "案のどこについての意見ですか" : "案のどこについての意見ですか（任意）"
            }
            hint="例：12ページ、施策1-2-1、全体について"
            value={comment.place}
            required={questions.place === "required"}
            refusal={refusal}
          />
        )}
        <TextArea
          name="text"
          label="意見"
          hint={`${figure(longestVoice, 0)}字まで書けます。氏名や電話番号など、公表されると困ることは、この欄には書かないでください。`}
          rows={12}
          value={comment.text}
          required
          refusal={refusal}
        />
        <Choices
          name="wishesPublication"
          label="意見の文を、そのまま公表してもよいですか"
          hint="「概要だけ」を選んでも、意見の扱いは変わりません。"
          options={[
            { value: "yes", label: "公表してよい", hint: "氏名や連絡先を除いた文が、市の考え方と並べて公表されます。" },
            { value: "no", label: "概要だけにしてほしい", hint: "文はそのまま公表されません。" },
          ]}
          chosen={[comment.wishesPublication ? "yes" : "no"]}
        />
        <Choices
          name="wishesReply"
          label="個別の回答を希望しますか"
          hint="どちらを選んでも、市の考え方は受付番号で確かめられます。個別の回答は、できないことがあります。"
          options={[
            { value: "no", label: "受付番号で確かめる" },
            { value: "yes", label: "個別の回答を希望する" },
          ]}
          chosen={[comment.wishesReply ? "yes" : "no"]}
        />
        <p className="actions">
          <button className="button" name="go" value="next">
            「あなたについて」へ進む
          </button>
        </p>
      </PublicForm>
    </FormFrame>
  );
}

function WhatBecomesPublic(): ReactNode {
  return (
    <section className="notice mt-6" aria-labelledby="public-title">
      <h2 id="public-title" className="notice-title">
        公表されること・されないこと
      </h2>
      <ul className="mt-2 list-disc pl-6">
        <li>意見の概要と、それに対する市の考え方は、公表されます。</li>
        <li>
          氏名、住所、連絡先は、公表されません。市は、意見の内容を確かめるためだけに使い、決めた年限のあとに消します。
        </li>
        <li>次のページで、あなたについて尋ねます。送る前に、全体を確かめるページがあります。</li>
      </ul>
    </section>
  );
}
