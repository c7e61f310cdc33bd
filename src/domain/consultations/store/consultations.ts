import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { Consultation, ConsultationKind, ConsultationWords } from "../consultation.ts";
import type { PeriodChange, PeriodChangeKind } from "../period-change.ts";

/** A consultation without its occasion, which the ledger keeps. */
export type BareConsultation = Omit<Consultation, "occasion">;

/** All consultations, or the one with an id or a word. */
export async function consultationsIn(
  db: CityDb,
  which: { readonly id?: string; readonly slug?: string } = {},
): Promise<BareConsultation[]> {
  let query = db.selectFrom("consultation").selectAll();
  if (which.id !== undefined) query = query.where("occasion_id", "=", which.id);
  if (which.slug !== undefined) query = query.where("slug", "=", which.slug);
  const rows = await query.orderBy("created_at", "desc").execute();
  return rows.map(({ occasion_id: id, kind, slug, summary, contact, version }) => ({
    id,
    kind: kind as ConsultationKind, // the column's check allows no other
    slug,
    summary,
    contact,
    version,
  }));
}

interface NewRow extends ConsultationWords {
  readonly id: string;
  readonly kind: ConsultationKind;
  readonly by: string | null;
  readonly at: Date;
}

export async function insertConsultation(tx: Tx, { id, kind, slug, summary, contact, by, at }: NewRow): Promise<void> {
  await tx
    .insertInto("consultation")
    .values({ occasion_id: id, kind, slug, summary, contact, created_by: by, created_at: at })
    .execute();
}

/** Saves if it still has the version that the person saw. @returns whether it had */
export async function saveConsultation(
  tx: Tx,
  { id, version, slug, summary, contact }: ConsultationWords & Pick<Consultation, "id" | "version">,
): Promise<boolean> {
  const saved = await tx
    .updateTable("consultation")
    .set({ slug, summary, contact, version: version + 1 })
    .where("occasion_id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

/** Changes of a consultation's period, the earliest first. */
export async function periodChangesOf(db: CityDb, id: string): Promise<PeriodChange[]> {
  const rows = await db
    .selectFrom("consultation_period_change")
    .where("consultation_id", "=", id)
    .selectAll()
    .orderBy("saved_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as PeriodChangeKind, // the column's check allows no other
    closesOnBefore: row.closes_on_before,
    closesOnAfter: row.closes_on_after,
    reason: row.reason,
    savedAt: row.saved_at,
  }));
}

export async function insertPeriodChange(
  tx: Tx,
  change: PeriodChange & { readonly consultationId: string; readonly savedBy: string | null },
): Promise<void> {
  await tx
    .insertInto("consultation_period_change")
    .values({
      id: change.id,
      consultation_id: change.consultationId,
      kind: change.kind,
      closes_on_before: change.closesOnBefore,
      closes_on_after: change.closesOnAfter,
      reason: change.reason,
      saved_by: change.savedBy,
      saved_at: change.savedAt,
    })
    .execute();
}
