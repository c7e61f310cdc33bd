import { parseJapaneseDay } from "#kernel/japanese-day.ts";
import { folded } from "#kernel/folding.ts";
import { accept, refuse, type Result } from "#kernel/result.ts";
import { cellText, type Cell, type Sheet, type Workbook } from "#kernel/sheet.ts";
import { fieldHeads, transferRefusals } from "./labels.ts";
import { transferFields, type TransferField, type TransferLine } from "./line.ts";

/** Words that head a column, as offices write them; compared without spaces, width and brackets. */
const heads: Readonly<Record<TransferField, readonly string[]>> = {
  name: ["氏名", "名前", "職員氏名", "職員名"],
  kana: ["ふりがな", "ふりかな", "かな", "氏名かな"],
  employeeNumber: ["職員番号", "職番", "職員コード", "職員no"],
  email: ["メール", "メールアドレス", "eメール", "email", "e-mail"],
  division: ["新しい部課", "新所属", "異動先", "所属", "部課", "新部課"],
  title: ["職名", "新職名", "職", "役職", "補職"],
  roles: ["役割", "権限"],
  effectiveOn: ["発令日", "発令年月日", "異動日", "異動年月日"],
  retires: ["退職", "退職者", "利用終了"],
};

export interface TransferSheet {
  readonly lines: readonly TransferLine[];
  /** The days (発令日) that the rows name, each once, as YYYY-MM-DD. */
  readonly days: readonly string[];
}

/** Finds the list in a workbook: the first sheet in sight with a row that heads names and something by which people are known. */
export function readTransfers(workbook: Workbook): Result<TransferSheet> {
  for (const sheet of workbook.sheets.filter(({ isHidden }) => !isHidden)) {
    const header = headerOf(sheet);
    if (header) return linesOf(sheet, header);
  }
  return refuse(transferRefusals.noHeader);
}

interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<TransferField, number>;
}

const searchedRows = 30;

function headerOf(sheet: Sheet): Header | undefined {
  for (const [row, cells] of sheet.rows.slice(0, searchedRows).entries()) {
    const columns = columnsOf(cells);
    if (columns.has("name") && (columns.has("email") || columns.has("employeeNumber"))) return { row, columns };
  }
  return undefined;
}

function columnsOf(cells: readonly Cell[]): Map<TransferField, number> {
  const words = cells.map((cell) => plainHead(cellText(cell)));
  const found = transferFields.flatMap((field) => {
    const at = words.findIndex((word) => heads[field].some((head) => folded(head) === word));
    return at < 0 ? [] : [[field, at] as const];
  });
  return new Map(found);
}

function plainHead(text: string): string {
  return folded(text)
    .replaceAll(/\s/g, "")
    .replace(/[(（].*$/u, "");
}

function linesOf(sheet: Sheet, { row: head, columns }: Header): Result<TransferSheet> {
  const missing = (["division", "roles"] as const).filter((field) => !columns.has(field));
  if (missing.length > 0)
    return refuse(transferRefusals.noColumn(missing.map((field) => fieldHeads[field]).join("・")));
  const lines = sheet.rows.slice(head + 1).flatMap((cells, index): TransferLine[] => {
    const texts = textsOf(cells, columns);
    const isEmpty = transferFields.every((field) => field === "effectiveOn" || texts[field] === "");
    return isEmpty ? [] : [{ row: head + index + 2, texts }];
  });
  if (lines.length === 0) return refuse(transferRefusals.noLines);
  const days = lines.flatMap(({ texts }) => parseJapaneseDay(texts.effectiveOn) ?? []);
  return accept({ lines, days: [...new Set(days)].sort() });
}

function textsOf(cells: readonly Cell[], columns: ReadonlyMap<TransferField, number>): TransferLine["texts"] {
  const read = (field: TransferField) => {
    const at = columns.get(field);
    return at === undefined ? "" : textOf(cells[at]);
  };
  const texts = transferFields.map((field) => [field, read(field)] as const);
  return Object.fromEntries(texts) as TransferLine["texts"]; // one text for each of the fields
}

/** A day that Excel knows as one is that day, however it is shown. */
function textOf(cell: Cell | undefined): string {
  if (cell && typeof cell === "object" && "day" in cell) return cell.day;
  return cellText(cell).replaceAll("　", " ");
}
