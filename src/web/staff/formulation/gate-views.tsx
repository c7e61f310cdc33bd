import type { ReactNode } from "react";
import type { VersionRemark } from "#domain/documents/index.ts";
import { hearerLabels, hearers, type Gate } from "#domain/formulation/index.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { Form, SelectField, TextArea, TextField } from "#web/ui/forms.tsx";
import { addressOf } from "./addresses.ts";
import type { AtGate } from "./stage-page.tsx";

/** The views that were heard at a gate (聴いた意見). */
export function ViewList({
  found: { plan },
  at: { line },
  gate,
  mayRemove,
}: AtGate & { readonly gate: Gate; readonly mayRemove: boolean }): ReactNode {
  if (gate.views.length === 0) return <p>聴いた意見は、まだ記録されていません。</p>;
  return (
    <ul className="list-plain grid gap-3">
      {gate.views.map(({ id, hearer, body, heardOn, words, reference }) => (
        <li key={id} className="card !p-4">
          <p className="font-bold">
            {body}（{hearerLabels[hearer]}）　{warekiDate(heardOn)}
          </p>
          <p className="whitespace-pre-line">{words}</p>
          {reference && <p className="text-solid-gray-700">{reference}</p>}
          {mayRemove && (
            <Form action={`${addressOf.stage(plan.slug, line.stage.id)}/views/removal`} className="mt-2">
              <input type="hidden" name="id" value={id} />
              <button className="button button-quiet button-small" aria-label={`${body}の意見の記録を取り消す`}>
                取り消す
              </button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What bodies and the assembly said of the gate's version (会議・議会の意見) and that is no view of the gate yet. */
export function OfferedViews({
  found: { plan },
  at: { line, inspection },
  gate,
}: AtGate & { readonly gate: Gate }): ReactNode {
  const heard = new Set(gate.views.map(({ heardOn, words }) => `${heardOn} ${words}`));
  const offered = (inspection?.remarks ?? [])
    .map((remark) => ({ ...remark, words: withAnswer(remark) }))
    .filter(({ saidOn, words }) => !heard.has(`${saidOn} ${words}`));
  if (offered.length === 0) return null;
  return (
    <details className="card mt-4 max-w-3xl">
      <summary className="font-bold">この版への意見を、聴いた意見に加える（{offered.length}件）</summary>
      <p className="mt-2">加えた意見は、公表するページに載ります。人の名前がないか確かめてください。</p>
      <ul className="list-plain mt-4 grid gap-3">
        {offered.map(({ id, kind, speaker, saidOn, words }) => (
          <li key={id}>
            <p className="font-bold">
              {speaker}　{warekiDate(saidOn)}
            </p>
            <p className="whitespace-pre-line">{words}</p>
            <Form action={`${addressOf.stage(plan.slug, line.stage.id)}/views`} className="mt-2">
              <input type="hidden" name="hearer" value={kind === "assembly" ? "assembly" : "council"} />
              <input type="hidden" name="viewBody" value={speaker} />
              <input type="hidden" name="heardOn" value={saidOn} />
              <input type="hidden" name="words" value={words} />
              <button className="button button-secondary button-small" aria-label={`${speaker}の意見を加える`}>
                加える
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A remark with what the city answered to it, where it did. */
function withAnswer({ words, answer }: VersionRemark): string {
  return answer === "" ? words : `${words}（市の対応：${answer}）`;
}

export function ViewForm({ found: { plan }, at: { line }, entered: { view, refusal } }: AtGate): ReactNode {
  return (
    <details className="card mt-4 max-w-3xl" open={view !== undefined}>
      <summary className="font-bold">聴いた意見を記録する</summary>
      <Form action={`${addressOf.stage(plan.slug, line.stage.id)}/views`} className="form mt-4">
        <SelectField
          name="hearer"
          label="だれの意見か"
          options={hearers.map((value) => ({ value, label: hearerLabels[value] }))}
          value={view?.hearer}
        />
        <TextField
          name="viewBody"
          label="会議や団体の名前"
          hint="例：総合計画審議会 第3回、全員協議会"
          value={view?.body}
          required
          refusal={refusal}
        />
        <TextField name="heardOn" label="聴いた日" type="date" short value={view?.heardOn} required refusal={refusal} />
        <TextArea
          name="words"
          label="意見の内容"
          hint="公表するページに載ります。人の名前は書かないでください。"
          rows={3}
          value={view?.words}
          required
          refusal={refusal}
        />
        <TextField name="reference" label="会議録や意見の番号" value={view?.reference} refusal={refusal} />
        <p className="actions">
          <button className="button button-secondary">記録する</button>
        </p>
      </Form>
    </details>
  );
}
