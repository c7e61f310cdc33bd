import type { ReactNode } from "react";
import {
  backgroundEntries,
  mayWriteBackground,
  registers,
  registerShapes,
  restoreBackgroundEntry,
  type BackgroundEntry,
  type Register,
} from "#domain/statistics/index.ts";
import { csvText } from "#export/csv.ts";
import { isId } from "#kernel/id.ts";
import { download, onwards, page } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import { ListFilter } from "#web/ui/list-filter.tsx";
import { Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, backgroundCrumb, registerAt } from "./addresses.ts";
import { allMeasures, type MeasureName } from "./measures.ts";

/** A register (社会潮流・課題整理シート・上位計画) with the measures that each entry leads to. */
export async function showRegister(visit: Visit): Promise<Response> {
  const { ctx, query } = visit;
  const register = registerAt(visit.params["register"] ?? "");
  const { name, purpose, entry } = registerShapes[register];
  const all = await backgroundEntries(ctx, register);
  const shown = chosenEntries(all, query);
  const measures = new Map((await allMeasures(ctx)).map((measure) => [measure.id, measure]));
  const mayWrite = mayWriteBackground(ctx.actor);
  return page(
    <StaffPage visit={visit} title={name} crumbs={[backgroundCrumb]}>
      <Others register={register} />
      <p className="prose mb-6">{purpose}</p>
      <Removed visit={visit} register={register} />
      <p className="actions mb-6">
        {mayWrite && (
          <a className="button" href={addressOf.newEntry(register)}>
            {entry}を加える
          </a>
        )}
        {all.length > 0 && (
          <a className="button button-secondary" href={`${addressOf.register(register)}/entries.csv`}>
            CSVで保存する
          </a>
        )}
      </p>
      {all.length === 0 ? (
        <Empty title={`${entry}はまだありません`}>
          <p>加えると、結び付けた施策のページにも出ます。</p>
        </Empty>
      ) : (
        <>
          <ListFilter
            action={addressOf.register(register)}
            query={query}
            label="言葉でしぼる"
            orders={orders}
            unit="件"
            total={all.length}
            shown={shown.length}
          >
            <label className="choice">
              <input type="checkbox" name="links" value="none" defaultChecked={query.get("links") === "none"} />
              <span>施策と結び付いていないものだけ</span>
            </label>
          </ListFilter>
          <Entries register={register} entries={shown} measures={measures} mayWrite={mayWrite} />
        </>
      )}
    </StaffPage>,
  );
}

const orders = { position: "加えた順", title: "名前の順" } as const;

/** The entries that the address asks for, in the order it asks for. */
function chosenEntries(entries: readonly BackgroundEntry[], query: URLSearchParams): readonly BackgroundEntry[] {
  const wanted = (query.get("q") ?? "").trim();
  const isLinkless = query.get("links") === "none";
  const found = entries.filter(
    ({ title, fields, nodeIds }) =>
      (!isLinkless || nodeIds.length === 0) && [title, ...Object.values(fields)].some((each) => each.includes(wanted)),
  );
  return query.get("sort") === "title" ? found.toSorted((a, b) => a.title.localeCompare(b.title, "ja")) : found;
}

function Others({ register }: { readonly register: Register }): ReactNode {
  return (
    <nav aria-label="計画の背景" className="mb-6">
      <ul className="list-plain flex flex-wrap gap-x-6 gap-y-2 border-b border-solid-gray-200 pb-3">
        {registers.map((each) => (
          <li key={each}>
            <a
              href={addressOf.register(each)}
              aria-current={each === register ? "page" : undefined}
              className="aria-[current]:font-bold"
            >
              {registerShapes[each].name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Right after an entry was removed: the way to bring it back. */
function Removed({ visit, register }: { readonly visit: Visit; readonly register: Register }): ReactNode {
  const id = visit.query.get("removed") ?? "";
  if (!isId(id)) return null;
  return (
    <Form action={`${addressOf.register(register)}/restoration`} className="mb-6">
      <input type="hidden" name="entry" value={id} />
      <button className="button button-secondary">削除したものを元に戻す</button>
    </Form>
  );
}

interface EntriesProps {
  readonly register: Register;
  readonly entries: readonly BackgroundEntry[];
  readonly measures: ReadonlyMap<string, MeasureName>;
  readonly mayWrite: boolean;
}

function Entries({ register, entries, measures, mayWrite }: EntriesProps): ReactNode {
  const { name, titleLabel, fields } = registerShapes[register];
  if (entries.length === 0) return <Empty title="当てはまるものはありません" />;
  return (
    <TableFrame label={name}>
      <table className="table">
        <caption className="visually-hidden">{name}</caption>
        <thead>
          <tr>
            {[titleLabel, ...fields.map(({ label }) => label), "施策"].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <th scope="row" className="min-w-40">
                {mayWrite ? <a href={addressOf.entry(register, entry.id)}>{entry.title}</a> : entry.title}
              </th>
              {fields.map(({ key, form }) => (
                <td key={key} className={form === "text" ? "min-w-56 whitespace-pre-line" : ""}>
                  {entry.fields[key]}
                </td>
              ))}
              <td className="min-w-48">
                <MeasureLinks nodeIds={entry.nodeIds} measures={measures} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function MeasureLinks({
  nodeIds,
  measures,
}: Pick<BackgroundEntry, "nodeIds"> & Pick<EntriesProps, "measures">): ReactNode {
  const known = nodeIds.flatMap((id) => measures.get(id) ?? []);
  if (known.length === 0) return "まだありません";
  return (
    <ul className="list-plain">
      {known.map(({ id, href, label }) => (
        <li key={id}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  );
}

/** The register as a file for Excel. */
export async function saveRegisterFile({ ctx, params }: Visit): Promise<Response> {
  const register = registerAt(params["register"] ?? "");
  const { name, titleLabel, fields } = registerShapes[register];
  const measures = new Map((await allMeasures(ctx)).map((measure) => [measure.id, measure.label]));
  const rows = (await backgroundEntries(ctx, register)).map((entry) => [
    entry.title,
    ...fields.map(({ key }) => entry.fields[key] ?? ""),
    entry.nodeIds.flatMap((id) => measures.get(id) ?? []).join("\n"),
  ]);
  const head = [titleLabel, ...fields.map(({ label }) => label), "施策"];
  return download(csvText([head, ...rows]), `${name}.csv`, "text/csv; charset=utf-8");
}

export async function bringEntryBack(visit: Visit): Promise<Response> {
  const register = registerAt(visit.params["register"] ?? "");
  await restoreBackgroundEntry(visit.ctx, text(visit.form, "entry")); // refuses nothing: an unknown one is not found
  return onwards(addressOf.register(register), "restored");
}
