import type { ReactNode } from "react";
import { actLabel, chainFaultLabel, referenceLabel, type ChainReport, type EventRow } from "#domain/audit/index.ts";
import { momentWords } from "#domain/identity/index.ts";
import { Form, SelectField, TextField } from "#web/ui/forms.tsx";
import { Empty, Notice, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { systemWords, valueWords, type Named, type Names } from "./reference-words.ts";
import { filterAddress, type FilterWords } from "./filter.ts";

export interface EventsPageProps {
  readonly visit: Visit;
  readonly words: FilterWords;
  readonly events: readonly EventRow[];
  readonly total: number;
  readonly acts: readonly string[];
  /** The names of those who acted, by id, in the order of their kana. */
  readonly people: ReadonlyMap<string, string>;
  /** What the events point at. */
  readonly names: Names;
  readonly next: number | undefined;
  readonly report?: ChainReport | undefined;
}

/** The audit trail (操作の記録): who did what and when, and whether it still holds together. */
export function EventsPage(props: EventsPageProps): ReactNode {
  const { visit, words, events, total, next, report } = props;
  return (
    <StaffPage visit={visit} title="操作の記録" wide>
      <p className="prose mb-6">
        だれが、いつ、何をしたかの記録です。一件ずつが前の記録とつながっていて、あとから書き換えると検証で分かります。文章や個人の情報は入っていません。
      </p>
      {report && <ChainNotice report={report} />}
      <div className="actions my-6">
        <Form action="/staff/events/verifications" className="">
          <button className="button button-secondary">連鎖を検証する</button>
        </Form>
        <a className="button button-secondary" href={filterAddress("/staff/events.csv", { ...words, before: "" })}>
          CSVで保存する
        </a>
        <p className="text-solid-gray-700">全部で{total}件</p>
      </div>
      <FilterForm {...props} />
      {events.length === 0 ? (
        <Empty title="当てはまる記録はありません">
          <p>条件を変えてお試しください。</p>
        </Empty>
      ) : (
        <EventTable events={events} people={props.people} names={props.names} />
      )}
      <nav aria-label="ページ送り" className="actions mt-6">
        {words.before !== "" && (
          <a href={filterAddress("/staff/events", { ...words, before: "" })}>いちばん新しい記録へ</a>
        )}
        {next !== undefined && (
          <a href={filterAddress("/staff/events", { ...words, before: String(next) })}>前の記録へ</a>
        )}
      </nav>
    </StaffPage>
  );
}

function ChainNotice({ report }: { readonly report: ChainReport }): ReactNode {
  if (!report.broken)
    return (
      <div role="status">
        <Notice title={`${report.events}件の記録は、すべて正しくつながっています。`} tone="good" />
      </div>
    );
  return (
    <div role="alert">
      <Notice title={`${report.broken.sequence}番の記録が正しくありません。`} tone="bad">
        <p>
          {chainFaultLabel(report.broken.reason)}その前の{report.events}件は正しくつながっています。
        </p>
        <p>
          データベースを直接書き換えた可能性があります。控えと照らし合わせ、システム管理者と監査にお知らせください。
        </p>
      </Notice>
    </div>
  );
}

function FilterForm({ words, acts, people }: EventsPageProps): ReactNode {
  const actOptions = acts.map((act) => ({ value: act, label: actLabel(act) }));
  const peopleOptions = [...people].map(([id, name]) => ({ value: id, label: name }));
  return (
    <form action="/staff/events" className="mb-6 flex flex-wrap items-end gap-4 [&_.field]:mt-0">
      <SelectField name="act" label="操作" blank="すべて" options={actOptions} value={words.act} />
      <SelectField name="person" label="人" blank="すべて" options={peopleOptions} value={words.person} />
      <TextField name="from" label="この日から" type="date" value={words.from} short />
      <TextField name="until" label="この日まで" type="date" value={words.until} short />
      <button className="button">絞り込む</button>
    </form>
  );
}

function EventTable({ events, people, names }: Pick<EventsPageProps, "events" | "people" | "names">): ReactNode {
  return (
    <TableFrame label="操作の記録">
      <table className="table">
        <caption>新しい順に{events.length}件</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              番号
            </th>
            <th scope="col">日時</th>
            <th scope="col">人</th>
            <th scope="col">操作</th>
            <th scope="col">対象</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.sequence}>
              <th scope="row" className="number">
                {event.sequence}
              </th>
              <td className="whitespace-nowrap">{momentWords(event.occurredAt)}</td>
              <td>{actorWords(event, people)}</td>
              <td className="min-w-40">{actLabel(event.act)}</td>
              <td className="min-w-72 text-[0.8125rem] text-solid-gray-700">
                <Reference reference={event.reference} names={names} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

/** Who acted: a person by name, a part of the system by its label. */
export function actorWords({ actorKind, actorId, actorLabel }: EventRow, people: EventsPageProps["people"]): string {
  if (actorKind === "person") return people.get(actorId ?? "") ?? "（削除された人）";
  return actorKind === "system" ? `システム（${systemWords(actorLabel)}）` : "サインインしていない人";
}

function Reference({ reference, names }: { readonly reference: unknown; readonly names: Names }): ReactNode {
  const entries = typeof reference === "object" && reference !== null ? Object.entries(reference) : [];
  return entries.map(([key, value]) => (
    <div key={key}>
      {referenceLabel(key)}：
      {listed(key, value).map((each, index) => (
        <span key={index}>
          {index > 0 && "、"}
          <NamedValue named={valueWords(key, each, names)} />
        </span>
      ))}
    </div>
  ));
}

/** The values of one key; of the questions of an import, which have no names, how many. */
function listed(key: string, value: unknown): unknown[] {
  return key === "questions" && Array.isArray(value) ? [`${value.length}件`] : [value].flat();
}

function NamedValue({ named: { words, href } }: { readonly named: Named }): ReactNode {
  return href ? <a href={href}>{words}</a> : words;
}
