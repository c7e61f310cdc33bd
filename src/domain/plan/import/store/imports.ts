import { z } from "zod";
import type { Tx } from "#domain/audit/index.ts";
import type { Refusal } from "#kernel/result.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { ValueGrounds } from "../../indicators/grounds.ts";
import { actualStateSchema, type ActualState } from "../../indicators/register.ts";
import type { DifferenceChoices, ImportedState } from "../difference/difference.ts";
import type { Answers, Mapping } from "../model.ts";
import type { ImportSummary, PlanImport } from "../plan-import.ts";

const year = z.number().int().optional();
const mappingSchema = z.object({
  sheet: z.number().int(),
  header: z.object({ from: z.number().int(), to: z.number().int() }),
  columns: z.array(z.object({ role: z.string(), year, unit: z.string().optional() })),
  includesHidden: z.boolean(),
});
const accumulation = z.enum(["singleYear", "cumulative", "pointInTime"]);
const answersSchema = z.record(
  z.string(),
  z.object({ choice: z.string(), own: z.object({ value: z.number(), unit: z.string(), accumulation }).optional() }),
);
const choicesSchema = z.object({ remove: z.array(z.string()), keep: z.array(z.string()) });
const importedSchema = z.record(z.string(), z.record(z.string(), z.string()));
const said = z.string().default("");
const groundsSchema = z.object({ correctionReason: said, revisionReason: said, decidedBy: said, decidedOn: said });
const refusalSchema = z.object({ code: z.string(), message: z.string(), remedy: z.string().optional() });
const summarySchema = z.object({ added: z.number(), changed: z.number(), removed: z.number(), unchanged: z.number() });

const columns = [
  "plan_import.id",
  "plan_import.plan_id",
  "plan_import.file_id",
  "plan_import.state",
  "plan_import.encoding",
  "plan_import.mapping",
  "plan_import.is_mapped",
  "plan_import.answers",
  "plan_import.choices",
  "plan_import.actual_state",
  "plan_import.grounds",
  "plan_import.job_id",
  "plan_import.refusal",
  "plan_import.summary",
  "plan_import.started_by",
  "plan_import.started_at",
  "plan_import.applied_at",
  "stored_file.name as file_name",
  "stored_file.size as file_size",
  "stored_file.erased_at",
] as const;

function imports(db: CityDb) {
  return db.selectFrom("plan_import").innerJoin("stored_file", "stored_file.id", "plan_import.file_id").select(columns);
}

type Row = Awaited<ReturnType<ReturnType<typeof imports>["execute"]>>[number];

function toImport(row: Row): PlanImport {
  return {
    id: row.id,
    planId: row.plan_id,
    fileId: row.file_id,
    fileName: row.file_name,
    fileSize: row.file_size,
    isErased: row.erased_at !== null,
    state: row.state as PlanImport["state"], // the table's check constraint holds these four words
    encoding: row.encoding,
    mapping: row.mapping === null ? null : (mappingSchema.parse(row.mapping) as Mapping), // roles were checked when saved
    isMapped: row.is_mapped,
    answers: answersSchema.parse(row.answers) as Answers, // optional keys, never undefined ones: JSON has none
    choices: choicesSchema.parse(row.choices),
    actualState: actualStateSchema.parse(row.actual_state),
    grounds: groundsSchema.parse(row.grounds),
    jobId: row.job_id,
    refusal: row.refusal === null ? null : (refusalSchema.parse(row.refusal) as Refusal), // as above
    summary: row.summary === null ? null : summarySchema.parse(row.summary),
    startedBy: row.started_by,
    startedAt: row.started_at,
    appliedAt: row.applied_at,
  };
}

export async function importsOf(db: CityDb, planId: string): Promise<PlanImport[]> {
  return (
    await imports(db).where("plan_import.plan_id", "=", planId).orderBy("plan_import.started_at", "desc").execute()
  ).map((row) => toImport(row));
}

export async function importById(db: CityDb, id: string): Promise<PlanImport | undefined> {
  const row = await imports(db).where("plan_import.id", "=", id).executeTakeFirst();
  return row && toImport(row);
}

/** The import while nobody else takes a step of it. */
export async function lockImport(tx: Tx, id: string): Promise<PlanImport | undefined> {
  await tx.selectFrom("plan_import").where("id", "=", id).select("id").forUpdate().execute();
  return importById(tx, id);
}

/** Decisions and state that the plan's last applied import left for the next one. */
export async function lastApplied(
  db: CityDb,
  planId: string,
): Promise<{ readonly answers: Answers; readonly imported: ImportedState } | undefined> {
  const row = await db
    .selectFrom("plan_import")
    .where("plan_id", "=", planId)
    .where("state", "=", "applied")
    .orderBy("applied_at", "desc")
    .select(["answers", "imported"])
    .executeTakeFirst();
  return (
    row && { answers: answersSchema.parse(row.answers) as Answers, imported: importedSchema.parse(row.imported ?? {}) }
  ); // optional keys, never undefined ones
}

export interface NewImport {
  readonly id: string;
  readonly planId: string;
  readonly fileId: string;
  readonly encoding: string | null;
  readonly answers: Answers;
  readonly startedBy: string | null;
  readonly startedAt: Date;
}

export async function insertImport(tx: Tx, input: NewImport): Promise<void> {
  const { id, encoding, answers } = input;
  await tx
    .insertInto("plan_import")
    .values({
      id,
      plan_id: input.planId,
      file_id: input.fileId,
      encoding,
      answers: JSON.stringify(answers),
      started_by: input.startedBy,
      started_at: input.startedAt,
    })
    .execute();
}

export interface ImportStep {
  readonly state?: PlanImport["state"];
  readonly mapping?: Mapping;
  readonly isMapped?: boolean;
  readonly answers?: Answers;
  readonly choices?: DifferenceChoices;
  readonly actualState?: ActualState;
  readonly grounds?: ValueGrounds;
  readonly jobId?: string | null;
  readonly refusal?: Refusal | null;
  readonly summary?: ImportSummary;
  readonly imported?: ImportedState;
  readonly appliedAt?: Date;
}

export async function saveStep(tx: Tx, id: string, step: ImportStep): Promise<void> {
  const {
    state,
    mapping,
    isMapped,
    answers,
    choices,
    actualState,
    grounds,
    jobId,
    refusal,
    summary,
    imported,
    appliedAt,
  } = step;
  await tx
    .updateTable("plan_import")
    .set((row) => ({
      version: row("version", "+", 1),
      ...(state && { state }),
      ...(mapping && { mapping: JSON.stringify(mapping) }),
      ...(isMapped !== undefined && { is_mapped: isMapped }),
      ...(answers && { answers: JSON.stringify(answers) }),
      ...(choices && { choices: JSON.stringify(choices) }),
      ...(actualState && { actual_state: actualState }),
      ...(grounds && { grounds: JSON.stringify(grounds) }),
      ...(jobId !== undefined && { job_id: jobId }),
      ...(refusal !== undefined && { refusal: refusal && JSON.stringify(refusal) }),
      ...(summary && { summary: JSON.stringify(summary) }),
      ...(imported && { imported: JSON.stringify(imported) }),
      ...(appliedAt && { applied_at: appliedAt }),
    }))
    .where("id", "=", id)
    .execute();
}
