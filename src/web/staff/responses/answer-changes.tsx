import type { ReactNode } from "react";
import { textFieldLabels } from "#domain/plan/index.ts";
import { mayDraftResponses, type ShownChange } from "#domain/voices/index.ts";
import { tokyoDay, tokyoTime } from "#kernel/clock.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { Form, SelectField, TextField, type Option } from "#web/ui/forms.tsx";
import { MarkedText } from "#web/ui/marked-text.tsx";
import { addressOf } from "./addresses.ts";
import { refusalOf, type AnswerScene } from "./answer-scene.ts";

interface SceneProps {
  readonly scene: AnswerScene;
}

/** What of the plan changed because of this answer, and the form to tie another change to it. */
export function Changes({ scene }: SceneProps): ReactNode {
  const { visit, found } = scene;
  const mayChange = mayDraftResponses(visit.ctx.actor, found.topic);
  if (found.changes.length === 0 && !mayChange) return null;
  return (
    <section aria-labelledby="changes" className="mb-8">
      <h2 id="changes" className="mb-2 text-[1.25rem]">
        この意見によって変わった文章
      </h2>
      {found.changes.length === 0 && (
        <p className="prose">
          {found.category?.isReflected
            ? "「反映」とするには、施策の文章を直して保存したあとで、変わったところをここに結び付けます。"
            : "まだありません。"}
        </p>
      )}
      {found.changes.map((change) => (
        <Change key={change.id} scene={scene} change={change} mayRemove={mayChange} />
      ))}
      {mayChange && <NewChange scene={scene} />}
    </section>
  );
}

interface ChangeProps extends SceneProps {
  readonly change: ShownChange;
  readonly mayRemove: boolean;
}

function Change({ scene, change, mayRemove }: ChangeProps): ReactNode {
  const { id, code, title, fieldLabel, before, after, note } = change;
  return (
    <div className="card mt-2">
      <h3 className="font-bold">
        {code} {title}「{fieldLabel}」
      </h3>
      <p className="mt-2 whitespace-pre-wrap">
        <MarkedText before={before} after={after} />
      </p>
      {note !== "" && <p className="mt-2 text-solid-gray-700">{note}</p>}
      {mayRemove && (
        <Form action={`${addressOf.answer(scene.found.topic.id)}/changes/removal`} className="mt-2">
          <input type="hidden" name="change" value={id} />
          <button className="button button-quiet button-small">結び付けを外す</button>
        </Form>
      )}
    </div>
  );
}

function NewChange({ scene }: SceneProps): ReactNode {
  const { found, measures, chosen } = scene;
  const refusal = refusalOf(scene, "change");
  return (
    <details className="card mt-4 max-w-3xl" open={refusal !== undefined || scene.visit.query.has("measure")}>
      <summary className="font-bold">変わった文章を結び付ける</summary>
      <form action={`${addressOf.answer(found.topic.id)}#changes`} className="mt-2 flex flex-wrap items-end gap-4">
        <SelectField
          name="measure"
          label="施策"
          options={measures.map(({ id, label, planName }) => ({ value: id, label: `${planName}　${label}` }))}
          value={chosen?.measure.id}
        />
        <button className="button button-secondary">この施策の版を見る</button>
      </form>
      {chosen && <RevisionFields scene={scene} chosen={chosen} />}
    </details>
  );
}

function RevisionFields({
  scene,
  chosen,
}: SceneProps & { readonly chosen: NonNullable<AnswerScene["chosen"]> }): ReactNode {
  const { found, visit } = scene;
  const refusal = refusalOf(scene, "change");
  const options = chosen.revisions.map(({ number, savedAt }): Option => ({
    value: String(number),
    label: `第${number}版（${warekiDate(tokyoDay(savedAt))} ${tokyoTime(savedAt)}）`,
  }));
  const sent = (name: string) => visit.form.get(name)?.toString();
  return (
    <Form action={`${addressOf.answer(found.topic.id)}/changes`} refusal={refusal}>
      <input type="hidden" name="measure" value={chosen.measure.id} />
      <SelectField
        name="field"
        label={`「${chosen.measure.label}」の変わった欄`}
        options={Object.entries(textFieldLabels).map(([value, label]) => ({
          value,
          label: chosen.changed.includes(value) ? `${label}（いちばん新しい版で変わりました）` : label,
        }))}
        value={sent("field") ?? chosen.changed[0]}
        refusal={refusal}
      />
      <SelectField
        name="before"
        label="変える前の版"
        options={options}
        value={sent("before") ?? options[1]?.value}
        refusal={refusal}
      />
      <SelectField
        name="after"
        label="変えた後の版"
        options={options}
        value={sent("after") ?? options[0]?.value}
        refusal={refusal}
      />
      <TextField name="note" label="説明（なくてもよい）" value={sent("note")} refusal={refusal} />
      <p className="actions">
        <button className="button button-secondary">結び付ける</button>
      </p>
    </Form>
  );
}
