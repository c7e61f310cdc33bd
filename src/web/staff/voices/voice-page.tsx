import type { ReactNode } from "react";
import {
  attachmentOf,
  channelLabels,
  lackLabels,
  listDistricts,
  mayHideVoices,
  mayKeepPersonalData,
  mayRedact,
  maySeeSenders,
  senderOf,
  voicePage,
  voiceRecord,
  voicesLike,
  wayLabels,
  type Sender,
  type VoicePage,
} from "#domain/voices/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import type { Refusal } from "#kernel/result.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { download, page } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, ledgerCrumb } from "./addresses.ts";
import { NamedMarks, spansIn } from "./named-marks.tsx";
import { VoiceActs } from "./voice-acts.tsx";
import { VoiceHistory, VoiceLikes, VoicePoints } from "./voice-parts.tsx";

export interface VoiceExtras {
  readonly sender?: Sender;
  readonly refusal?: Refusal;
  readonly lost?: readonly string[];
}

export async function showVoice(visit: Visit): Promise<Response> {
  return voiceResponse(visit, {});
}

/** The page of one voice, with what an act just brought. */
export async function voiceResponse(visit: Visit, extras: VoiceExtras): Promise<Response> {
  const { ctx, params, query } = visit;
  const shown = await voicePage(ctx, Number(params["number"]));
  const { voice, occasion } = shown;
  const likes = query.has("like") ? await voicesLike(ctx, voice.id) : undefined;
  const history = await voiceRecord(ctx, voice.id);
  const district = (await listDistricts(ctx)).find(({ id }) => id === voice.districtId)?.name ?? "";
  const { actor } = ctx;
  return page(
    <StaffPage visit={visit} title={`意見 ${voice.number}`} crumbs={[ledgerCrumb]}>
      {voice.hidden && (
        <Notice tone="caution" title="公開しない扱いです。">
          <p>{voice.hidden.reason}</p>
        </Notice>
      )}
      <LostAnchors lost={extras.lost ?? []} />
      <VoiceFacts shown={shown} district={district} />
      <h2 className="mt-8 mb-3 text-xl">原文</h2>
      <Original shown={shown} />
      <Lacks shown={shown} />
      <VoicePoints points={shown.points} />
      <Attachments shown={shown} maySee={maySeeSenders(actor, occasion)} />
      {maySeeSenders(actor, occasion) && <SenderPart number={voice.number} sender={extras.sender} />}
      <VoiceLikes number={voice.number} likes={likes} />
      <VoiceActs
        shown={shown}
        today={ctx.clock.today()}
        refusal={extras.refusal}
        typed={text(visit.form, "reason")}
        mayHide={mayHideVoices(actor)}
        mayKeep={mayKeepPersonalData(actor)}
        mayRedact={mayRedact(actor)}
      />
      <VoiceHistory shown={shown} copy={history.copy} requests={history.requests} />
    </StaffPage>,
    extras.refusal ? 422 : 200,
  );
}

function LostAnchors({ lost }: { readonly lost: readonly string[] }): ReactNode {
  if (lost.length === 0) return null;
  return (
    <Notice tone="caution" title="訂正した文に見つからなくなった論点があります。">
      <ul className="list-disc pl-6">
        {lost.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p>仕分けのページで、論点を付け直してください。</p>
    </Notice>
  );
}

function VoiceFacts({ shown, district }: { readonly shown: VoicePage; readonly district: string }): ReactNode {
  const { voice, occasion } = shown;
  const facts: readonly (readonly [string, string])[] = [
    ["聴取の機会", `${occasion.title}（${channelLabels[occasion.channel]}）`],
    ["受付", `${dateWithBoth(tokyoDay(voice.receivedAt))}　${wayLabels[voice.way]}`],
    ["該当箇所", voice.place],
    ["提出者の区分", [voice.senderKind, voice.ageBand, district].filter((each) => each !== "").join("、")],
    ["回答", voice.wishesReply ? "希望する" : "希望しない"],
    ["公開", voice.wishesPublication ? "希望する" : "希望しない"],
  ];
  return (
    <dl className="grid max-w-3xl grid-cols-[8rem_minmax(0,1fr)] gap-x-4 gap-y-1">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-solid-gray-700">{name}</dt>
          <dd>{value === "" ? "−" : value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Original({ shown: { voice, points } }: { readonly shown: VoicePage }): ReactNode {
  if (voice.text === null) return <p className="card">保存年限が過ぎたため、廃棄しました。</p>;
  const anchors = points.map((point, index) => ({ ...point, name: `論点${index + 1}` }));
  return <NamedMarks text={voice.text} marks={spansIn(voice.text, anchors)} />;
}

function Lacks({ shown: { lacks } }: { readonly shown: VoicePage }): ReactNode {
  if (lacks.length === 0) return null;
  return (
    <Notice tone="caution" title="まだ足りないもの">
      <ul className="list-disc pl-6">
        {lacks.map(({ code, words }, index) => (
          <li key={index}>
            {lackLabels[code]}
            {words && `：「${words.slice(0, 60)}」`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Attachments({ shown, maySee }: { readonly shown: VoicePage; readonly maySee: boolean }): ReactNode {
  if (shown.attachments.length === 0) return null;
  return (
    <section aria-labelledby="attachments" className="mt-8">
      <h2 id="attachments" className="mb-3 text-xl">
        添付
      </h2>
      <ul className="list-plain grid gap-2">
        {shown.attachments.map(({ fileId, name, size, isErased }) => (
          <li key={fileId} className="flex flex-wrap items-center gap-3">
            <span>
              {name}（{Math.ceil(size / 1024).toString()} KB{isErased && "、廃棄済み"}）
            </span>
            {maySee && !isErased && (
              <Form action={`${addressOf.voice(shown.voice.number)}/attachment`} className="">
                <input type="hidden" name="file" value={fileId} />
                <button className="button button-secondary button-small">保存する（記録に残ります）</button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const senderLabels: Readonly<Record<keyof Sender, string>> = {
  name: "氏名",
  organisation: "団体・勤め先",
  address: "住所",
  phone: "電話番号",
  email: "メールアドレス",
};

function SenderPart({ number, sender }: { readonly number: number; readonly sender: Sender | undefined }): ReactNode {
  return (
    <section aria-labelledby="sender" className="mt-8">
      <h2 id="sender" className="mb-3 text-xl">
        提出者
      </h2>
      {sender ? (
        <dl className="card grid max-w-2xl grid-cols-[8rem_minmax(0,1fr)] gap-x-4 gap-y-1">
          {(["name", "organisation", "address", "phone", "email"] as const).map((field) => (
            <div key={field} className="contents">
              <dt className="text-solid-gray-700">{senderLabels[field]}</dt>
              <dd>{sender[field] === "" ? "−" : sender[field]}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <Form action={`${addressOf.voice(number)}/sender#sender`} className="">
          <button className="button button-secondary">氏名・連絡先を見る（記録に残ります）</button>
        </Form>
      )}
    </section>
  );
}

/** Shows who sent the voice; the look is recorded. */
export async function lookAtSender(visit: Visit): Promise<Response> {
  const { voice } = await voicePage(visit.ctx, Number(visit.params["number"]));
  const seen = await senderOf(visit.ctx, voice.id);
  return voiceResponse(visit, seen.ok ? { sender: seen.value } : { refusal: seen.refusal });
}

/** Hands out what came with the voice; the look is recorded. */
export async function takeAttachment(visit: Visit): Promise<Response> {
  const { voice } = await voicePage(visit.ctx, Number(visit.params["number"]));
  const taken = await attachmentOf(visit.ctx, { voiceId: voice.id, fileId: text(visit.form, "file") });
  if (!taken.ok) return voiceResponse(visit, { refusal: taken.refusal });
  return download(taken.value.bytes, taken.value.name, taken.value.mediaType);
}
