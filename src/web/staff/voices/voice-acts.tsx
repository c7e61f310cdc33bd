import type { ReactNode } from "react";
import {
  bringBackVoice,
  hideVoice,
  receiveRequest,
  requestKindLabels,
  requestKinds,
  voicePage,
  type VoicePage,
} from "#domain/voices/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards } from "#web/answer.tsx";
import { Choices, Form, RefusalNotice, TextArea, TextField } from "#web/ui/forms.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";
import { voiceResponse } from "./voice-page.tsx";

interface ActsProps {
  readonly shown: VoicePage;
  readonly today: string;
  readonly refusal: Refusal | undefined;
  /** The reason as it was sent. */
  readonly typed: string;
  readonly mayHide: boolean;
  readonly mayKeep: boolean;
  readonly mayRedact: boolean;
}

/** What can be done with a voice. */
export function VoiceActs({ shown, today, refusal, typed, mayHide, mayKeep, mayRedact }: ActsProps): ReactNode {
  const { voice } = shown;
  if (!mayHide && !mayKeep && !mayRedact) return null;
  return (
    <section aria-labelledby="acts" className="mt-8">
      <h2 id="acts" className="mb-3 text-xl">
        できること
      </h2>
      {refusal && <RefusalNotice refusal={refusal} />}
      {mayRedact && voice.text !== null && (
        <p>
          <a href={addressOf.redaction(voice.number)}>公開用の写しを作る・見る</a>
        </p>
      )}
      {mayHide && <HidingForm shown={shown} typed={typed} refusal={refusal} />}
      {mayKeep && voice.text !== null && <RequestForm number={voice.number} today={today} />}
    </section>
  );
}

function HidingForm({ shown, typed, refusal }: Pick<ActsProps, "shown" | "typed" | "refusal">): ReactNode {
  const { voice } = shown;
  const base = addressOf.voice(voice.number);
  if (voice.hidden)
    return (
      <Form action={`${base}/showing`} className="mt-4">
        <input type="hidden" name="version" value={voice.version} />
        <button className="button button-secondary">公開する扱いに戻す</button>
      </Form>
    );
  return (
    <details className="mt-4" open={refusal?.fields?.["reason"] !== undefined}>
      <summary>公開しない扱いにする</summary>
      <Form action={`${base}/hiding`} className="form max-w-2xl">
        <input type="hidden" name="version" value={voice.version} />
        <TextArea
          name="reason"
          label="理由"
          hint="公開のページに出ます。意見の番号は残ります。個人の情報を書かないでください。"
          rows={2}
          value={typed}
          required
          refusal={refusal}
        />
        <button className="button">公開しない扱いにする</button>
      </Form>
    </details>
  );
}

function RequestForm({ number, today }: { readonly number: number; readonly today: string }): ReactNode {
  return (
    <details className="mt-4">
      <summary>訂正・利用停止の請求を受け付ける</summary>
      <Form action={`${addressOf.voice(number)}/requests`} className="form max-w-2xl">
        <Choices
          name="kind"
          label="請求の種類"
          options={requestKinds.map((kind) => ({ value: kind, label: requestKindLabels[kind] }))}
          chosen={["correction"]}
          required
        />
        <TextField name="day" label="受け付けた日" type="date" value={today} short required />
        <button className="button">請求を受け付ける</button>
      </Form>
    </details>
  );
}

export async function hide(visit: Visit): Promise<Response> {
  const { voice } = await voicePage(visit.ctx, Number(visit.params["number"]));
  const input = { id: voice.id, version: Number(text(visit.form, "version")), reason: text(visit.form, "reason") };
  const hidden = await hideVoice(visit.ctx, input);
  return hidden.ok
    ? onwards(addressOf.voice(voice.number), "saved")
    : voiceResponse(visit, { refusal: hidden.refusal });
}

export async function bringBack(visit: Visit): Promise<Response> {
  const { voice } = await voicePage(visit.ctx, Number(visit.params["number"]));
  const back = await bringBackVoice(visit.ctx, { id: voice.id, version: Number(text(visit.form, "version")) });
  return back.ok ? onwards(addressOf.voice(voice.number), "restored") : voiceResponse(visit, { refusal: back.refusal });
}

export async function takeRequest(visit: Visit): Promise<Response> {
  const { voice } = await voicePage(visit.ctx, Number(visit.params["number"]));
  const kind = requestKinds.find((each) => each === text(visit.form, "kind")) ?? "correction";
  const taken = await receiveRequest(visit.ctx, { voiceId: voice.id, kind, receivedOn: text(visit.form, "day") });
  return taken.ok
    ? onwards(addressOf.request(taken.value.id), "requested")
    : voiceResponse(visit, { refusal: taken.refusal });
}
