/**
 * A table as CSV that Excel opens without asking: UTF-8 with BOM, lines ending in CRLF, quotes where RFC 4180 wants them.
 * Empty cells for null. A text that Excel would run as a formula gets an apostrophe before it (OWASP, CSV Injection): anyone may
 * have written it, and it would run on the desk of whoever opens the file.
 */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

function cell(value: string | number | null): string {
  const text = typeof value === "string" ? harmless(value) : String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Signs that begin a formula, in the full width that Japanese Excel reads too; a mere number or a lone sign is none. */
function harmless(text: string): string {
  return /^[=+\-@\t\r＝＋－＠]/.test(text) && !/^[+\-＋－]?[\d.,]*$/.test(text) ? `'${text}` : text;
}
