import type { ReactNode } from "react";
import { personId } from "#domain/audit/index.ts";
import {
  batchPage,
  correctSheet,
  enterSheet,
  listDistricts,
  removeSheet,
  type BatchPage,
  type District,
  type PaperSheet,
  type SheetWords,
} from "#domain/voices/index.ts";
import { NotFound, type Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { draftKey } from "#web/islands/unsaved-changes/draft.ts";
import { UnsavedChanges } from "#web/islands/unsaved-changes.tsx";
import { Form } from "#web/ui/forms.tsx";
import { Island } from "#web/ui/island.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, homeCrumb } from "./addresses.ts";
import { SheetFields } from "./sheet-fields.tsx";
import { nextWords, sheetWordsIn } from "./sheet-form.ts";

export function crumbsOf({ batch, occasion }: BatchPage) {
  return [
    homeCrumb,
    { href: addressOf.occasion(occasion.id), label: occasion.title },
    { href: addressOf.batch(batch.id), label: batch.title },
  ];
}

export function batchOf({ ctx, params }: Visit): Promise<BatchPage> {
  return batchPage(ctx, params["batch"] ?? "");
}

/** The form for the next paper. */
export async function showNewSheet(visit: Visit): Promise<Response> {
  const found = await batchOf(visit);
  if (found.batch.state !== "entering") return onwards(addressOf.batch(found.batch.id));
  return newSheetPage(visit, found, nextWords(found.sheets, personId(visit.ctx.actor), visit.ctx.clock.today()));
}

async function newSheetPage(visit: Visit, found: BatchPage, words: SheetWords, refusal?: Refusal): Promise<Response> {
  const { batch, sheets } = found;
  const last = sheets.at(-1);
  const number = (last?.position ?? 0) + 1;
  const districts = await listDistricts(visit.ctx);
  const element = (
    <StaffPage visit={visit} title={`${number}枚目の用紙を入れる`} crumbs={crumbsOf(found)} wide>
      {last && !refusal && <LastSheet sheet={last} />}
      <SheetForm
        visit={visit}
        action={addressOf.batch(batch.id, "sheets/new")}
        draft={`batch-${batch.id}`}
        words={words}
        districts={districts}
        refusal={refusal}
        buttons={
          <>
            <button className="button">保存して次へ</button>
            <a href={addressOf.batch(batch.id)}>まとまりのページへ（{sheets.length}枚）</a>
          </>
        }
      />
    </StaffPage>
  );
  return page(element, refusal ? 422 : 200);
}

/** What was saved just now: the number to write on the paper, and the receipt for its sender. */
function LastSheet({ sheet }: { readonly sheet: PaperSheet }): ReactNode {
  const { batchId, id, position, receipt } = sheet;
  return (
    <p className="mb-4">
      前の用紙：整理番号 <b>{position}</b>（紙に書いてください）、受付番号 <b className="receipt">{receipt}</b>{" "}
      <a href={addressOf.sheet(batchId, id)}>{position}番を直す</a>
    </p>
  );
}

interface SheetFormProps {
  readonly visit: Visit;
  readonly action: string;
  /** Under which name the browser keeps what is not saved yet. */
  readonly draft: string;
  readonly words: SheetWords;
  readonly districts: readonly District[];
  readonly version?: number;
  readonly refusal: Refusal | undefined;
  readonly buttons: ReactNode;
}

function SheetForm(props: SheetFormProps): ReactNode {
  const { visit, action, draft, words, districts, version, refusal, buttons } = props;
  const keptAs = draftKey(personId(visit.ctx.actor) ?? "", draft);
  const watched = { form: "sheet-form", saved: "", keptAs, isDirty: refusal !== undefined };
  return (
    <Form action={action} refusal={refusal} id="sheet-form" className="">
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <SheetFields words={words} districts={districts} refusal={refusal} />
      <div className="actions save-bar mt-4">
        {buttons}
        <Island name="unsaved-changes" component={UnsavedChanges} props={watched} id="unsaved" />
      </div>
    </Form>
  );
}

export async function saveNewSheet(visit: Visit): Promise<Response> {
  const found = await batchOf(visit);
  const words = sheetWordsIn(visit.form);
  const entered = await enterSheet(visit.ctx, { batchId: found.batch.id, ...words });
  return entered.ok
    ? onwards(addressOf.batch(found.batch.id, "sheets/new"), "saved")
    : newSheetPage(visit, found, words, entered.refusal);
}

/** One sheet, to correct what was typed wrongly. */
export async function showSheet(visit: Visit): Promise<Response> {
  const found = await batchOf(visit);
  return sheetPage(visit, found, sheetOf(visit, found));
}

function sheetOf({ params }: Visit, { sheets }: BatchPage): PaperSheet {
  const sheet = sheets.find(({ id }) => id === params["sheet"]);
  if (!sheet) throw new NotFound(`sheet ${params["sheet"]}`);
  return sheet;
}

interface Entered {
  readonly words: SheetWords;
  readonly refusal: Refusal;
}

async function sheetPage(visit: Visit, found: BatchPage, sheet: PaperSheet, entered?: Entered): Promise<Response> {
  const { batch } = found;
  const districts = await listDistricts(visit.ctx);
  const { refusal, words } = entered ?? { refusal: undefined, words: sheet };
  if (batch.state !== "entering" && batch.state !== "reading") return onwards(addressOf.batch(batch.id));
  const element = (
    <StaffPage visit={visit} title={`${sheet.position}番の用紙を直す`} crumbs={crumbsOf(found)} wide>
      <p className="mb-4">
        受付番号 <b className="receipt">{sheet.receipt}</b>
      </p>
      {sheet.readBy && (
        <Notice tone="caution" title="読み合わせの済んだ用紙です。">
          <p>直すと、もう一度読み合わせが要ります。</p>
        </Notice>
      )}
      <SheetForm
        visit={visit}
        action={addressOf.sheet(batch.id, sheet.id)}
        draft={`sheet-${sheet.id}`}
        words={words}
        districts={districts}
        version={sheet.version}
        refusal={refusal}
        buttons={
          <>
            <button className="button">訂正を保存する</button>
            <a href={addressOf.batch(batch.id)}>まとまりのページへ</a>
          </>
        }
      />
      <Form action={addressOf.sheet(batch.id, sheet.id, "removal")} className="mt-12">
        <input type="hidden" name="version" value={sheet.version} />
        <button className="button button-quiet button-small">この用紙を取り除く</button>
        <span className="ml-3 text-solid-gray-700">同じ紙を二度入れたときだけ使います。入力は消えます。</span>
      </Form>
    </StaffPage>
  );
  return page(element, refusal ? 422 : 200);
}

function asked(visit: Visit, { batch }: BatchPage) {
  return { batchId: batch.id, sheetId: visit.params["sheet"] ?? "", version: Number(text(visit.form, "version")) };
}

/** Saves the correction; while the batch is being read, its reader goes on with the same sheet. */
export async function saveSheet(visit: Visit): Promise<Response> {
  const found = await batchOf(visit);
  const sheet = sheetOf(visit, found);
  const words = sheetWordsIn(visit.form);
  const saved = await correctSheet(visit.ctx, { ...asked(visit, found), ...words });
  if (!saved.ok) return sheetPage(visit, found, sheet, { words, refusal: saved.refusal });
  const { batch } = found;
  return onwards(
    batch.state === "reading" ? addressOf.readingOf(batch.id, sheet.position) : addressOf.batch(batch.id),
    "saved",
  );
}

export async function dropSheet(visit: Visit): Promise<Response> {
  const found = await batchOf(visit);
  const removed = await removeSheet(visit.ctx, asked(visit, found));
  if (removed.ok) return onwards(addressOf.batch(found.batch.id), "cancelled");
  const sheet = sheetOf(visit, found);
  return sheetPage(visit, found, sheet, { words: sheet, refusal: removed.refusal });
}
