import { sql, type Selectable } from "kysely";
import { personId, type Ctx, type Tx } from "#domain/audit/index.ts";
import { lockPlan } from "#domain/plan/index.ts";
import { richTextSchema, type RichText } from "#kernel/rich-text.ts";
import type { CityDb, CityTables } from "#platform/database/index.ts";
import { bodyKey, type Section, type SectionPlace, type SectionState, type SectionTexts } from "../section.ts";

function sectionOf(row: Selectable<CityTables["manuscript_section"]>): Section {
  return {
    id: row.id,
    planId: row.plan_id,
    parentId: row.parent_id,
    position: row.position,
    title: row.title,
    nodeId: row.node_id,
    body: richTextSchema.parse(row.body),
    divisionId: row.division_id,
    dueOn: row.due_on,
    state: row.state as SectionState, // the column's check allows no other
    version: row.version,
    textVersion: row.text_version,
    updatedAt: row.updated_at,
  };
}

/** The sections of a plan's document, those that were removed left out. */
export async function sectionsOf(db: CityDb, planId: string): Promise<Section[]> {
  const rows = await db
    .selectFrom("manuscript_section")
    .where("plan_id", "=", planId)
    .where("removed_at", "is", null)
    .selectAll()
    .orderBy("position")
    .execute();
  return rows.map(sectionOf);
}

export async function sectionById(db: CityDb, id: string): Promise<Section | undefined> {
  const row = await db
    .selectFrom("manuscript_section")
    .where("id", "=", id)
    .where("removed_at", "is", null)
    .selectAll()
    .executeTakeFirst();
  return row && sectionOf(row);
}

/** A section, even one that was removed: a loan may outlive it. */
export async function sectionEvenRemoved(db: CityDb, id: string): Promise<Section | undefined> {
  const row = await db.selectFrom("manuscript_section").where("id", "=", id).selectAll().executeTakeFirst();
  return row && sectionOf(row);
}

/** Holds a section for the rest of the transaction. */
export async function lockSection(tx: Tx, id: string): Promise<Section | undefined> {
  const row = await tx
    .selectFrom("manuscript_section")
    .where("id", "=", id)
    .where("removed_at", "is", null)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  return row && sectionOf(row);
}

/** Holds some sections for the rest of the transaction; in one order, so that two who hold the same ones never wait for each other. */
export async function holdSections(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .selectFrom("manuscript_section")
    .where("id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .select("id")
    .orderBy("id")
    .forUpdate()
    .execute();
}

/** Holds all sections of a plan, then the plan, for acts on their order: the same row of locks as a return takes. */
export async function lockSections(tx: Tx, planId: string): Promise<Section[]> {
  await tx
    .selectFrom("manuscript_section")
    .where("plan_id", "=", planId)
    .where("removed_at", "is", null)
    .select("id")
    .orderBy("id")
    .forUpdate()
    .execute();
  await lockPlan(tx, planId);
  return sectionsOf(tx, planId);
}

export type NewSection = Pick<
  Section,
  "id" | "planId" | "parentId" | "position" | "title" | "nodeId" | "divisionId" | "dueOn"
>;

export async function insertSections(tx: Tx, sections: readonly NewSection[], at: Date): Promise<void> {
  if (sections.length === 0) return;
  await tx
    .insertInto("manuscript_section")
    .values(
      sections.map((section) => ({
        id: section.id,
        plan_id: section.planId,
        parent_id: section.parentId,
        position: section.position,
        title: section.title,
        node_id: section.nodeId,
        division_id: section.divisionId,
        due_on: section.dueOn,
        updated_at: at,
      })),
    )
    .execute();
}

/** What a section is called and who answers for it by when. */
export type SectionFrame = Pick<Section, "id" | "title" | "divisionId" | "dueOn">;

export async function updateFrame(tx: Tx, frame: SectionFrame, at: Date): Promise<void> {
  await tx
    .updateTable("manuscript_section")
    .set((eb) => ({
      title: frame.title,
      division_id: frame.divisionId,
      due_on: frame.dueOn,
      version: eb("version", "+", 1),
      text_version: eb
        .case()
        .when("title", "=", frame.title)
        .then(eb.ref("text_version"))
        .else(eb("version", "+", 1))
        .end(),
      updated_at: at,
    }))
    .where("id", "=", frame.id)
    .execute();
}

export async function setDueDates(
  tx: Tx,
  { ids, dueOn, at }: { readonly ids: readonly string[]; readonly dueOn: string | null; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable("manuscript_section")
    .set((eb) => ({ due_on: dueOn, version: eb("version", "+", 1), updated_at: at }))
    .where("id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
}

/** Replaces the text of a free section. @returns its new version */
export async function updateBody(
  tx: Tx,
  { id, body, at }: { readonly id: string; readonly body: RichText; readonly at: Date },
): Promise<number> {
  const row = await tx
    .updateTable("manuscript_section")
    .set((eb) => ({
      body: JSON.stringify(body),
      version: eb("version", "+", 1),
      text_version: eb("version", "+", 1),
      updated_at: at,
    }))
    .where("id", "=", id)
    .returning("version")
    .executeTakeFirstOrThrow();
  return row.version;
}

export async function savePlaces(tx: Tx, places: readonly SectionPlace[]): Promise<void> {
  for (const { id, parentId, position } of places) {
    await tx.updateTable("manuscript_section").set({ parent_id: parentId, position }).where("id", "=", id).execute();
  }
}

export async function removeSectionRow(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable("manuscript_section").set({ removed_at: at }).where("id", "=", id).execute();
}

/** What a revision of a free section says happened. */
export type SectionAct = "created" | "renamed" | "returned" | "accepted" | "restored";

/** Keeps a free section as it stands now under its present version. */
export async function keepSectionRevision(tx: Tx, ctx: Ctx, id: string, act: SectionAct): Promise<void> {
  await tx
    .insertInto("section_revision")
    .columns(["section_id", "number", "act", "title", "body", "saved_by", "saved_at"])
    .expression((eb) =>
      eb
        .selectFrom("manuscript_section")
        .where("id", "=", id)
        .select((of) => [
          "id",
          "version",
          sql<string>`${act}::text`.as("act"),
          "title",
          of.ref("body").as("body"),
          sql<string | null>`${personId(ctx.actor)}::uuid`.as("saved_by"),
          sql<Date>`${ctx.clock.now()}::timestamptz`.as("saved_at"),
        ]),
    )
    .execute();
}

/** A saved state of a free section; its text is undefined after an erasure. */
export interface SectionRevision {
  readonly number: number;
  readonly act: SectionAct;
  readonly title: string;
  readonly body: RichText | undefined;
  readonly savedBy: string | null;
  readonly savedAt: Date;
}

/** The text of a free section at a version; undefined where it was erased or never was. */
export async function sectionTextsAt(
  db: CityDb,
  sectionId: string,
  version: number,
): Promise<SectionTexts | undefined> {
  const row = await db
    .selectFrom("section_revision")
    .where("section_id", "=", sectionId)
    .where("number", "=", version)
    .select("body")
    .executeTakeFirst();
  return row?.body == null ? undefined : { [bodyKey]: richTextSchema.parse(row.body) };
}

/** A free section's revisions, the newest first. */
export async function sectionRevisions(db: CityDb, sectionId: string): Promise<SectionRevision[]> {
  const rows = await db
    .selectFrom("section_revision")
    .where("section_id", "=", sectionId)
    .selectAll()
    .orderBy("number", "desc")
    .execute();
  return rows.map((row) => ({
    number: row.number,
    act: row.act as SectionAct, // written by keepSectionRevision only
    title: row.title,
    body: row.body === null ? undefined : richTextSchema.parse(row.body),
    savedBy: row.saved_by,
    savedAt: row.saved_at,
  }));
}
