import { sql } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { Check } from "../redaction/index.ts";

/** Redaction (公開用の写し) of a voice: made and looked at by one person, then by another. */
export interface Redaction {
  readonly voiceId: string;
  /** Of the original that it was made from. */
  readonly edition: number;
  readonly content: string;
  readonly firstBy: string | null;
  readonly firstAt: Date | null;
  readonly secondBy: string | null;
  readonly secondAt: Date | null;
  readonly version: number;
}

export async function redactionOf(db: CityDb, voiceId: string): Promise<Redaction | undefined> {
  const row = await db.selectFrom("redaction").where("voice_id", "=", voiceId).selectAll().executeTakeFirst();
  return (
    row && {
      voiceId: row.voice_id,
      edition: row.edition,
      content: row.content,
      firstBy: row.first_by,
      firstAt: row.first_at,
      secondBy: row.second_by,
      secondAt: row.second_at,
      version: row.version,
    }
  );
}

export interface Copy {
  readonly voiceId: string;
  readonly edition: number;
  readonly content: string;
  readonly by: string | null;
  readonly at: Date;
  /** The version that the person saw; 0 for none. */
  readonly seen: number;
}

/** Keeps a copy as its first person made it; the second look is open again. @returns whether nobody else changed it meanwhile */
export async function keepCopy(tx: Tx, { voiceId, edition, content, by, at, seen }: Copy): Promise<boolean> {
  const words = { edition, content, first_by: by, first_at: at, second_by: null, second_at: null };
  const saved = await tx
    .insertInto("redaction")
    .values({ voice_id: voiceId, ...words, version: seen + 1 })
    .onConflict((conflict) =>
      conflict
        .column("voice_id")
        .doUpdateSet({ ...words, version: seen + 1 })
        .where("redaction.version", "=", seen),
    )
    .executeTakeFirst();
  return (saved.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Notes the second look. @returns whether the copy still was the one that was looked at */
export async function keepSecondLook(
  tx: Tx,
  { voiceId, by, at, seen }: Pick<Copy, "voiceId" | "by" | "at" | "seen">,
): Promise<boolean> {
  const saved = await tx
    .updateTable("redaction")
    .set({ second_by: by, second_at: at, version: seen + 1 })
    .where("voice_id", "=", voiceId)
    .where("version", "=", seen)
    .where("second_at", "is", null)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

/** first: nobody looked at it, or its words were corrected since · second: it waits for another person. */
export type RedactionStep = "first" | "second";

export interface WaitingVoice {
  readonly id: string;
  readonly number: number;
  readonly occasionId: string;
  readonly step: RedactionStep;
  readonly firstBy: string | null;
}

/**
 * The voices that wait for a look, in the order of their numbers: those of occasions with an answer that are to be public. A copy that
 * this person made waits for others only.
 */
export async function waitingVoices(
  db: CityDb,
  filter: { readonly occasionId?: string | undefined; readonly after?: number | undefined; readonly limit: number },
): Promise<WaitingVoice[]> {
  let query = waiting(db);
  if (filter.occasionId !== undefined) query = query.where("voice.occasion_id", "=", filter.occasionId);
  if (filter.after !== undefined) query = query.where("voice.number", ">", filter.after);
  const rows = await query
    .select(["voice.id", "voice.number", "voice.occasion_id", "redaction.first_by", stepOf.as("step")])
    .orderBy("voice.number")
    .limit(filter.limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    occasionId: row.occasion_id,
    step: row.step,
    firstBy: row.step === "second" ? row.first_by : null,
  }));
}

/** How many wait for the first and the second look, by occasion. */
export async function waitingCounts(
  db: CityDb,
  { notBy = null }: { readonly notBy?: string | null } = {},
): Promise<{ readonly occasionId: string; readonly step: RedactionStep; readonly count: number }[]> {
  return waiting(db)
    .where((eb) => eb.or([eb(stepOf, "=", "first"), eb("redaction.first_by", "is distinct from", notBy)]))
    .select(["voice.occasion_id as occasionId", stepOf.as("step")])
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .groupBy(["voice.occasion_id", stepOf])
    .execute();
}

const stepOf = sql<RedactionStep>`case when redaction.first_at is null or redaction.edition < newest.edition
  then 'first' else 'second' end`;

function waiting(db: CityDb) {
  return db
    .selectFrom("voice")
    .innerJoin("occasion", "occasion.id", "voice.occasion_id")
    .innerJoin(
      (eb) =>
        eb
          .selectFrom("voice_text")
          .select(({ fn }) => ["voice_text.voice_id", fn.max("voice_text.edition").as("edition")])
          .groupBy("voice_text.voice_id")
          .as("newest"),
      (join) => join.onRef("newest.voice_id", "=", "voice.id"),
    )
    .leftJoin("redaction", "redaction.voice_id", "voice.id")
    .where("occasion.duty", "<>", "receive")
    .where("voice.wishes_publication", "=", true)
    .where("voice.hidden_at", "is", null)
    .where("voice.disposed_at", "is", null)
    .where(sql<boolean>`(redaction.second_at is null or redaction.edition < newest.edition)`);
}

/** The looks of the last days, for the pace of the work. */
export async function looksSince(db: CityDb, since: Date): Promise<Check[]> {
  const rows = await db
    .selectFrom("redaction")
    .where((eb) => eb.or([eb("first_at", ">=", since), eb("second_at", ">=", since)]))
    .select(["first_by", "first_at", "second_by", "second_at"])
    .select(({ selectFrom, fn }) =>
      selectFrom("point")
        .whereRef("point.voice_id", "=", "redaction.voice_id")
        .select(fn.countAll<number>().as("points"))
        .as("points"),
    )
    .execute();
  return rows.flatMap((row) => {
    const points = Math.max(1, row.points ?? 0);
    return [
      ...(row.first_at && row.first_by ? [{ by: row.first_by, at: row.first_at, points }] : []),
      ...(row.second_at && row.second_by ? [{ by: row.second_by, at: row.second_at, points }] : []),
    ];
  });
}

/** The copies of these voices that two people looked at and that are of the present words, with these words. */
export async function checkedCopiesOf(
  db: CityDb,
  voiceIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly copy: string; readonly text: string | null }>> {
  const rows = await db
    .selectFrom("redaction")
    .innerJoin("voice_text", (on) =>
      on.onRef("voice_text.voice_id", "=", "redaction.voice_id").onRef("voice_text.edition", "=", "redaction.edition"),
    )
    .where(sql<boolean>`redaction.voice_id = any(${[...voiceIds]}::uuid[])`)
    .where("second_at", "is not", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("voice_text as later")
            .whereRef("later.voice_id", "=", "redaction.voice_id")
            .whereRef("later.edition", ">", "redaction.edition")
            .select("later.edition"),
        ),
      ),
    )
    .select(["redaction.voice_id as voiceId", "redaction.content as copy", "voice_text.content as text"])
    .execute();
  return new Map(rows.map(({ voiceId, ...words }) => [voiceId, words]));
}
