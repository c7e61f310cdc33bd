import type { ReactNode } from "react";
import { Form, TextArea, TextField } from "#web/ui/forms.tsx";
import type { Refusal } from "#kernel/result.ts";
import { text } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";
import { refusalOf, type AnswerScene } from "./answer-scene.ts";

/** The decision of one answer alone (個別の決定), as the exception. */
export function SingleDecision({ scene }: { readonly scene: AnswerScene }): ReactNode {
  const refusal = refusalOf(scene, "decision");
  const typed = (name: string) => (refusal ? text(scene.visit.form, name) : "");
  return (
    <details className="card mt-4 max-w-3xl" open={refusal !== undefined}>
      <summary className="font-bold">この一件だけを先に決定する（例外）</summary>
      <p className="mt-2">ふつうは、聴取の機会ごとの表でまとめて決定します。</p>
      <Form action={`${addressOf.answer(scene.found.topic.id)}/decision`} refusal={refusal}>
        <TextField name="title" label="件名" value={typed("title")} required refusal={refusal} />
        <TextArea name="statement" label="起案文" rows={4} value={typed("statement")} refusal={refusal} />
        <DecidedFields form={scene.visit.form} refusal={refusal} />
        <p className="actions">
          <button className="button button-secondary">決定を登録する</button>
        </p>
      </Form>
    </details>
  );
}

interface DecidedFieldsProps {
  /** What was sent, to keep it where it is refused. */
  readonly form: FormData;
  readonly refusal: Refusal | undefined;
}

/** What is known once the city has decided. */
export function DecidedFields({ form, refusal }: DecidedFieldsProps): ReactNode {
  const typed = (name: string) => (refusal ? text(form, name) : "");
  return (
    <>
      <TextField
        name="body"
        label="決めた人・会議"
        hint="例：市長決裁、総合計画策定委員会"
        value={typed("body")}
        required
        refusal={refusal}
      />
      <TextField
        name="documentNumber"
        label="文書番号"
        hint="例：8みほ企第123号"
        value={typed("documentNumber")}
        required
        refusal={refusal}
      />
      <TextField
        name="decidedOn"
        label="決裁日"
        type="date"
        value={typed("decidedOn")}
        required
        short
        refusal={refusal}
      />
    </>
  );
}
