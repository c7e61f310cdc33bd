import { grouped } from "#kernel/grouped.ts";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { MunicipalityGroup } from "../group.ts";

export async function groupsIn(db: CityDb): Promise<MunicipalityGroup[]> {
  const groups = await db.selectFrom("municipality_group").selectAll().orderBy("name").execute();
  const members = await db.selectFrom("municipality_group_member").selectAll().orderBy("municipality_code").execute();
  const byGroup = grouped(members, (each) => each.group_id);
  return groups.map((group) => ({
    ...group,
    codes: (byGroup.get(group.id) ?? []).map((each) => each.municipality_code),
  }));
}

export async function insertGroup(tx: Tx, { codes, version: _v, ...group }: MunicipalityGroup): Promise<void> {
  await tx.insertInto("municipality_group").values(group).execute();
  await insertMembers(tx, group.id, codes);
}

/** Saves if the group still has the version that the person saw. @returns whether it had */
export async function saveGroup(tx: Tx, { id, name, note, codes, version }: MunicipalityGroup): Promise<boolean> {
  const saved = await tx
    .updateTable("municipality_group")
    .set({ name, note, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) return false;
  await tx.deleteFrom("municipality_group_member").where("group_id", "=", id).execute();
  await insertMembers(tx, id, codes);
  return true;
}

export async function deleteGroup(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("municipality_group_member").where("group_id", "=", id).execute();
  await tx.deleteFrom("municipality_group").where("id", "=", id).execute();
}

async function insertMembers(tx: Tx, groupId: string, codes: readonly string[]): Promise<void> {
  const rows = codes.map((code) => ({ group_id: groupId, municipality_code: code }));
  if (rows.length > 0) await tx.insertInto("municipality_group_member").values(rows).execute();
}
