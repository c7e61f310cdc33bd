import type { ReactNode } from "react";
import {
  keepTables,
  mayManageConsultation,
  receiveNotes,
  type TableEntry,
  type TableState,
} from "#domain/consultations/index.ts";
import { parseJapaneseNumber } from "#kernel/japanese-number.ts";
import type { Refusal } from "#kernel/result.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice } from "#web/ui/forms.tsx";
import { Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { NamesNotice } from "../../names-found.tsx";
import { consultationCrumbs } from "../addresses.ts";
import { workshopAddress } from "./addresses.ts";
import { roundOf, roundTitle, type RoundScene } from "./round-of.ts";

/** A round: when and where, its tables with people and notes, and what goes into the ledger. */
export async function showRound(visit: Visit): Promise<Response> {
  return roundAnswer(visit);
}

export async function saveTables(visit: Visit): Promise<Response> {
  const { state, consultation } = await roundOf(visit);
  const tables = tablesIn(visit.form);
  const seen = { roundId: state.round.id, version: Number(text(visit.form, "version")) };
  const kept = await keepTables(visit.ctx, { ...seen, tables });
  return kept.ok
    ? onwards(`${workshopAddress.round(consultation.slug, state.round.id)}#tables-title`, "saved")
    : roundAnswer(visit, { refusal: kept.refusal, ...(kept.refusal.code !== "stale" && { entered: tables }) });
}

/** Puts the notes of the round into the ledger, and leads to the board. */
export async function takeNotesIn(visit: Visit): Promise<Response> {
  const { state, consultation } = await roundOf(visit);
  const received = await receiveNotes(visit.ctx, state.round.id);
  return received.ok
    ? onwards(workshopAddress.board(consultation.slug), "registered")
    : roundAnswer(visit, { refusal: received.refusal });
}

function tablesIn(form: FormData): TableEntry[] {
  const [ids, people] = [texts(form, "table"), texts(form, "people")];
  return texts(form, "name").map((name, index) => ({
    id: ids[index] || null,
    name,
    people: peopleIn(people[index] ?? ""),
  }));
}

function peopleIn(typed: string): number {
  return typed.trim() === "" ? 0 : (parseJapaneseNumber(typed.trim().replace(/人$/u, ""))?.value ?? Number.NaN);
}

interface Shown {
  readonly refusal?: Refusal;
  /** Tables as they were typed and refused. */
  readonly entered?: readonly TableEntry[];
}

async function roundAnswer(visit: Visit, { refusal, entered }: Shown = {}): Promise<Response> {
  const scene = await roundOf(visit);
  const { state, consultation } = scene;
  const { slug, occasion } = consultation;
  const mayManage = mayManageConsultation(visit.ctx.actor, occasion);
  return page(
    <StaffPage visit={visit} title={roundTitle(state)} crumbs={consultationCrumbs({ slug, title: occasion.title })}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Facts scene={scene} mayManage={mayManage} />
      {mayManage ? (
        <TablesForm scene={scene} entered={entered} version={entered ? text(visit.form, "version") : ""} />
      ) : (
        <TableList scene={scene} />
      )}
      <Notes scene={scene} mayManage={mayManage} />
      <Summaries scene={scene} mayManage={mayManage} />
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

interface SceneProps {
  readonly scene: RoundScene;
}

interface PartProps extends SceneProps {
  readonly mayManage: boolean;
}

function Facts({ scene: { state, consultation }, mayManage }: PartProps): ReactNode {
  const { round } = state;
  return (
    <div className="mb-8">
      <p>
        {dateWithBoth(round.heldOn)} {round.begins}〜{round.ends}　{round.place}
      </p>
      {round.directions !== "" && <p className="whitespace-pre-line">{round.directions}</p>}
      {mayManage && (
        <p className="mt-2">
          <a href={workshopAddress.roundWords(consultation.slug, round.id)}>日時・会場・テーマを直す</a>
        </p>
      )}
    </div>
  );
}

interface TablesProps extends SceneProps {
  readonly entered: readonly TableEntry[] | undefined;
  readonly version: string;
}

/** One row a table, and one that is empty for a new one. */
function TablesForm({ scene: { state, consultation }, entered, version }: TablesProps): ReactNode {
  const saved = [...state.tables.map(({ table }) => table), { id: null, name: "", people: 0 }];
  return (
    <section aria-labelledby="tables-title" className="mb-8">
      <h2 id="tables-title" className="text-[1.25rem]">
        班と人数
      </h2>
      <p className="field-hint mt-1">
        人数だけを入れます。だれが座ったかは残しません。名前を空にすると、付箋のない班は消えます。
      </p>
      <Form action={workshopAddress.tables(consultation.slug, state.round.id)} className="mt-2">
        <input type="hidden" name="version" value={version || state.round.version} />
        <div className="table-fields">
          {(entered ?? saved).map((table, index) => (
            <TableFields key={table.id ?? `new-${index}`} table={table} place={index + 1} />
          ))}
        </div>
        <p className="actions mt-4">
          <button className="button button-secondary">班と人数を保存する</button>
        </p>
      </Form>
    </section>
  );
}

function TableFields({ table, place }: { readonly table: TableEntry; readonly place: number }): ReactNode {
  const { id, name, people } = table;
  const isWrong = Number.isNaN(people);
  return (
    <div className="table-field">
      <input type="hidden" name="table" value={id ?? ""} />
      <label className="count-field">
        <span>{id === null ? "新しい班の名前" : `${place}番目の班の名前`}</span>
        <input name="name" className="input" defaultValue={name} />
      </label>
      <label className="count-field">
        <span>人数{name !== "" && <span className="visually-hidden">（{name}）</span>}</span>
        <input
          name="people"
          className="input input-short"
          inputMode="numeric"
          defaultValue={isWrong || people === 0 ? "" : people}
          aria-invalid={isWrong ? true : undefined}
        />
      </label>
    </div>
  );
}

function TableList({ scene: { state } }: SceneProps): ReactNode {
  return (
    <section aria-labelledby="tables-title" className="mb-8">
      <h2 id="tables-title" className="text-[1.25rem]">
        班と人数
      </h2>
      <ul className="mt-2 list-disc pl-6">
        {state.tables.map(({ table }) => (
          <li key={table.id}>
            {table.name}：{table.people}人
          </li>
        ))}
      </ul>
    </section>
  );
}

function Notes({ scene: { state, consultation }, mayManage }: PartProps): ReactNode {
  const { slug, occasion } = consultation;
  const { round, tables, waiting } = state;
  return (
    <section aria-labelledby="notes-title" className="mb-8">
      <h2 id="notes-title" className="mb-2 text-[1.25rem]">
        付箋
      </h2>
      {tables.length === 0 ? (
        <Empty title="班がまだありません">
          <p>先に「班と人数」で班を加えます。</p>
        </Empty>
      ) : (
        <NoteCounts slug={slug} roundId={round.id} tables={tables} />
      )}
      {mayManage && tables.length > 0 && !occasion.settledAt && (
        <p className="actions mt-4">
          <a className="button button-secondary" href={workshopAddress.noteImport(slug, round.id)}>
            Excel・CSVから付箋を入れる
          </a>
        </p>
      )}
      {mayManage && (
        <div className="mt-4">
          <NamesNotice before="台帳に入れる前に" parts={partsOf(tables)} />
        </div>
      )}
      {mayManage && waiting > 0 && (
        <Form action={workshopAddress.noteReception(slug, round.id)} className="mt-4">
          <p className="field-hint">
            台帳に入れると、意見として番号が付き、盤で見出しにまとめられます。そのあと言葉は直せません。
          </p>
          <p className="actions mt-2">
            <button className="button">{waiting}枚を台帳に入れる</button>
          </p>
        </Form>
      )}
    </section>
  );
}

/** Notes on their way into the ledger, table by table: there a name can only be blackened. */
function partsOf(tables: readonly TableState[]) {
  return tables.flatMap(({ table, notes }) => notes.map(({ content }) => ({ part: table.name, words: content })));
}

interface CountsProps {
  readonly slug: string;
  readonly roundId: string;
  readonly tables: readonly TableState[];
}

function NoteCounts({ slug, roundId, tables }: CountsProps): ReactNode {
  return (
    <TableFrame label="班ごとの付箋">
      <table className="table">
        <caption className="visually-hidden">班ごとの付箋</caption>
        <thead>
          <tr>
            <th scope="col">班</th>
            <th scope="col" className="number">
              付箋
            </th>
            <th scope="col" className="number">
              シール
            </th>
            <th scope="col" className="number">
              台帳に入れる前
            </th>
          </tr>
        </thead>
        <tbody>
          {tables.map(({ table, notes }) => (
            <tr key={table.id}>
              <th scope="row" className="whitespace-nowrap">
                <a href={workshopAddress.notesAt(slug, roundId, table.id)}>{table.name}</a>
              </th>
              <td className="number">{notes.length}枚</td>
              <td className="number">{notes.reduce((sum, { votes }) => sum + votes, 0)}</td>
              <td className="number">{notes.filter(({ voiceId }) => voiceId === null).length}枚</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Summaries({ scene: { state, consultation }, mayManage }: PartProps): ReactNode {
  const { round, tables } = state;
  const said = tables.filter(({ table }) => table.summary !== "");
  return (
    <section aria-labelledby="summary-title" className="mb-8">
      <h2 id="summary-title" className="text-[1.25rem]">
        まとめ
      </h2>
      {round.summary === "" && said.length === 0 && <p className="mt-2">まだ書かれていません。</p>}
      {round.summary !== "" && <p className="prose mt-2 whitespace-pre-line">{round.summary}</p>}
      {said.map(({ table }) => (
        <div key={table.id} className="mt-4">
          <h3 className="text-[1.0625rem]">{table.name}</h3>
          <p className="prose whitespace-pre-line">{table.summary}</p>
        </div>
      ))}
      {mayManage && (
        <p className="mt-4">
          <a href={workshopAddress.summaries(consultation.slug, round.id)}>回と班のまとめを書く</a>
        </p>
      )}
    </section>
  );
}
