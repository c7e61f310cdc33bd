import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { Asking } from "../../public-comment/questions.ts";
import type { IdeaCall, Moderation } from "../call.ts";

/** The words of an idea call. @returns undefined where the consultation is of another kind */
export async function callIn(db: CityDb, id: string): Promise<IdeaCall | undefined> {
  const row = await db.selectFrom("idea_call").where("consultation_id", "=", id).selectAll().executeTakeFirst();
  return (
    row && {
      theme: row.theme,
      eligibility: row.eligibility,
      rules: row.rules,
      moderation: row.moderation as Moderation, // the column's check allows no other
      twoPersons: row.two_persons,
      nameAsking: row.name_asking as Asking, // as above
      nodeId: row.node_id,
    }
  );
}

function rowOf(call: IdeaCall) {
  return {
    theme: call.theme.trim(),
    eligibility: call.eligibility.trim(),
    rules: call.rules.trim(),
    moderation: call.moderation,
    two_persons: call.twoPersons,
    name_asking: call.nameAsking,
    node_id: call.nodeId,
  };
}

export async function insertCall(tx: Tx, id: string, call: IdeaCall): Promise<void> {
  await tx
    .insertInto("idea_call")
    .values({ consultation_id: id, ...rowOf(call) })
    .execute();
}

export async function saveCall(tx: Tx, id: string, call: IdeaCall): Promise<void> {
  await tx.updateTable("idea_call").set(rowOf(call)).where("consultation_id", "=", id).execute();
}
