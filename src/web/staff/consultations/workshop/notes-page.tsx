import type { ReactNode } from "react";
import {
  addNotes,
  keepNotes,
  mayManageConsultation,
  notesInLines,
  type NoteEntry,
  type TableState,
} from "#domain/consultations/index.ts";
import { parseJapaneseNumber } from "#kernel/japanese-number.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { islandScripts } from "#web/ui/assets.ts";
import { Form, RefusalNotice, TextArea, TextField } from "#web/ui/forms.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { workshopAddress } from "./addresses.ts";
import { NoteList, NotesForm } from "./note-parts.tsx";
import { roundCrumbs, roundOf, roundTitle, type RoundScene } from "./round-of.ts";

/** The notes of a table: one field to type the next note, a block to paste, and what lies there already. */
export async function showNotes(visit: Visit): Promise<Response> {
  return notesAnswer(visit);
}

/** Enters what was typed or pasted, and is ready for the next note at once. */
export async function enterNotes(visit: Visit): Promise<Response> {
  const { form } = visit;
  const { state, consultation } = await roundOf(visit);
  const tableId = text(form, "table");
  const contents = [text(form, "note"), ...notesInLines(text(form, "block"))];
  const notes = contents.map((content) => ({ tableId, content, votes: 0 }));
  const added = await addNotes(visit.ctx, { roundId: state.round.id, notes });
  return added.ok
    ? onwards(workshopAddress.notesAt(consultation.slug, state.round.id, tableId))
    : notesAnswer(visit, { refusal: added.refusal });
}

/** Puts notes right and counts their votes. */
export async function saveNotes(visit: Visit): Promise<Response> {
  const { state, consultation } = await roundOf(visit);
  const notes = notesIn(visit.form);
  const kept = await keepNotes(visit.ctx, { roundId: state.round.id, notes });
  const address = workshopAddress.notesAt(consultation.slug, state.round.id, text(visit.form, "table"));
  return kept.ok
    ? onwards(`${address}#list-title`, "saved")
    : notesAnswer(visit, { refusal: kept.refusal, entered: notes });
}

function notesIn(form: FormData): NoteEntry[] {
  const [contents, votes, versions] = [texts(form, "content"), texts(form, "votes"), texts(form, "version")];
  return texts(form, "id").map((id, index) => ({
    id,
    content: (contents[index] ?? "").trim(),
    votes: votesIn(votes[index] ?? ""),
    version: Number(versions[index]),
  }));
}

function votesIn(typed: string): number {
  return typed.trim() === "" ? 0 : (parseJapaneseNumber(typed.trim())?.value ?? Number.NaN);
}

interface Shown {
  readonly refusal?: Refusal;
  /** Notes as they were typed and refused. */
  readonly entered?: readonly NoteEntry[];
}

async function notesAnswer(visit: Visit, { refusal, entered }: Shown = {}): Promise<Response> {
  const scene = await roundOf(visit);
  const { state, consultation } = scene;
  const wanted = text(visit.form, "table") || visit.query.get("table");
  const here = state.tables.find(({ table }) => table.id === wanted) ?? state.tables[0];
  const mayWrite = mayManageConsultation(visit.ctx.actor, consultation.occasion) && !consultation.occasion.settledAt;
  return page(
    <StaffPage visit={visit} title={`付箋：${roundTitle(state)}`} crumbs={roundCrumbs(scene)}>
      {refusal && <RefusalNotice refusal={refusal} />}
      {here ? (
        <>
          <TableTabs scene={scene} here={here} />
          {mayWrite && <Entry scene={scene} here={here} typed={refusal && !entered ? visit.form : undefined} />}
          {mayWrite ? (
            <NotesForm scene={scene} here={here} entered={entered} />
          ) : (
            <NoteList scene={scene} here={here} />
          )}
        </>
      ) : (
        <Empty title="班がまだありません">
          <p>
            付箋は班ごとに入れます。先に
            <a href={workshopAddress.round(consultation.slug, state.round.id)}>回のページ</a>で班を加えます。
          </p>
        </Empty>
      )}
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

interface TabsProps {
  readonly scene: RoundScene;
  readonly here: TableState;
}

function TableTabs({ scene: { state, consultation }, here }: TabsProps): ReactNode {
  return (
    <nav aria-label="班" className="mb-4">
      <ul className="list-plain flex flex-wrap gap-x-6 gap-y-1">
        {state.tables.map(({ table, notes }) => (
          <li key={table.id}>
            <a
              href={workshopAddress.notesAt(consultation.slug, state.round.id, table.id)}
              aria-current={table.id === here.table.id ? "page" : undefined}
              className="inline-block py-1 aria-[current]:font-bold"
            >
              {table.name}（{notes.length}枚）
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface EntryProps extends TabsProps {
  /** What was typed and refused. */
  readonly typed: FormData | undefined;
}

/** Enter in the field sends it, and the page that follows stands ready in the same field; with script, the page stays. */
function Entry({ scene: { state, consultation }, here, typed }: EntryProps): ReactNode {
  const { slug } = consultation;
  const action = workshopAddress.notes(slug, state.round.id);
  const table = <input type="hidden" name="table" value={here.table.id} />;
  const block = typed ? text(typed, "block") : "";
  return (
    <>
      <Form action={action} className="note-entry">
        {table}
        <TextField
          name="note"
          label={`${here.table.name}の付箋`}
          hint="1枚ごとに Enter を押します。"
          value={typed ? text(typed, "note") : ""}
          autoComplete="off"
          startsHere={block === ""}
        />
        <button className="button">入れる</button>
        <p className="field-hint note-status" role="status" />
      </Form>
      <script type="module" src={islandScripts("note-entry")[0]} />
      <details className="mb-8" open={block !== ""}>
        <summary>まとめて貼り付ける・ファイルから入れる</summary>
        <Form action={action}>
          {table}
          <TextArea
            name="block"
            label={`${here.table.name}の付箋をまとめて`}
            hint="1行が1枚です。行の初めの「・」は除きます。"
            rows={8}
            value={block}
          />
          <p className="actions">
            <button className="button button-secondary">まとめて入れる</button>
            <a className="button button-quiet" href={workshopAddress.noteImport(slug, state.round.id)}>
              Excel・CSVから入れる
            </a>
          </p>
        </Form>
      </details>
    </>
  );
}
