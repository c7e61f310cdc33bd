import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { District } from "../district.ts";

/** The districts in their order, each with how many voices name it. */
export async function districtsIn(db: CityDb): Promise<(District & { readonly voices: number })[]> {
  return db
    .selectFrom("district")
    .leftJoin("voice", "voice.district_id", "district.id")
    .select(({ fn }) => [
      "district.id",
      "district.name",
      "district.position",
      fn.count<number>("voice.id").as("voices"),
    ])
    .groupBy(["district.id", "district.name", "district.position"])
    .orderBy("district.position")
    .orderBy("district.name")
    .execute();
}

export async function saveDistrict(tx: Tx, { id, name, position }: District): Promise<void> {
  await tx
    .insertInto("district")
    .values({ id, name, position })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ name, position }))
    .execute();
}

export async function deleteDistrict(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("district").where("id", "=", id).execute();
}
