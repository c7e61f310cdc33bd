import type { ReactNode } from "react";
import { questionLabels } from "#domain/consultations/published.ts";
import { senderQuestions, type IntakeLimits } from "#domain/consultations/submissions.ts";
import type { Refusal } from "#kernel/result.ts";
import { PublicForm } from "#web/ui/public-form.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { hiddenOf, type Entered } from "./entered.ts";
import { formAction, FormFrame, type FormPageProps } from "./form-frame.tsx";

interface Props extends FormPageProps {
  readonly entered: Entered;
  readonly limits: IntakeLimits;
  readonly refusal?: Refusal | undefined;
  /** A machine may have sent it: asked once more. */
  readonly isAskedAgain?: boolean;
}

/** The last page before sending: everything once more, with the ways back, and the files. */
export function CheckPage({ site, edition, entered, limits, refusal, isAskedAgain }: Props): ReactNode {
  const { detail } = edition.snapshot;
  return (
    <FormFrame site={site} edition={edition} title="送る前に確かめる" step="check" hasFault={refusal !== undefined}>
      {isAskedAgain && <AskedAgain />}
      <PublicForm action={formAction({ site, edition })} refusal={refusal} hidden={hiddenOf(entered, [])} upload>
        <input type="hidden" name="step" value="check" />
        {isAskedAgain && <input type="hidden" name="confirmed" value="yes" />}
        <Summary entered={entered} edition={edition} />
        {detail.acceptsFiles && <Files limits={limits} refusal={refusal} />}
        <p className="prose mt-6">
          「この内容で送る」を押すと、受付番号が表示されます。受付番号は、あとで市の考え方を確かめるときに使います。
        </p>
        <p className="actions">
          <button className="button" name="go" value="send">
            この内容で送る
          </button>
        </p>
        <p className="actions">
          <button className="button button-secondary" name="go" value="opinion">
            意見を直す
          </button>
          <button className="button button-secondary" name="go" value="sender">
            「あなたについて」を直す
          </button>
        </p>
      </PublicForm>
    </FormFrame>
  );
}

function AskedAgain(): ReactNode {
  return (
    <div role="alert" className="mt-6">
      <Notice title="まだ送られていません。もう一度、確かめてください。" tone="caution">
        <p>
          書き始めてからとても早く送られたか、書かないはずの欄に文字が入っていました。自動で送られたものではないことを確かめるためです。内容がよければ、もう一度「この内容で送る」を押してください。
        </p>
      </Notice>
    </div>
  );
}

function Summary({ entered: { comment }, edition }: Pick<Props, "entered" | "edition">): ReactNode {
  const { questions, districts } = edition.snapshot.detail;
  const answers = senderQuestions
    .filter((key) => questions[key] !== "notAsked")
    .map((key) => {
      const answer = key === "district" ? districts.find(({ id }) => id === comment.district)?.name : comment[key];
      return { term: questionLabels[key], words: answer || "（答えない）" };
    });
  const rows = [
    ...(questions.place === "notAsked"
      ? []
      : [{ term: questionLabels.place, words: comment.place || "（指定しない）" }]),
    { term: "意見", words: comment.text },
    { term: "意見の文の公表", words: comment.wishesPublication ? "公表してよい" : "概要だけにしてほしい" },
    { term: "個別の回答", words: comment.wishesReply ? "希望する" : "希望しない" },
    ...answers,
  ];
  return (
    <dl className="guide mt-4">
      {rows.map(({ term, words }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function Files({ limits, refusal }: Pick<Props, "limits" | "refusal">): ReactNode {
  const error = refusal?.fields?.["attachments"];
  return (
    <div className="field mt-4">
      <label htmlFor="attachments" className="field-label">
        ファイルを添える（任意）
      </label>
      <div className="field-hint" id="attachments-hint">
        {limits.files}つまで、1つ{limits.fileMegabytes}
        MBまで。PDF、画像（PNG・JPEG）、Word・Excel・PowerPoint、テキスト。
      </div>
      {error && (
        <p className="field-error" id="attachments-error">
          {error}
        </p>
      )}
      <input
        id="attachments"
        name="attachments"
        type="file"
        multiple
        className="input"
        accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.txt"
        aria-describedby={error ? "attachments-hint attachments-error" : "attachments-hint"}
        aria-invalid={error ? true : undefined}
      />
    </div>
  );
}
