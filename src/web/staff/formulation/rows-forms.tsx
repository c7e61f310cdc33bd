import type { ReactNode } from "react";
import type { PolicyBody, PolicyMethod } from "#domain/formulation/index.ts";
import { Form } from "#web/ui/forms.tsx";
import { TableFrame } from "#web/ui/parts.tsx";
import { texts } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";

const blankRows = 3;

interface Column {
  readonly name: string;
  readonly label: string;
}

const bodyColumns: readonly Column[] = [
  { name: "bodyName", label: "会議・組織" },
  { name: "bodyRole", label: "役割" },
];

const methodColumns: readonly Column[] = [
  { name: "methodName", label: "手法" },
  { name: "methodTiming", label: "時期" },
  { name: "methodDetail", label: "内容" },
];

interface RowsProps {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/** Rows to fill in, with some blank ones; a row without a name is left out. */
function Rows({ label, columns, rows }: RowsProps): ReactNode {
  const all = [...rows, ...Array.from({ length: blankRows }, () => columns.map(() => ""))];
  return (
    <TableFrame label={label}>
      <table className="table">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {all.map((row, index) => (
            <tr key={index}>
              {columns.map((column, place) => (
                <td key={column.name}>
                  <input
                    className="input"
                    name={column.name}
                    aria-label={`${index + 1}行目の${column.label}`}
                    defaultValue={row[place]}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function hint(): ReactNode {
  return <p className="field-hint">名前を空にした行は、保存すると消えます。</p>;
}

interface FormProps {
  readonly slug: string;
  readonly version: number;
}

export function BodiesForm({
  slug,
  version,
  bodies,
}: FormProps & { readonly bodies: readonly PolicyBody[] }): ReactNode {
  return (
    <Form action={`${addressOf.policy(slug)}/bodies`}>
      <input type="hidden" name="version" value={version} />
      {hint()}
      <Rows label="体制の表" columns={bodyColumns} rows={bodies.map(({ name, role }) => [name, role])} />
      <p className="actions">
        <button className="button">体制を保存する</button>
      </p>
    </Form>
  );
}

export function MethodsForm({
  slug,
  version,
  methods,
}: FormProps & { readonly methods: readonly PolicyMethod[] }): ReactNode {
  return (
    <Form action={`${addressOf.policy(slug)}/methods`}>
      <input type="hidden" name="version" value={version} />
      {hint()}
      <Rows
        label="市民参加の手法の表"
        columns={methodColumns}
        rows={methods.map(({ name, timing, detail }) => [name, timing, detail])}
      />
      <p className="actions">
        <button className="button">手法を保存する</button>
      </p>
    </Form>
  );
}

/** Rows as lines, as two lists are read beside each other; those without a name were left out. */
export function bodyLines(bodies: readonly PolicyBody[]): string {
  return rowLines(bodies.map(({ name, role }) => [name, role]));
}

export function methodLines(methods: readonly PolicyMethod[]): string {
  return rowLines(methods.map(({ name, timing, detail }) => [name, timing, detail]));
}

function rowLines(rows: readonly (readonly string[])[]): string {
  return rows
    .filter(([name]) => name !== "")
    .map((row) => row.filter(Boolean).join("　"))
    .join("\n");
}

export function bodiesIn(form: FormData): PolicyBody[] {
  return rowsIn(form, bodyColumns).map(([name = "", role = ""]) => ({ name, role }));
}

export function methodsIn(form: FormData): PolicyMethod[] {
  return rowsIn(form, methodColumns).map(([name = "", timing = "", detail = ""]) => ({ name, timing, detail }));
}

function rowsIn(form: FormData, columns: readonly Column[]): string[][] {
  const lists = columns.map(({ name }) => texts(form, name));
  return (lists[0] ?? []).map((_, index) => lists.map((list) => (list[index] ?? "").trim()));
}
