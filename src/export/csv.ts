/**
 * A table as CSV that Excel opens without asking: UTF-8 with BOM, lines ending in CRLF, quotes where RFC 4180 wants them.
 * Empty cells for null.
 */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

function cell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
