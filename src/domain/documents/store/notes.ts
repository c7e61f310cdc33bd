import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import { sql } from "kysely";
import type { Erratum, VersionRemark } from "../version.ts";

interface Adding {
  readonly by: string | null;
  readonly at: Date;
}

/** The list of typing errors (正誤表) of some versions, in the order in which they were told. */
export async function errataOf(db: CityDb, versionIds: readonly string[]): Promise<Erratum[]> {
  return db
    .selectFrom("erratum")
    .where("version_id", "=", sql<string>`any(${[...versionIds]}::uuid[])`)
    .select(["id", "version_id as versionId", "place", "wrong", "corrected", "reason", "added_at as addedAt"])
    .orderBy("added_at")
    .orderBy("id")
    .execute();
}

export async function insertErratum(tx: Tx, erratum: Omit<Erratum, "addedAt">, { by, at }: Adding): Promise<void> {
  const { id, versionId, place, wrong, corrected, reason } = erratum;
  await tx
    .insertInto("erratum")
    .values({ id, version_id: versionId, place, wrong, corrected, reason, added_by: by, added_at: at })
    .execute();
}

/** What bodies and the assembly said of some versions, by day. */
export async function remarksOfVersions(db: CityDb, versionIds: readonly string[]): Promise<VersionRemark[]> {
  const rows = await db
    .selectFrom("version_remark")
    .where("version_id", "=", sql<string>`any(${[...versionIds]}::uuid[])`)
    .where("removed_at", "is", null)
    .selectAll()
    .orderBy("said_on")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    versionId: row.version_id,
    kind: row.kind as VersionRemark["kind"], // the column's check allows no other
    speaker: row.speaker,
    saidOn: row.said_on,
    section: row.section,
    words: row.words,
    answer: row.answer,
    version: row.version,
  }));
}

export async function insertVersionRemark(
  tx: Tx,
  remark: Omit<VersionRemark, "version">,
  { by, at }: Adding,
): Promise<void> {
  const { id, versionId, kind, speaker, saidOn, section, words, answer } = remark;
  await tx
    .insertInto("version_remark")
    .values({
      id,
      version_id: versionId,
      kind,
      speaker,
      said_on: saidOn,
      section,
      words,
      answer,
      added_by: by,
      added_at: at,
    })
    .execute();
}

/** Saves if it still has the version that the person saw. @returns whether it had */
export async function updateVersionRemark(tx: Tx, remark: Omit<VersionRemark, "kind">): Promise<boolean> {
  const { id, versionId, speaker, saidOn, section, words, answer, version } = remark;
  const saved = await tx
    .updateTable("version_remark")
    .set({ speaker, said_on: saidOn, section, words, answer, version: version + 1 })
    .where("id", "=", id)
    .where("version_id", "=", versionId)
    .where("version", "=", version)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

/** @returns whether it was still there */
export async function removeVersionRemark(
  tx: Tx,
  { id, versionId, at }: { readonly id: string; readonly versionId: string; readonly at: Date },
): Promise<boolean> {
  const saved = await tx
    .updateTable("version_remark")
    .set({ removed_at: at })
    .where("id", "=", id)
    .where("version_id", "=", versionId)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}
