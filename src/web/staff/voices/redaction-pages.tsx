import type { ReactNode } from "react";
import { personId } from "#domain/audit/index.ts";
import {
  confirmCopy,
  makeCopy,
  markKindLabels,
  nextToRedact,
  redactionPage,
  redactionQueue,
  type Mark,
  type RedactionPage,
  type RedactionQueue,
} from "#domain/voices/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice, TextArea } from "#web/ui/forms.tsx";
import { Empty, Notice, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { addressOf, ledgerCrumb } from "./addresses.ts";
import { NamedMarks } from "./named-marks.tsx";

const queueCrumb = { href: addressOf.redactions, label: "公開用の写し" };

/** What waits for a look; with an occasion in the address, on to its next voice. */
export async function showQueue(visit: Visit): Promise<Response> {
  const occasionId = visit.query.get("next");
  if (occasionId !== null) return nextVoice(visit, occasionId);
  const queue = await redactionQueue(visit.ctx);
  return page(
    <StaffPage visit={visit} title="公開用の写し" crumbs={[ledgerCrumb]}>
      <p className="prose">
        意見の原文から、氏名・電話番号・住所など、公開しない言葉を除きます。ひとりが除くところを決め、別のひとりが確かめます。
        二人が確かめた写しだけが、公表の資料とCSVに載ります。
      </p>
      <p>{queue.pace === undefined ? "速さ：まだ測れません。" : `速さ：1時間に論点${queue.pace}件（この7日間）`}</p>
      {queue.occasions.length === 0 ? (
        <Empty title="確かめを待っている意見はありません" />
      ) : (
        <QueueTable queue={queue} />
      )}
    </StaffPage>,
  );
}

async function nextVoice({ ctx, query }: Visit, occasionId: string): Promise<Response> {
  const after = Number(query.get("after") ?? 0);
  const found =
    (await nextToRedact(ctx, { occasionId, after })) ??
    (after > 0 ? await nextToRedact(ctx, { occasionId }) : undefined);
  return onwards(found ? addressOf.redaction(found.number) : addressOf.redactions, after > 0 ? "saved" : undefined);
}

function QueueTable({ queue }: { readonly queue: RedactionQueue }): ReactNode {
  return (
    <TableFrame label="確かめを待っている意見">
      <table className="table">
        <caption className="visually-hidden">聴取の機会ごとの件数</caption>
        <thead>
          <tr>
            <th scope="col">聴取の機会</th>
            <th scope="col" className="number">
              除くところを決める
            </th>
            <th scope="col" className="number">
              別の人が確かめる
            </th>
            <th scope="col">進める</th>
          </tr>
        </thead>
        <tbody>
          {queue.occasions.map(({ occasion, first, second }) => (
            <tr key={occasion.id}>
              <th scope="row">{occasion.title}</th>
              <td className="number">{first}</td>
              <td className="number">{second}</td>
              <td>
                <a href={`${addressOf.redactions}?next=${occasion.id}`}>「{occasion.title}」を進める</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

export async function showRedaction(visit: Visit): Promise<Response> {
  return redactionResponse(visit);
}

async function redactionResponse(visit: Visit, refusal?: Refusal): Promise<Response> {
  const shown = await redactionPage(visit.ctx, Number(visit.params["number"]));
  const { voice } = shown.page;
  const isPresent = shown.copy?.edition === voice.edition;
  const isOwn = shown.copy?.firstBy === personId(visit.ctx.actor);
  const waitsForOther = isPresent && shown.copy?.secondAt === null;
  return page(
    <StaffPage visit={visit} title={`意見 ${voice.number} の公開用の写し`} crumbs={[ledgerCrumb, queueCrumb]}>
      {refusal && <RefusalNotice refusal={refusal} />}
      {isPresent && shown.copy?.secondAt && <Notice tone="good" title="二人が確かめました。" />}
      {waitsForOther && isOwn && <Notice title="別の人の確かめを待っています。" />}
      <h2 className="mt-4 mb-2 text-xl">原文（色の付いたところを除きます）</h2>
      <NamedMarks
        text={voice.text ?? ""}
        marks={shown.marks.map((mark) => ({ ...mark, name: markKindLabels[mark.kind] }))}
      />
      {isPresent && <CopyText content={shown.copy?.content ?? ""} />}
      {waitsForOther && !isOwn && <ConfirmationForm shown={shown} />}
      <MarksForm shown={shown} isFirst={!isPresent} typed={text(visit.form, "words")} refusal={refusal} />
      <p className="mt-6">
        <a href={`${addressOf.redactions}?next=${voice.occasionId}&after=${voice.number}`}>決めずに、次の意見へ進む</a>
      </p>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

function CopyText({ content }: { readonly content: string }): ReactNode {
  return (
    <>
      <h2 className="mt-6 mb-2 text-xl">写し</h2>
      <p className="card whitespace-pre-wrap break-words">{content}</p>
    </>
  );
}

/** The primary button has the focus: Enter confirms and brings the next one. */
function ConfirmationForm({ shown }: { readonly shown: RedactionPage }): ReactNode {
  const { voice } = shown.page;
  return (
    <Form action={`${addressOf.redaction(voice.number)}/confirmation`} className="my-6">
      <input type="hidden" name="version" value={shown.copy?.version ?? 0} />
      <button className="button" autoFocus>
        写しを確かめた。次へ
      </button>
    </Form>
  );
}

interface MarksFormProps {
  readonly shown: RedactionPage;
  readonly isFirst: boolean;
  readonly typed: string;
  readonly refusal: Refusal | undefined;
}

function MarksForm({ shown, isFirst, typed, refusal }: MarksFormProps): ReactNode {
  const { voice } = shown.page;
  const words = voice.text ?? "";
  return (
    <Form action={addressOf.redaction(voice.number)} className="form max-w-3xl">
      <input type="hidden" name="edition" value={voice.edition} />
      <input type="hidden" name="version" value={shown.copy?.version ?? 0} />
      <fieldset className="field">
        <legend className="field-label">除くところ</legend>
        {shown.marks.length === 0 && <p className="field-hint">個人の情報らしい言葉は見つかりませんでした。</p>}
        {shown.marks.map((mark) => (
          <label key={mark.start} className="choice">
            <input type="checkbox" name="mark" value={`${mark.start}-${mark.end}`} defaultChecked />
            <span>
              「{words.slice(mark.start, mark.end)}」<span className="field-hint">{markKindLabels[mark.kind]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <TextArea
        name="words"
        label="ほかに除く言葉"
        hint="意見の中の言葉をそのまま、1行に一つ入れます。同じ言葉は、すべて除きます。"
        rows={3}
        value={typed}
        refusal={refusal}
      />
      <button className={isFirst ? "button" : "button button-secondary"} autoFocus={isFirst}>
        {isFirst ? "この内容で写しを作り、次へ" : "写しを作り直す（別の人がもう一度確かめます）"}
      </button>
    </Form>
  );
}

function readMarks(form: FormData): Pick<Mark, "start" | "end">[] {
  return texts(form, "mark").flatMap((value) => {
    const [start = Number.NaN, end = Number.NaN] = value.split("-").map(Number);
    return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end > start ? [{ start, end }] : [];
  });
}

export async function saveCopy(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const { page: shown } = await redactionPage(ctx, Number(params["number"]));
  const made = await makeCopy(ctx, {
    voiceId: shown.voice.id,
    edition: Number(text(form, "edition")),
    version: Number(text(form, "version")),
    spans: readMarks(form),
    words: text(form, "words").split("\n"),
  });
  return made.ok ? onwards(nextAddress(shown.voice)) : redactionResponse(visit, made.refusal);
}

export async function confirm(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const { page: shown } = await redactionPage(ctx, Number(params["number"]));
  const done = await confirmCopy(ctx, { voiceId: shown.voice.id, version: Number(text(form, "version")) });
  return done.ok ? onwards(nextAddress(shown.voice)) : redactionResponse(visit, done.refusal);
}

function nextAddress({ occasionId, number }: { readonly occasionId: string; readonly number: number }): string {
  return `${addressOf.redactions}?next=${occasionId}&after=${number}`;
}
