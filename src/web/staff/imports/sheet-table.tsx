import type { ReactNode } from "react";
import type { HeaderRows } from "#domain/plan/index.ts";
import { cellText, columnLetters, type Sheet } from "#kernel/sheet.ts";

const longest = 40;

/** The first rows of a sheet as they stand, with Excel's letters and row numbers; the header rows are marked. */
export function SheetTable({
  sheet,
  header,
  rows,
  first = 0,
  className = "",
}: {
  readonly sheet: Sheet;
  readonly header: HeaderRows | undefined;
  readonly rows: number;
  /** Index of the first row shown, where the sheet was cut above it. */
  readonly first?: number;
  readonly className?: string;
}): ReactNode {
  const shown = sheet.rows.slice(0, rows);
  const width = Math.max(1, ...shown.map((row) => row.length));
  const columns = Array.from({ length: Math.min(width, 60) }, (_, index) => index);
  const isHeader = (row: number) => header !== undefined && row >= header.from && row <= header.to;
  return (
    <div
      className={`max-h-96 overflow-auto rounded-lg border border-solid-gray-420 ${className}`}
      role="region"
      aria-label={`シート「${sheet.name}」の初めの行`}
      tabIndex={0}
    >
      <table className="text-[0.875rem]">
        <caption className="visually-hidden">
          シート「{sheet.name}」の初めの{shown.length}行
        </caption>
        <thead>
          <tr>
            <th scope="col" className="sticky top-0 left-0 z-[2] border border-solid-gray-200 bg-solid-gray-50 px-2">
              <span className="visually-hidden">行</span>
            </th>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className="sticky top-0 z-[1] border border-solid-gray-200 bg-solid-gray-50 px-2"
              >
                {columnLetters(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            <tr key={index} className={isHeader(index) ? "bg-blue-50 font-bold" : ""}>
              <th
                scope="row"
                className="sticky left-0 border border-solid-gray-200 bg-solid-gray-50 px-2 text-right font-normal whitespace-nowrap"
              >
                {index + first + 1}
                {isHeader(index) && <span className="visually-hidden">（見出し）</span>}
              </th>
              {columns.map((column) => (
                <td key={column} className="border border-solid-gray-200 px-2 whitespace-nowrap">
                  {shortened(cellText(row[column]))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function shortened(text: string): string {
  const line = text.replaceAll("\n", " ");
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
