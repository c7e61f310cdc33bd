import type { RegisterLine } from "../../queries/indicators.ts";
import type { Memory, Remembered } from "./memory.ts";
import type { Issue } from "./model.ts";
import type { TableRow } from "./sheet-table.ts";

/** A row of the file with the indicator it is of. */
export interface KnownRow {
  readonly row: TableRow;
  readonly line: RegisterLine;
  /** As it was when the file was written; undefined for a row that was added by hand. */
  readonly before: Remembered | undefined;
}

/** Finds each row's indicator by the hidden id, or by its number where a row was added; contradictions are faults. */
export function knownRows(
  rows: readonly TableRow[],
  {
    sheet,
    lines,
    memory,
  }: { readonly sheet: string; readonly lines: readonly RegisterLine[]; readonly memory: Memory },
): { readonly known: readonly KnownRow[]; readonly issues: readonly Issue[] } {
  const byId = new Map(lines.map((line) => [line.indicator.id, line]));
  const byCode = new Map(lines.map((line) => [line.indicator.code, line]));
  const remembered = new Map(memory.indicators.map((each) => [each.id, each]));
  const taken = new Map<string, number>();
  const issues: Issue[] = [];
  const known = rows.flatMap((row) => {
    const line = row.id === "" ? byCode.get(row.code) : byId.get(row.id);
    const before = line && remembered.get(line.indicator.id);
    const fault = rowFault(row, { line, before, twin: line && taken.get(line.indicator.id) });
    if (fault) issues.push({ kind: "fault", sheet, row: row.number, ...fault });
    if (!line || fault) return [];
    taken.set(line.indicator.id, row.number);
    return [{ row, line, before }];
  });
  return { known, issues: [...issues, ...missingRows(sheet, memory, { rows, taken })] };
}

interface Found {
  readonly line: RegisterLine | undefined;
  readonly before: Remembered | undefined;
  /** The row above that is of the same indicator. */
  readonly twin: number | undefined;
}

function rowFault(
  { id, code, name, codeColumn, nameColumn }: TableRow,
  { line, before, twin }: Found,
): Pick<Issue, "column" | "value" | "message"> | undefined {
  const atCode = { column: codeColumn, value: code };
  if (!line) {
    const message =
      id === ""
        ? "この計画にない番号です。指標は、画面で加えてから書き出してください。"
        : "この計画にない指標か、削除された指標です。この行を消してください。";
    return { ...atCode, message };
  }
  if (twin !== undefined) return { ...atCode, message: `${twin}行目と同じ指標です。どちらかの行を消してください。` };
  const expected = before ?? line.indicator;
  if (code !== expected.code)
    return {
      ...atCode,
      message: `この行は「${expected.code} ${expected.name}」として書き出されました。行の一部だけを並べ替えていないか確かめ、番号を元に戻してください。`,
    };
  if (name !== expected.name && before)
    return {
      column: nameColumn,
      value: name,
      message: `この行は「${expected.name}」として書き出されました。行の一部だけを並べ替えていないか確かめてください。指標名は画面で直せます。`,
    };
  return undefined;
}

function missingRows(
  sheet: string,
  { indicators }: Memory,
  { rows, taken }: { readonly rows: readonly TableRow[]; readonly taken: ReadonlyMap<string, number> },
): Issue[] {
  const named = new Set(rows.map(({ id }) => id));
  const missing = indicators.filter(({ id }) => !taken.has(id) && !named.has(id));
  if (missing.length === 0) return [];
  const some = missing.slice(0, 5).map(({ code, name }) => `${code} ${name}`);
  const message = `${missing.length}件の指標の行がありません（${some.join("、")}${missing.length > some.length ? " ほか" : ""}）。その値は変わりません。`;
  return [{ kind: "note", sheet, row: 0, column: "", value: "", message }];
}
