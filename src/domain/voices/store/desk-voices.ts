import type { CityDb } from "#platform/database/index.ts";
import type { Duty } from "../channel.ts";

/** A voice as it lies on the desk: its newest words, and what decides who may split it. */
export interface DeskVoice {
  readonly id: string;
  readonly number: number;
  readonly text: string | null;
  readonly edition: number;
  readonly nodeId: string | null;
  readonly occasionId: string;
  readonly planId: string;
  readonly divisionId: string | null;
  readonly duty: Duty;
  readonly settledAt: Date | null;
}

/** A voice with the newest edition of its words. */
export async function deskVoice(db: CityDb, id: string): Promise<DeskVoice | undefined> {
  const row = await db
    .selectFrom("voice")
    .innerJoin("occasion", "occasion.id", "voice.occasion_id")
    .innerJoin("voice_text", "voice_text.voice_id", "voice.id")
    .where("voice.id", "=", id)
    .select([
      "voice.id",
      "voice.number",
      "voice.node_id",
      "voice.occasion_id",
      "voice_text.content",
      "voice_text.edition",
      "occasion.plan_id",
      "occasion.division_id",
      "occasion.duty",
      "occasion.settled_at",
    ])
    .orderBy("voice_text.edition", "desc")
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      number: row.number,
      text: row.content,
      edition: row.edition,
      nodeId: row.node_id,
      occasionId: row.occasion_id,
      planId: row.plan_id,
      divisionId: row.division_id,
      duty: row.duty as Duty, // the column's check allows no other
      settledAt: row.settled_at,
    }
  );
}

/** Makes others who would split this voice wait until the transaction ends. */
export async function holdVoice(db: CityDb, id: string): Promise<void> {
  await db.selectFrom("voice").where("id", "=", id).select("id").forUpdate().execute();
}
