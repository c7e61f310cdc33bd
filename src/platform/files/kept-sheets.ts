import type { Sheet, Workbook } from "#kernel/sheet.ts";
import type { CityDb } from "#platform/database/index.ts";

/** Keeps what was read of a kept file, so that no step of an import reads it again. */
export async function keepSheets(db: CityDb, fileId: string, workbook: Workbook): Promise<void> {
  for (const [position, sheet] of workbook.sheets.entries()) {
    await db
      .insertInto("stored_sheet")
      .values((row) => ({
        file_id: fileId,
        position,
        name: sheet.name,
        is_hidden: sheet.isHidden,
        row_count: sheet.rows.length,
        content: JSON.stringify(sheet),
        is_open: row.selectFrom("stored_file").where("id", "=", fileId).select("is_open").$asScalar().$notNull(),
      }))
      .execute();
  }
}

/** A sheet's tab: what is known of it without reading its cells. */
export interface SheetTab {
  readonly position: number;
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: number;
}

export async function sheetTabs(db: CityDb, fileId: string): Promise<SheetTab[]> {
  const rows = await db
    .selectFrom("stored_sheet")
    .where("file_id", "=", fileId)
    .orderBy("position")
    .select(["position", "name", "is_hidden", "row_count"])
    .execute();
  return rows.map((row) => ({ position: row.position, name: row.name, isHidden: row.is_hidden, rows: row.row_count }));
}

export async function sheetAt(db: CityDb, fileId: string, position: number): Promise<Sheet | undefined> {
  const row = await db
    .selectFrom("stored_sheet")
    .where("file_id", "=", fileId)
    .where("position", "=", position)
    .select("content")
    .executeTakeFirst();
  return row && (row.content as Sheet); // written by keepSheets only, from our own reader
}
