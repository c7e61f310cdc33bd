import { absenceLabels, actualStateLabels, directionLabels } from "#domain/plan/index.ts";
import { opennessLabels } from "#domain/publication/index.ts";
import { csvText } from "#export/csv.ts";
import type { ReadRows } from "#platform/database/city-archive/index.ts";

type Row = Readonly<Record<string, unknown>>;
/** What a register is made from: rows by table. */
type Tables = Readonly<Record<(typeof sources)[number], readonly Row[]>>;
type Value = string | number | null;

const sources = [
  "division_period",
  "plan",
  "plan_level",
  "plan_node",
  "indicator",
  "indicator_target",
  "indicator_actual",
  "publication",
] as const;

/** A register (台帳): a table that an office opens in Excel, made from the archive's rows. */
interface Register {
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: (tables: Tables) => readonly (readonly Value[])[];
}

const divisions: Register = {
  name: "divisions",
  heads: ["部・課のid", "名前", "上の部・課のid", "電話", "メール", "いつから", "いつまで"],
  rows: ({ division_period: periods }) =>
    periods.map((row) => [
      text(row, "division_id"),
      text(row, "name"),
      text(row, "parent_id"),
      text(row, "phone"),
      text(row, "email"),
      text(row, "from_on"),
      text(row, "until_on"),
    ]),
};

const measures: Register = {
  name: "measures",
  heads: ["計画", "階層", "番号", "名称", "キーワード", "主管課", "重点", "id", "上の項目のid"],
  rows: (tables) => {
    const planName = names(tables.plan, "id", "name");
    const divisionName = names(tables.division_period, "division_id", "name");
    const levels = new Map(
      tables.plan_level.map((row) => [`${text(row, "plan_id")} ${text(row, "depth")}`, text(row, "name")]),
    );
    return tables.plan_node
      .filter(stands)
      .map((row) => [
        planName(row["plan_id"]),
        levels.get(`${text(row, "plan_id")} ${text(row, "depth")}`) ?? "",
        text(row, "code"),
        text(row, "title"),
        text(row, "keyword"),
        divisionName(row["division_id"]),
        row["is_priority"] === true ? "○" : "",
        text(row, "id"),
        text(row, "parent_id"),
      ]);
  },
};

const indicators: Register = {
  name: "indicators",
  heads: [
    "計画",
    "施策の番号",
    "番号",
    "名称",
    "単位",
    "向き",
    "算出方法",
    "出典",
    "担当課",
    "基準年度",
    "基準値",
    "基準値の言葉",
    "id",
  ],
  rows: (tables) => {
    const planName = names(tables.plan, "id", "name");
    const nodeCode = names(tables.plan_node, "id", "code");
    const divisionName = names(tables.division_period, "division_id", "name");
    return tables.indicator
      .filter(stands)
      .map((row) => [
        planName(row["plan_id"]),
        nodeCode(row["node_id"]),
        text(row, "code"),
        text(row, "name"),
        text(row, "unit"),
        labelled(directionLabels, row["direction"]),
        text(row, "description"),
        text(row, "source"),
        divisionName(row["division_id"]),
        number(row, "baseline_year"),
        number(row, "baseline_value"),
        text(row, "baseline_words"),
        text(row, "id"),
      ]);
  },
};

const values: Register = {
  name: "indicator-values",
  heads: [
    "指標の番号",
    "指標の名称",
    "年度",
    "目標値",
    "目標の上限",
    "目標の言葉",
    "実績値",
    "実績のない理由",
    "実績の状態",
  ],
  rows: (tables) => {
    const actuals = new Map(tables.indicator_actual.map((row) => [inYear(row, "series_id"), row]));
    const targets = new Map(tables.indicator_target.map((row) => [inYear(row, "indicator_id"), row]));
    const years = [...tables.indicator_actual, ...tables.indicator_target].map((row) => Number(row["fiscal_year"]));
    const shown = [...new Set(years)].sort((a, b) => a - b);
    return tables.indicator.filter(stands).flatMap((row) =>
      shown.flatMap((year) => {
        const target = targets.get(`${text(row, "id")} ${year}`);
        const actual = actuals.get(`${text(row, "series_id")} ${year}`);
        return target || actual ? [valueRow(row, year, { target: target ?? {}, actual: actual ?? {} })] : [];
      }),
    );
  },
};

function inYear(row: Row, id: string): string {
  return `${text(row, id)} ${text(row, "fiscal_year")}`;
}

function valueRow(
  indicator: Row,
  year: number,
  { target, actual }: { readonly target: Row; readonly actual: Row },
): Value[] {
  return [
    text(indicator, "code"),
    text(indicator, "name"),
    year,
    number(target, "value"),
    number(target, "upper_value"),
    text(target, "words"),
    number(actual, "value"),
    labelled(absenceLabels, actual["absence"]),
    labelled(actualStateLabels, actual["state"]),
  ];
}

const publications: Register = {
  name: "publications",
  heads: [
    "対象",
    "名前",
    "公開した版",
    "状態",
    "公開した日時",
    "取り下げた日時",
    "完全に削除した日時",
    "ハッシュ（SHA-256）",
    "ファイル",
  ],
  rows: ({ publication }) =>
    publication.map((row) => [
      text(row, "subject"),
      text(row, "reference"),
      text(row, "label"),
      labelled(opennessLabels, row["openness"]),
      text(row, "published_at"),
      text(row, "withdrawn_at"),
      text(row, "purged_at"),
      text(row, "hash"),
      row["purged_at"] === null ? `publications/${text(row, "id")}.json` : "",
    ]),
};

/** The main registers of a city as CSV with BOM, ready for Excel. */
export async function cityRegisters(rowsOf: ReadRows): Promise<{ readonly name: string; readonly content: Buffer }[]> {
  const read: [string, readonly Row[]][] = [];
  for (const table of sources) read.push([table, await rowsOf(table)]); // one connection: one question after the other
  const tables = Object.fromEntries(read) as Tables; // one entry for each of the sources
  return [divisions, measures, indicators, values, publications].map(({ name, heads, rows }) => ({
    name: `registers/${name}.csv`,
    content: Buffer.from(csvText([heads, ...rows(tables)])),
  }));
}

function stands(row: Row): boolean {
  return row["removed_at"] === null;
}

function text(row: Row, column: string): string {
  const value = row[column];
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

function number(row: Row, column: string): number | null {
  const value = row[column];
  return typeof value === "number" ? value : null;
}

function labelled(labels: Readonly<Record<string, string>>, key: unknown): string {
  return typeof key === "string" ? (labels[key] ?? key) : "";
}

/** What rows are called, by an id; of several, the last. */
function names(rows: readonly Row[], id: string, column: string): (key: unknown) => string {
  const known = new Map(rows.map((row) => [text(row, id), text(row, column)]));
  return (key) => (typeof key === "string" ? (known.get(key) ?? "") : "");
}
