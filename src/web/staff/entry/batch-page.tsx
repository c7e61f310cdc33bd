import type { ReactNode } from "react";
import { peopleNames } from "#domain/identity/index.ts";
import {
  batchStateLabels,
  dropBatch,
  endEntry,
  giveReceipts,
  resumeEntry,
  sameWords,
  takeBatch,
  takingFault,
  wayLabels,
  type BatchPage,
  type PaperSheet,
} from "#domain/voices/index.ts";
import type { Refusal, Result } from "#kernel/result.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice } from "#web/ui/forms.tsx";
import type { NoticeKey } from "#web/ui/notices.ts";
import { Badge, Empty, Notice, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf, deskOf, homeCrumb } from "./addresses.ts";
import { batchTones } from "./occasion-page.tsx";
import { batchOf } from "./sheet-page.tsx";

/** A batch: where it stands, what to do next, and its sheets. */
export async function showBatch(visit: Visit): Promise<Response> {
  return showBatchWith(visit);
}

async function showBatchWith(visit: Visit, refusal?: Refusal): Promise<Response> {
  const found = await batchOf(visit);
  const { batch, occasion, sheets } = found;
  const people = sheets.flatMap(({ enteredBy, readBy }) => [enteredBy, ...(readBy ? [readBy] : [])]);
  const names = await peopleNames(visit.ctx, [...new Set(people)]);
  const crumbs = [homeCrumb, { href: addressOf.occasion(occasion.id), label: occasion.title }];
  const element = (
    <StaffPage visit={visit} title={batch.title} crumbs={crumbs}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <p className="-mt-3 mb-4 flex flex-wrap gap-x-4">
        <Badge tone={batchTones[batch.state]}>{batchStateLabels[batch.state]}</Badge>
        <span>
          用紙{batch.sheets}枚、読み合わせ済み{batch.state === "taken" ? batch.sheets : batch.read}枚
        </span>
      </p>
      <NextStep {...found} />
      {sheets.length > 0 && batch.state !== "taken" && <SheetTable sheets={sheets} names={names} />}
      {(batch.state === "entering" || batch.state === "reading") && <GivingUp id={batch.id} />}
    </StaffPage>
  );
  return page(element, refusal ? 422 : 200);
}

function NextStep({ batch, occasion, sheets }: BatchPage): ReactNode {
  const { id } = batch;
  switch (batch.state) {
    case "entering":
      return (
        <div className="actions mb-6">
          <a className="button" href={addressOf.batch(id, "sheets/new")}>
            用紙を入れる
          </a>
          {sheets.length > 0 && (
            <Form action={addressOf.batch(id, "entry-end")} className="">
              <button className="button button-secondary">入力を終えて、読み合わせへ</button>
            </Form>
          )}
        </div>
      );
    case "reading":
      return <ReadingStep batch={batch} occasion={occasion} sheets={sheets} />;
    case "taken":
      return <TakenStep batch={batch} occasion={occasion} sheets={sheets} />;
    case "dropped":
      return (
        <Empty title="このまとまりは取りやめました">
          <p>入力した内容は残っていません。</p>
        </Empty>
      );
  }
}

function ReadingStep({ batch, sheets }: BatchPage): ReactNode {
  const fault = takingFault(batch, sheets);
  return (
    <>
      <p className="mb-3">入れた人とは別の人が、紙と見くらべます。すべて済むと、台帳に登録できます。</p>
      <div className="actions mb-6">
        {fault ? (
          <a className="button" href={addressOf.batch(batch.id, "reading")}>
            紙と読み合わせる（残り{batch.sheets - batch.read}枚）
          </a>
        ) : (
          <Form action={addressOf.batch(batch.id, "taking")} className="">
            <button className="button">読み合わせを終えて、{batch.sheets}件を台帳に登録する</button>
          </Form>
        )}
        <a href={addressOf.batch(batch.id, "receipts")}>控え（受付番号）を印刷する</a>
        <Form action={addressOf.batch(batch.id, "entry-resumption")} className="">
          <button className="button button-quiet button-small">入力を再開する</button>
        </Form>
      </div>
    </>
  );
}

function TakenStep({ batch, occasion, sheets }: BatchPage): ReactNode {
  return (
    <>
      <Notice tone="good" title="このまとまりの意見は、台帳に登録しました。">
        <p>
          <a href={deskOf(occasion.id)}>意見を仕分ける</a>
          <a className="ml-6" href={addressOf.occasion(occasion.id)}>
            {occasion.title}の入力へ戻る
          </a>
        </p>
      </Notice>
      {sheets.length > 0 && (
        <section aria-labelledby="receipts" className="mt-6">
          <h2 id="receipts" className="mb-2 text-[1.25rem]">
            控え（受付番号）
          </h2>
          <p className="prose">
            受付番号は、提出した人が回答を見るための番号です。控えを送り終えたら、市には残しません。
          </p>
          <div className="actions mt-3">
            <a href={addressOf.batch(batch.id, "receipts")}>控えを印刷する（{sheets.length}枚）</a>
            <Form action={addressOf.batch(batch.id, "receipts-given")} className="">
              <button className="button button-secondary button-small">控えを渡し終えた（受付番号を消す）</button>
            </Form>
          </div>
        </section>
      )}
    </>
  );
}

const shownLetters = 60;

interface SheetTableProps {
  readonly sheets: readonly PaperSheet[];
  readonly names: ReadonlyMap<string, string>;
}

function SheetTable({ sheets, names }: SheetTableProps): ReactNode {
  return (
    <TableFrame label="用紙">
      <table className="table">
        <caption className="visually-hidden">用紙</caption>
        <thead>
          <tr>
            {["整理番号", "意見", "受付", "受付番号", "入れた人", "読み合わせ", "直す"].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheets.map((sheet) => {
            const same = sameWords(sheet, sheets);
            return (
              <tr key={sheet.id}>
                <th scope="row" className="number">
                  {sheet.position}
                </th>
                <td>
                  {[...sheet.entry.text].slice(0, shownLetters).join("")}
                  {[...sheet.entry.text].length > shownLetters && "…"}
                  {same && <p className="text-solid-gray-700">（{same.position}番と同じ文です）</p>}
                </td>
                <td>
                  {warekiDate(sheet.receivedOn)} {wayLabels[sheet.way]}
                </td>
                <td className="receipt">{sheet.receipt}</td>
                <td>{names.get(sheet.enteredBy)}</td>
                <td>{sheet.readBy ? `済み（${names.get(sheet.readBy) ?? ""}）` : "−"}</td>
                <td>
                  <a href={addressOf.sheet(sheet.batchId, sheet.id)} aria-label={`${sheet.position}番を直す`}>
                    直す
                  </a>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableFrame>
  );
}

function GivingUp({ id }: { readonly id: string }): ReactNode {
  return (
    <Form action={addressOf.batch(id, "abandonment")} className="mt-12 border-t border-solid-gray-200 pt-4">
      <button className="button button-quiet button-small">このまとまりをやめる</button>
      <span className="ml-3 text-solid-gray-700">入力した用紙はすべて消え、台帳には何も入りません。</span>
    </Form>
  );
}

type BatchAct = (ctx: Visit["ctx"], batchId: string) => Promise<Result<unknown>>;

function posting(act: BatchAct, notice: NoticeKey) {
  return async (visit: Visit): Promise<Response> => {
    const { batch } = await batchOf(visit);
    const done = await act(visit.ctx, batch.id);
    return done.ok ? onwards(addressOf.batch(batch.id), notice) : showBatchWith(visit, done.refusal);
  };
}

export const postEntryEnd = posting(endEntry, "saved");
export const postEntryResumption = posting(resumeEntry, "saved");
export const postAbandonment = posting(dropBatch, "cancelled");
export const postTaking = posting(takeBatch, "registered");
export const postReceiptsGiven = posting(giveReceipts, "saved");
