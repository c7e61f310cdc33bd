import type { Borders, Style } from "exceljs";
import type { Column } from "./workbook.ts";

/** Said for every cell: marked words have a font of their own, which must not differ from the others'. */
export const cellFont = { name: "BIZ UDPゴシック", size: 10.5 } as const;

const line = { style: "thin", color: { argb: "FF8897A8" } } as const;
/** A cell of a printed form. */
export const ruledBorder: Partial<Borders> = { top: line, bottom: line, left: line, right: line };

/** The head row: bold on a light blue, a line below, wrapped. */
export const headStyle: Partial<Style> = {
  font: { ...cellFont, bold: true },
  alignment: { vertical: "middle", wrapText: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FFE8F1FE" } },
  border: { bottom: line },
  protection: { locked: true },
};

/** 「#,##0.0」: thousands separated, with the decimals said. */
export function numberFormat(decimals: number): string {
  return decimals > 0 ? `#,##0.${"0".repeat(decimals)}` : "#,##0";
}

/** How a column shows its values. Texts are 「@」: Excel makes no day of 「1-2」 and no formula of 「=1」 when a cell is edited. */
export function columnFormat(column: Column): string {
  if (column.kind === "text") return "@";
  if (column.kind === "day") return '[$-ja-JP-x-gannen]ggge"年"m"月"d"日";@';
  return column.kind === "any" || column.decimals === undefined ? "General" : numberFormat(column.decimals);
}
