/**
 * A CSV file (RFC 4180) as Japanese offices open it: UTF-8 with the mark at the beginning by which Excel knows it, lines ended
 * by CR LF. Cells with a comma, a quote or a line break are quoted; null is an empty cell.
 */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map((cell) => csvCell(cell)).join(",")}\r\n`).join("")}`;
}

function csvCell(cell: string | number | null): string {
  const text = String(cell ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
