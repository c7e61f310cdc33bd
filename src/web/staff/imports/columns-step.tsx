import type { ReactNode } from "react";
import {
  columnRoleGroup,
  columnRoleLabel,
  guessFor,
  headerTexts,
  mapColumns,
  readImport,
  rolesFor,
  sheetView,
  type ColumnGuess,
  type ColumnMeaning,
  type ColumnRole,
  type ImportCase,
  type ImportStage,
} from "#domain/plan/index.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { parseFiscalYear } from "#kernel/japanese-year.ts";
import { NotFound, type Refusal } from "#kernel/result.ts";
import { cellText, columnLetters } from "#kernel/sheet.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import { Badge, TableFrame } from "#web/ui/parts.tsx";
import { text, type Visit } from "#web/visit.ts";
import { importPath } from "./addresses.ts";
import { ImportFrame } from "./import-frame.tsx";
import { elsewhere, importOf } from "./open-import.ts";
import { SheetTable, shortened } from "./sheet-table.tsx";

export async function showColumns(visit: Visit): Promise<Response> {
  const theCase = await importOf(visit);
  return elsewhere(theCase, "columns") ?? columnsPage(visit, theCase);
}

export async function saveColumns(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const theCase = await importOf(visit);
  const count = theCase.planImport.mapping?.columns.length ?? 0;
  const columns = Array.from({ length: count }, (_, index) => ({
    role: text(form, `column-${index}`),
    year: parseFiscalYear(text(form, `year-${index}`)),
  }));
  const mapped = await mapColumns(ctx, { id: theCase.planImport.id, columns });
  if (mapped.ok) return onwards(importPath(theCase.plan.slug, theCase.planImport.id, await nextStep(visit)));
  return columnsPage(visit, await keepRefused(theCase, columns), mapped.refusal);
}

/** Questions, unless the sheet raises none or earlier answers settle them all. */
async function nextStep(visit: Visit): Promise<ImportStage> {
  const read = await readImport(visit.ctx, await importOf(visit));
  return read.openQuestions.length > 0 ? "questions" : "preview";
}

/** The case with the columns as they were sent, so that a refused form keeps what was entered. */
async function keepRefused(
  theCase: ImportCase,
  sent: readonly { readonly role: string; readonly year: number | undefined }[],
): Promise<ImportCase> {
  const { mapping } = theCase.planImport;
  if (!mapping) return theCase;
  const known = rolesFor(theCase.frame.levels);
  const columns = sent.map(({ role, year }): ColumnMeaning => ({
    role: known.find((each) => each === role) ?? "ignore",
    ...(year !== undefined && { year }),
  }));
  return { ...theCase, planImport: { ...theCase.planImport, mapping: { ...mapping, columns } } };
}

async function columnsPage(visit: Visit, theCase: ImportCase, refusal?: Refusal): Promise<Response> {
  const { mapping } = theCase.planImport;
  if (!mapping) throw new NotFound();
  const { sheet } = await sheetView(visit.ctx, theCase, mapping.sheet);
  const headers = headerTexts(sheet, mapping.header);
  const guesses = guessFor(sheet, mapping.header, theCase.frame);
  const lines = mapping.columns.map((meaning, index): ColumnLine => {
    const cells = sheet.rows.slice(mapping.header.to + 1).map((row) => cellText(row[index]));
    return {
      index,
      meaning,
      header: headers[index] ?? "",
      guess: guesses[index],
      samples: distinct(cells).slice(0, 3),
    };
  });
  return page(
    <ImportFrame visit={visit} theCase={theCase} step="columns" title="それぞれの列は何ですか">
      <p className="prose mb-6">
        見出しと値から推測しました。違うところだけ直してください。「取り込まない」の列は、計画に入りません。
      </p>
      <SheetTable
        sheet={{ ...sheet, rows: sheet.rows.slice(mapping.header.from) }}
        header={{ from: 0, to: mapping.header.to - mapping.header.from }}
        rows={8}
        first={mapping.header.from}
        className="mb-6 !max-h-52 bg-white min-[900px]:sticky min-[900px]:top-0 min-[900px]:z-[3]"
      />
      <Form action={importPath(theCase.plan.slug, theCase.planImport.id, "columns")} refusal={refusal}>
        <ColumnTable lines={lines} theCase={theCase} refusal={refusal} />
        <p className="actions">
          <button className="button">次へ：値の確認</button>
        </p>
      </Form>
    </ImportFrame>,
    refusal ? 422 : 200,
  );
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((each) => each !== ""))];
}

interface ColumnLine {
  readonly index: number;
  readonly meaning: ColumnMeaning;
  readonly header: string;
  readonly guess: ColumnGuess | undefined;
  readonly samples: readonly string[];
}

interface ColumnTableProps {
  readonly lines: readonly ColumnLine[];
  readonly theCase: ImportCase;
  readonly refusal: Refusal | undefined;
}

function ColumnTable({ lines, theCase, refusal }: ColumnTableProps): ReactNode {
  const shown = lines.filter(({ header, samples }) => header !== "" || samples.length > 0);
  return (
    <TableFrame label="列の割り当て">
      <table className="table">
        <caption className="visually-hidden">列の割り当て</caption>
        <thead>
          <tr>
            <th scope="col">列</th>
            <th scope="col">見出し</th>
            <th scope="col">値の例</th>
            <th scope="col">何の列か</th>
            <th scope="col">何年度の値か</th>
            <th scope="col">推測</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <tr key={line.index}>
              <td>{columnLetters(line.index)}</td>
              <th scope="row" className="font-normal">
                {line.header || "（見出しなし）"}
              </th>
              <td className="text-solid-gray-700">{line.samples.map((sample) => shortened(sample)).join("／")}</td>
              <td>
                <RoleSelect line={line} theCase={theCase} error={refusal?.fields?.[`column-${line.index}`]} />
              </td>
              <td>
                <YearField line={line} error={refusal?.fields?.[`year-${line.index}`]} />
              </td>
              <td>
                <Confidence line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function RoleSelect({
  line,
  theCase,
  error,
}: {
  readonly line: ColumnLine;
  readonly theCase: ImportCase;
  readonly error: string | undefined;
}): ReactNode {
  const name = `column-${line.index}`;
  const { levels } = theCase.frame;
  const groups = groupsOf(rolesFor(levels));
  return (
    <>
      {error && (
        <p className="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
      <select
        id={name}
        name={name}
        className="input !min-h-9 !w-60 !py-1"
        defaultValue={line.meaning.role}
        aria-label={`${columnLetters(line.index)}列「${line.header}」は何の列か`}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
      >
        <option value="ignore">{columnRoleLabel("ignore", levels)}</option>
        {groups.map(([label, roles]) => (
          <optgroup key={label} label={label}>
            {roles.map((role) => (
              <option key={role} value={role}>
                {columnRoleLabel(role, levels)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </>
  );
}

function groupsOf(roles: readonly ColumnRole[]): [string, ColumnRole[]][] {
  const groups = new Map<string, ColumnRole[]>();
  for (const role of roles)
    if (role !== "ignore") groups.set(columnRoleGroup(role), [...(groups.get(columnRoleGroup(role)) ?? []), role]);
  return [...groups];
}

/** The year of a value column; read in any usual writing, and not needed by other columns. */
function YearField({ line, error }: { readonly line: ColumnLine; readonly error: string | undefined }): ReactNode {
  const name = `year-${line.index}`;
  const { year } = line.meaning;
  return (
    <>
      {error && (
        <p className="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
      <input
        id={name}
        name={name}
        type="text"
        className="input !min-h-9 !w-32 !py-1"
        defaultValue={year === undefined ? "" : fiscalYearLabel(year)}
        aria-label={`${columnLetters(line.index)}列は何年度の値か`}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
        placeholder="値の列だけ"
      />
    </>
  );
}

function Confidence({ line: { meaning, guess } }: { readonly line: ColumnLine }): ReactNode {
  if (guess?.role !== meaning.role) return <Badge>選択済み</Badge>;
  if (guess.confidence === "sure") return <Badge tone="good">見出しから</Badge>;
  return guess.confidence === "likely" ? <Badge tone="caution">たぶん</Badge> : null;
}
