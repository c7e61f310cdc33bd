import { sql } from "kysely";
import { personId, type Ctx, type Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { SectionState } from "../section.ts";

/** A state as it came: of which texts it was said, by whom and why. */
export interface StateMark {
  readonly sectionId: string;
  readonly state: SectionState;
  readonly reason: string;
  readonly textVersion: number;
  readonly setBy: string | null;
  readonly setAt: Date;
}

/** Sections with the version of their texts that was looked at. */
export type SeenSection = Pick<StateMark, "sectionId" | "textVersion">;

/** Gives some sections one state. */
export async function setSectionStates(
  tx: Tx,
  ctx: Ctx,
  { sections, state, reason }: Pick<StateMark, "state" | "reason"> & { readonly sections: readonly SeenSection[] },
): Promise<void> {
  const at = ctx.clock.now();
  const ids = sections.map(({ sectionId }) => sectionId);
  await tx
    .updateTable("manuscript_section")
    .set({ state, updated_at: at })
    .where("id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
  await tx
    .insertInto("section_state")
    .values(
      sections.map(({ sectionId, textVersion }) => ({
        id: newId(),
        section_id: sectionId,
        state,
        reason,
        text_version: textVersion,
        set_by: personId(ctx.actor),
        set_at: at,
      })),
    )
    .execute();
}

/** The states of some sections as they came, the newest first. */
export async function stateMarksOf(db: CityDb, sectionIds: readonly string[]): Promise<StateMark[]> {
  const rows = await db
    .selectFrom("section_state")
    .where("section_id", "=", sql<string>`any(${[...sectionIds]}::uuid[])`)
    .selectAll()
    .orderBy("set_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map((row) => ({
    sectionId: row.section_id,
    state: row.state as SectionState, // the column's check allows no other
    reason: row.reason,
    textVersion: row.text_version,
    setBy: row.set_by,
    setAt: row.set_at,
  }));
}
