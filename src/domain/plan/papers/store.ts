import type { Expression, ExpressionBuilder, Selectable, SqlBool } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb, CityTables } from "#platform/database/index.ts";
import { isPaperForm, isPaperKind, type MadePaper, type PaperKind, type PlanPaper } from "./paper.ts";

const columns = [
  "plan_paper.id",
  "plan_paper.plan_id",
  "plan_paper.publication_id",
  "plan_paper.version_id",
  "plan_paper.kind",
  "plan_paper.form",
  "plan_paper.template_id",
  "plan_paper.job_id",
  "plan_paper.requested_by",
  "plan_paper.requested_at",
  "plan_paper.source_hash",
  "plan_paper.file_id",
  "plan_paper.pages",
  "plan_paper.missing_signs",
  "plan_paper.made_at",
  "stored_file.size",
] as const;

type Row = Selectable<CityTables["plan_paper"]> & { readonly size: number | null };

function papers(db: CityDb | Tx) {
  return db.selectFrom("plan_paper").leftJoin("stored_file", "stored_file.id", "plan_paper.file_id").select(columns);
}

/** The papers of a plan, the newest first. */
export async function papersOfPlan(db: CityDb, planId: string): Promise<PlanPaper[]> {
  const rows = await papers(db).where("plan_id", "=", planId).orderBy("requested_at", "desc").execute();
  return rows.map(paperOf);
}

export async function paperById(db: CityDb | Tx, id: string): Promise<PlanPaper | undefined> {
  const row = await papers(db).where("plan_paper.id", "=", id).executeTakeFirst();
  return row && paperOf(row);
}

/** The finished PDFs of a publication of one kind, the newest first. */
export async function pdfsOfPublication(db: CityDb, publicationId: string, kind: PaperKind): Promise<PlanPaper[]> {
  const rows = await papers(db)
    .where("publication_id", "=", publicationId)
    .where("kind", "=", kind)
    .where("form", "=", "pdf")
    .where("file_id", "is not", null)
    .orderBy("made_at", "desc")
    .execute();
  return rows.map(paperOf);
}

/** The publications from which a paper's annexes were read. */
export async function annexPublications(db: CityDb, paperId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("plan_paper_annex")
    .where("paper_id", "=", paperId)
    .select("publication_id")
    .execute();
  return rows.flatMap(({ publication_id }) => publication_id ?? []);
}

/** How many papers of publications are finished: changes whenever the public pages could show another. */
export async function countPublished(db: CityDb): Promise<number> {
  const counted = await db
    .selectFrom("plan_paper")
    .where("publication_id", "is not", null)
    .where("file_id", "is not", null)
    .select(({ fn }) => fn.countAll<number>().as("papers"))
    .executeTakeFirstOrThrow();
  return counted.papers;
}

export async function insertPaper(
  tx: Tx,
  paper: Omit<PlanPaper, "sourceHash" | "fileId" | "size" | "pages" | "missingSigns" | "madeAt">,
): Promise<void> {
  await tx
    .insertInto("plan_paper")
    .values({
      id: paper.id,
      plan_id: paper.planId,
      publication_id: paper.publicationId,
      version_id: paper.versionId,
      kind: paper.kind,
      form: paper.form,
      template_id: paper.templateId,
      job_id: paper.jobId,
      requested_by: paper.requestedBy,
      requested_at: paper.requestedAt,
    })
    .execute();
}

export async function markMade(
  tx: Tx,
  id: string,
  made: Omit<MadePaper, "name" | "bytes"> & { readonly fileId: string; readonly madeAt: Date },
): Promise<void> {
  const { fileId: file_id, sourceHash: source_hash, pages, missingSigns: missing_signs, madeAt: made_at } = made;
  const annexes = made.annexes.map(({ publicationId, hash }) => ({
    paper_id: id,
    publication_id: publicationId,
    hash,
  }));
  await tx
    .updateTable("plan_paper")
    .set({ file_id, source_hash, pages, missing_signs, made_at })
    .where("id", "=", id)
    .execute();
  if (annexes.length > 0) await tx.insertInto("plan_paper_annex").values(annexes).execute();
}

type AnnexFilter = (annex: ExpressionBuilder<CityTables, "plan_paper_annex">) => Expression<SqlBool>;

/** Removes the papers that hold this content, or were asked for of these publications, with their files. @returns how many */
export async function deletePapers(tx: Tx, hash: string, publicationIds: readonly string[]): Promise<number> {
  const holding = (which: AnnexFilter) => tx.selectFrom("plan_paper_annex").where(which).select("paper_id");
  const gone = await tx
    .deleteFrom("plan_paper")
    .where((is) =>
      is.or([
        is("source_hash", "=", hash),
        is(
          "id",
          "in",
          holding((annex) => annex("hash", "=", hash)),
        ),
        ...(publicationIds.length > 0
          ? [
              is("publication_id", "in", publicationIds),
              is(
                "id",
                "in",
                holding((annex) => annex("publication_id", "in", publicationIds)),
              ),
            ]
          : []),
      ]),
    )
    .returning("file_id")
    .execute();
  const files = gone.flatMap(({ file_id }) => file_id ?? []);
  if (files.length > 0) await tx.deleteFrom("stored_file").where("id", "in", files).execute();
  return gone.length;
}

function paperOf(row: Row): PlanPaper {
  return {
    id: row.id,
    planId: row.plan_id,
    publicationId: row.publication_id,
    versionId: row.version_id,
    kind: isPaperKind(row.kind) ? row.kind : "main",
    form: isPaperForm(row.form) ? row.form : "pdf",
    templateId: row.template_id,
    jobId: row.job_id,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    sourceHash: row.source_hash,
    fileId: row.file_id,
    size: row.size,
    pages: row.pages,
    missingSigns: row.missing_signs,
    madeAt: row.made_at,
  };
}
