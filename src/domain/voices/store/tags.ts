import { sql } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { Tag } from "../tag.ts";
import { uuids } from "./rows.ts";

/** The city's tags in their order, with how many points bear each. */
export async function tagsIn(db: CityDb): Promise<(Tag & { readonly points: number })[]> {
  const rows = await db
    .selectFrom("tag")
    .leftJoin("point_tag", "point_tag.tag_id", "tag.id")
    .groupBy("tag.id")
    .select(["tag.id", "tag.name", "tag.position", sql<number>`count(point_tag.point_id)`.as("points")])
    .orderBy("tag.position")
    .orderBy("tag.name")
    .execute();
  return rows.map((row) => ({ ...row, points: Number(row.points) }));
}

export async function insertTag(tx: Tx, { id, name }: Pick<Tag, "id" | "name">): Promise<void> {
  await tx
    .insertInto("tag")
    .values((eb) => ({
      id,
      name,
      position: eb.selectFrom("tag").select(sql<number>`coalesce(max(position), 0) + 1`.as("next")),
    }))
    .execute();
}

export async function renameTagRow(tx: Tx, { id, name }: Pick<Tag, "id" | "name">): Promise<boolean> {
  const renamed = await tx.updateTable("tag").set({ name }).where("id", "=", id).executeTakeFirst();
  return renamed.numUpdatedRows > 0n;
}

/** Takes a tag off everything and away. */
export async function deleteTag(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("point_tag").where("tag_id", "=", id).execute();
  await tx.deleteFrom("tag").where("id", "=", id).execute();
}

/** Puts a tag on points. @returns those that did not bear it */
export async function putTag(tx: Tx, tagId: string, pointIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .insertInto("point_tag")
    .columns(["point_id", "tag_id"])
    .expression((eb) =>
      eb
        .selectFrom("point")
        .where("id", "=", sql<string>`any(${uuids(pointIds)})`)
        .select(["id", sql<string>`${tagId}::uuid`.as("tag_id")]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning("point_id")
    .execute();
  return rows.map((row) => row.point_id);
}

/** Which of these points bear a tag. */
export async function bearing(tx: Tx, tagId: string, pointIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom("point_tag")
    .where("tag_id", "=", tagId)
    .where("point_id", "=", sql<string>`any(${uuids(pointIds)})`)
    .select("point_id")
    .execute();
  return rows.map((row) => row.point_id);
}

export async function takeTag(tx: Tx, tagId: string, pointIds: readonly string[]): Promise<void> {
  await tx
    .deleteFrom("point_tag")
    .where("tag_id", "=", tagId)
    .where("point_id", "=", sql<string>`any(${uuids(pointIds)})`)
    .execute();
}
