import type { ReactNode } from "react";
import { addNotes, readNotes, type NoteFault, type NoteReading, type TableState } from "#domain/consultations/index.ts";
import type { Refusal } from "#kernel/result.ts";
import type { Sheet } from "#kernel/sheet.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import { Notice, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { handedIn } from "../../import-parts/handed-in.ts";
import { TableField } from "../../import-parts/table-field.tsx";
import { workshopAddress } from "./addresses.ts";
import { roundCrumbs, roundOf, type RoundScene } from "./round-of.ts";

/** The way in for a table of notes (班・付箋・票数). */
export async function showNoteImport(visit: Visit): Promise<Response> {
  return importAnswer(visit);
}

/** Reads the file and shows everything that it says before anything is entered. */
export async function readNoteFile(visit: Visit): Promise<Response> {
  const { state } = await roundOf(visit);
  const file = await handedIn(visit.form);
  if (!file.ok) return importAnswer(visit, { refusal: file.refusal });
  const [sheet] = file.value.workbook.sheets.filter(({ isHidden }) => !isHidden);
  if (!sheet) return importAnswer(visit, { refusal: noSheet });
  return importAnswer(visit, { reading: readNotes(sheet, tablesOf(state.tables)) });
}

const noSheet: Refusal = {
  code: "noSheet",
  message: "ファイルに、読めるシートがありません。",
  remedy: "隠していないシートに、班・付箋・票数を入れてください。",
};

/** Enters the notes that the preview showed, all of them. */
export async function applyNoteFile(visit: Visit): Promise<Response> {
  const { state, consultation } = await roundOf(visit);
  const reading = readNotes(sheetOf(text(visit.form, "rows")), tablesOf(state.tables));
  const { slug } = consultation;
  if (reading.faults.length > 0) return importAnswer(visit, { reading });
  const added = await addNotes(visit.ctx, { roundId: state.round.id, notes: reading.notes });
  return added.ok
    ? onwards(`${workshopAddress.round(slug, state.round.id)}#notes-title`, "imported")
    : importAnswer(visit, { refusal: added.refusal });
}

function tablesOf(tables: readonly TableState[]) {
  return tables.map(({ table }) => table);
}

/** What the preview showed, as the form of it sends it: a table whose cells are parted by tabs. */
function sheetOf(typed: string): Sheet {
  const rows = typed.split(/\r\n?|\n/).map((line) => line.split("\t"));
  return { name: "", isHidden: false, rows, merges: [], hiddenRows: [], hiddenColumns: [] };
}

function rowsOf({ notes }: NoteReading, names: ReadonlyMap<string, string>): string {
  const lines = notes.map(({ tableId, content, votes }) => [names.get(tableId) ?? "", content, String(votes)]);
  return [["班", "付箋", "票数"], ...lines].map((cells) => cells.map(oneCell).join("\t")).join("\n");
}

function oneCell(words: string): string {
  return words.replaceAll("\t", " ");
}

interface Shown {
  readonly refusal?: Refusal;
  readonly reading?: NoteReading;
}

async function importAnswer(visit: Visit, { refusal, reading }: Shown = {}): Promise<Response> {
  const scene = await roundOf(visit);
  const { state, consultation } = scene;
  const isWrong = refusal !== undefined || (reading?.faults.length ?? 0) > 0;
  return page(
    <StaffPage visit={visit} title="Excel・CSVから付箋を入れる" crumbs={roundCrumbs(scene)}>
      {reading && (isWrong ? <Faults faults={reading.faults} /> : <Preview scene={scene} reading={reading} />)}
      <p className="prose">
        1行に1枚ずつ、「班」「付箋」「票数」の列に入れた表を読みます（票数の列はなくてもかまいません）。取り込む前に、読んだ中身を確かめられます。読めないところが1か所でもあれば、何も取り込みません。
      </p>
      <p className="mt-2">この回の班：{state.tables.map(({ table }) => table.name).join("、") || "まだありません"}</p>
      <Form
        action={workshopAddress.noteImport(consultation.slug, state.round.id)}
        upload
        refusal={refusal}
        className="form mt-4 max-w-2xl"
      >
        <TableField label={reading ? "別のファイルを選ぶ" : "取り込むファイル"} refusal={refusal} />
        <p className="actions">
          <button className={reading && !isWrong ? "button button-secondary" : "button"}>読み込んで確かめる</button>
        </p>
      </Form>
    </StaffPage>,
    isWrong ? 422 : 200,
  );
}

function Faults({ faults }: { readonly faults: readonly NoteFault[] }): ReactNode {
  return (
    <section aria-labelledby="faults-title" className="mb-8">
      <Notice title={`直すところが${faults.length}か所あります。まだ何も取り込んでいません。`} tone="bad">
        <p>ファイルを直して、もう一度読み込んでください。</p>
      </Notice>
      <h2 id="faults-title" className="mt-4 mb-2 text-[1.25rem]">
        直すところ
      </h2>
      <TableFrame label="直すところの一覧">
        <table className="table">
          <caption className="visually-hidden">直すところ</caption>
          <thead>
            <tr>
              <th scope="col">行・列</th>
              <th scope="col">値</th>
              <th scope="col">直すこと</th>
            </tr>
          </thead>
          <tbody>
            {faults.map(({ row, column, value, message, remedy }) => (
              <tr key={`${row}${column}`}>
                <th scope="row" className="whitespace-nowrap">
                  {row}行 {column}列
                </th>
                <td>{value === "" ? "（空）" : value}</td>
                <td className="min-w-48">
                  {message}
                  {remedy}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

function Preview({ scene, reading }: { readonly scene: RoundScene; readonly reading: NoteReading }): ReactNode {
  const { state, consultation } = scene;
  const names = new Map(state.tables.map(({ table }) => [table.id, table.name]));
  return (
    <section aria-labelledby="preview-title" className="mb-10">
      <h2 id="preview-title" className="mb-2 text-[1.25rem]">
        読んだ付箋（{reading.notes.length}枚）
      </h2>
      <TableFrame label="読んだ付箋">
        <table className="table">
          <caption className="visually-hidden">読んだ付箋</caption>
          <thead>
            <tr>
              <th scope="col">班</th>
              <th scope="col">付箋</th>
              <th scope="col">票数</th>
            </tr>
          </thead>
          <tbody>
            {reading.notes.map(({ tableId, content, votes }, index) => (
              <tr key={index}>
                <td className="whitespace-nowrap">{names.get(tableId)}</td>
                <td className="min-w-48">{content}</td>
                <td className="number">{votes}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <Form action={workshopAddress.noteApplication(consultation.slug, state.round.id)} className="mt-4">
        <textarea name="rows" hidden readOnly value={rowsOf(reading, names)} />
        <p className="actions">
          <button className="button">{reading.notes.length}枚を入れる</button>
        </p>
      </Form>
    </section>
  );
}
