import type { Refusal } from "#kernel/result.ts";
import { columnLetters } from "#kernel/sheet.ts";
import type { ColumnMeaning, LevelName } from "./columns.ts";

/** Roles that may stand over several columns, as long as their years differ. */
const yearly = ["baseline", "target", "actual"];

/** What is wrong with an assignment of columns, by form field (column-0, year-0 …); undefined when nothing is. */
export function mappingFault(columns: readonly ColumnMeaning[], levels: readonly LevelName[]): Refusal | undefined {
  const fields: Record<string, string> = {};
  const roles = new Set(columns.map(({ role }) => role));
  const missing = levels.find(
    ({ depth }) =>
      !roles.has(`level:${depth}`) &&
      levels.some((deeper) => deeper.depth > depth && roles.has(`level:${deeper.depth}`)),
  );
  if (!levels.some(({ depth }) => roles.has(`level:${depth}`)))
    fields["column-0"] = "施策体系（どれかの階層）の列を、少なくとも1つ選んでください。";
  else if (missing)
    fields["column-0"] = `「${missing.name}」の列を選んでください。下の階層の列だけでは、どこに属するかわかりません。`;
  const seen = new Map<string, number>();
  columns.forEach((column, index) => {
    const key = yearly.includes(column.role) ? `${column.role}:${column.year ?? ""}` : column.role;
    const earlier = seen.get(key);
    if (column.role !== "ignore" && earlier !== undefined)
      fields[`column-${index}`] = `${columnLetters(index)}列：${columnLetters(earlier)}列と同じものになっています。`;
    seen.set(key, earlier ?? index);
    if (needsYear(column, roles))
      fields[`year-${index}`] = `${columnLetters(index)}列：何年度の値かを入力してください（例：R13、2031）。`;
  });
  if (Object.keys(fields).length === 0) return undefined;
  return {
    code: "mapping",
    message: "列の割り当てに直すところがあります。",
    remedy: "下の列を直して、もう一度「次へ」を押してください。",
    fields,
  };
}

function needsYear({ role, year }: ColumnMeaning, roles: ReadonlySet<string>): boolean {
  if (year !== undefined) return false;
  return (
    role === "actual" ||
    (role === "target" && !roles.has("targetYear")) ||
    (role === "baseline" && !roles.has("baselineYear"))
  );
}
