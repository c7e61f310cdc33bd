import type { Tx } from "#domain/audit/index.ts";
import type { Refusal } from "#kernel/result.ts";
import type { Sheet, Workbook } from "#kernel/sheet.ts";
import type { CityDb } from "#platform/database/index.ts";
import {
  settingsSchema,
  summarySchema,
  type ImportSettings,
  type StatisticImport,
} from "../import/statistic-import.ts";

function importRows(db: CityDb) {
  return db
    .selectFrom("statistic_import")
    .innerJoin("stored_file", "stored_file.id", "statistic_import.file_id")
    .selectAll("statistic_import")
    .select("stored_file.name as file_name");
}

type Row = Awaited<ReturnType<ReturnType<typeof importRows>["execute"]>>[number];

function toImport(row: Row): StatisticImport {
  return {
    id: row.id,
    fileId: row.file_id,
    fileName: row.file_name,
    dataSetId: row.data_set_id,
    state: row.state as StatisticImport["state"], // the column's check allows no other
    encoding: row.encoding,
    form: row.form as StatisticImport["form"], // the column's check allows no other
    settings: settingsSchema.parse(row.settings),
    isConfirmed: row.is_confirmed,
    jobId: row.job_id,
    refusal: row.refusal as Refusal | null, // written by saveStep only
    summary: row.summary === null ? null : summarySchema.parse(row.summary),
    startedBy: row.started_by,
    startedAt: row.started_at,
    appliedAt: row.applied_at,
  };
}

/** The newest first. */
export async function importsIn(db: CityDb): Promise<StatisticImport[]> {
  return (await importRows(db).orderBy("started_at", "desc").orderBy("id", "desc").execute()).map(toImport);
}

export async function importById(db: CityDb, id: string): Promise<StatisticImport | undefined> {
  const row = await importRows(db).where("statistic_import.id", "=", id).executeTakeFirst();
  return row && toImport(row);
}

/** The import while nobody else takes a step of it. */
export async function lockImport(tx: Tx, id: string): Promise<StatisticImport | undefined> {
  await tx.selectFrom("statistic_import").where("id", "=", id).select("id").forUpdate().execute();
  return importById(tx, id);
}

export interface NewImport extends Pick<
  StatisticImport,
  "id" | "fileId" | "form" | "settings" | "startedBy" | "startedAt"
> {
  readonly workbook: Workbook;
}

export async function insertImport(tx: Tx, input: NewImport): Promise<void> {
  const { id, workbook, settings } = input;
  await tx
    .insertInto("statistic_import")
    .values({
      id,
      file_id: input.fileId,
      form: input.form,
      settings: JSON.stringify(settings),
      encoding: workbook.encoding ?? null,
      started_by: input.startedBy,
      started_at: input.startedAt,
    })
    .execute();
  for (const [position, sheet] of workbook.sheets.entries()) {
    const row = { name: sheet.name, row_count: sheet.rows.length, content: JSON.stringify(sheet) };
    await tx
      .insertInto("statistic_import_sheet")
      .values({ import_id: id, position, ...row })
      .execute();
  }
}

export interface SheetTab {
  readonly position: number;
  readonly name: string;
  readonly rows: number;
}

export async function sheetTabs(db: CityDb, importId: string): Promise<SheetTab[]> {
  const rows = await db
    .selectFrom("statistic_import_sheet")
    .where("import_id", "=", importId)
    .orderBy("position")
    .select(["position", "name", "row_count"])
    .execute();
  return rows.map(({ row_count: count, ...row }) => ({ ...row, rows: count }));
}

export async function sheetAt(db: CityDb, importId: string, position: number): Promise<Sheet | undefined> {
  const row = await db
    .selectFrom("statistic_import_sheet")
    .where("import_id", "=", importId)
    .where("position", "=", position)
    .select("content")
    .executeTakeFirst();
  return row && (row.content as Sheet); // written by insertImport only, from our own reader
}

export interface ImportStep {
  readonly state?: StatisticImport["state"];
  readonly settings?: ImportSettings;
  readonly isConfirmed?: boolean;
  readonly dataSetId?: string;
  readonly jobId?: string | null;
  readonly refusal?: Refusal | null;
  readonly summary?: StatisticImport["summary"];
  readonly appliedAt?: Date;
}

export async function saveStep(tx: Tx, id: string, step: ImportStep): Promise<void> {
  const { state, settings, isConfirmed, dataSetId, jobId, refusal, summary, appliedAt } = step;
  await tx
    .updateTable("statistic_import")
    .set({
      ...(state && { state }),
      ...(settings && { settings: JSON.stringify(settings) }),
      ...(isConfirmed !== undefined && { is_confirmed: isConfirmed }),
      ...(dataSetId && { data_set_id: dataSetId }),
      ...(jobId !== undefined && { job_id: jobId }),
      ...(refusal !== undefined && { refusal: refusal && JSON.stringify(refusal) }),
      ...(summary && { summary: JSON.stringify(summary) }),
      ...(appliedAt && { applied_at: appliedAt }),
    })
    .where("id", "=", id)
    .execute();
}
