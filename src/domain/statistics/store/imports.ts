import type { Tx } from "#domain/audit/index.ts";
import type { Refusal } from "#kernel/result.ts";
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

export type NewImport = Pick<
  StatisticImport,
  "id" | "fileId" | "encoding" | "form" | "settings" | "startedBy" | "startedAt"
>;

export async function insertImport(tx: Tx, input: NewImport): Promise<void> {
  const { id, encoding, settings } = input;
  await tx
    .insertInto("statistic_import")
    .values({
      id,
      file_id: input.fileId,
      form: input.form,
      settings: JSON.stringify(settings),
      encoding,
      started_by: input.startedBy,
      started_at: input.startedAt,
    })
    .execute();
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
