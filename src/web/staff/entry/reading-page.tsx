import type { ReactNode } from "react";
import { personId } from "#domain/audit/index.ts";
import {
  listDistricts,
  readSheet,
  sheetFieldLabels,
  wayLabels,
  type BatchPage,
  type District,
  type PaperSheet,
} from "#domain/voices/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice } from "#web/ui/forms.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";
import { batchOf, crumbsOf } from "./sheet-page.tsx";

/** One sheet after the other, as it was typed, to compare with the paper (読み合わせ). */
export async function showReading(visit: Visit): Promise<Response> {
  return readingPage(visit);
}

async function readingPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const found = await batchOf(visit);
  const { batch, sheets } = found;
  const sheet = nextToRead(found, personId(visit.ctx.actor), visit.query.get("sheet"));
  if (batch.state !== "reading" || !sheet) return onwards(addressOf.batch(batch.id));
  const rest = sheets.filter(({ readBy }) => readBy === null).length;
  const element = (
    <StaffPage visit={visit} title={`整理番号${sheet.position}を紙と読み合わせる`} crumbs={crumbsOf(found)}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <p className="mb-4">
        残り{rest}枚（全{sheets.length}枚）
      </p>
      <SheetContent sheet={sheet} districts={await listDistricts(visit.ctx)} />
      <Confirming sheet={sheet} isOwn={sheet.enteredBy === personId(visit.ctx.actor)} />
    </StaffPage>
  );
  return page(element, refusal ? 422 : 200);
}

/** The sheet that was asked for; else the next that this person may read; else the next that nobody has read. */
function nextToRead({ sheets }: BatchPage, reader: string | null, asked: string | null): PaperSheet | undefined {
  const unread = sheets.filter(({ readBy }) => readBy === null);
  return (
    sheets.find(({ position }) => String(position) === asked) ??
    unread.find(({ enteredBy }) => enteredBy !== reader) ??
    unread[0]
  );
}

interface SheetContentProps {
  readonly sheet: PaperSheet;
  readonly districts: readonly District[];
}

function SheetContent({ sheet, districts }: SheetContentProps): ReactNode {
  const { entry, way, receivedOn, receipt } = sheet;
  const { sender } = entry;
  const facts = [
    [sheetFieldLabels.place, entry.place],
    [sheetFieldLabels.senderKind, entry.senderKind],
    [sheetFieldLabels.ageBand, entry.ageBand],
    [sheetFieldLabels.districtId, districts.find(({ id }) => id === entry.districtId)?.name ?? ""],
    [sheetFieldLabels.name, sender.name],
    [sheetFieldLabels.organisation, sender.organisation],
    [sheetFieldLabels.address, sender.address],
    [sheetFieldLabels.phone, sender.phone],
    [sheetFieldLabels.email, sender.email],
    ["希望", wishWords(sheet)],
    [sheetFieldLabels.receivedOn, warekiDate(receivedOn)],
    [sheetFieldLabels.way, wayLabels[way]],
    ["受付番号", receipt],
  ] as const;
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
      <div className="card whitespace-pre-wrap text-[1.2rem] leading-loose">{entry.text}</div>
      <dl className="card m-0 grid content-start gap-2">
        {facts.map(([label, value]) => (
          <div key={label} className="grid gap-x-4 sm:grid-cols-[9em_1fr]">
            <dt className="text-solid-gray-700">{label}</dt>
            <dd className="m-0 break-words">{value || "（記入なし）"}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function wishWords({ entry }: PaperSheet): string {
  return `回答を${entry.wishesReply ? "希望する" : "希望しない"}・公開${entry.wishesPublication ? "してよい" : "しないでほしい"}`;
}

function Confirming({ sheet, isOwn }: { readonly sheet: PaperSheet; readonly isOwn: boolean }): ReactNode {
  const { id, batchId, version, readBy, correctedBy } = sheet;
  return (
    <div className="mt-6">
      {isOwn && (
        <Notice tone="caution" title="自分で入れた用紙です。">
          <p>別の人が読み合わせてください。</p>
        </Notice>
      )}
      {correctedBy && !readBy && <p className="mb-3">直したあと、まだ読み合わせていません。</p>}
      <div className="actions save-bar">
        {!isOwn && (
          <Form action={addressOf.sheet(batchId, id, "reading")} className="">
            <input type="hidden" name="version" value={version} />
            <button className="button" autoFocus>
              紙と合っている（次へ）
            </button>
          </Form>
        )}
        <a href={addressOf.sheet(batchId, id)}>打ちまちがいを直す</a>
      </div>
    </div>
  );
}

export async function postReading(visit: Visit): Promise<Response> {
  const { batch } = await batchOf(visit);
  const sheetId = visit.params["sheet"] ?? "";
  const read = await readSheet(visit.ctx, {
    batchId: batch.id,
    sheetId,
    version: Number(text(visit.form, "version")),
  });
  return read.ok ? onwards(addressOf.batch(batch.id, "reading")) : readingPage(visit, read.refusal);
}
