import type { Ctx } from "#domain/audit/index.ts";
import { isId } from "#kernel/id.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { ErasureKind, KeptAbove, KeptPart, KeptTarget } from "../erasure.ts";

/** What a node, an import, an indicator or a section keeps of its past; undefined for an unknown one. */
export async function keptBy(
  ctx: Ctx,
  { kind, targetId, above }: { readonly kind: ErasureKind; readonly targetId: string; readonly above: KeptAbove },
): Promise<KeptTarget | undefined> {
  if (!isId(targetId)) return undefined;
  if (kind === "section") return above.keptBy(ctx, targetId);
  if (kind === "revisions") return keptByNode(ctx.db, targetId);
  return kind === "import" ? keptByImport(ctx.db, targetId) : keptByIndicator(ctx.db, targetId);
}

interface SavedRow {
  readonly saved_by: string | null;
  readonly saved_at: Date;
  readonly erasure_id: string | null;
}

function partOf(key: string, row: SavedRow, { year = null, isPresent = false }: Partial<KeptPart> = {}): KeptPart {
  return { key, savedBy: row.saved_by, savedAt: row.saved_at, year, isPresent, isErased: row.erasure_id !== null };
}

async function keptByNode(db: CityDb, id: string): Promise<KeptTarget | undefined> {
  const node = await db.selectFrom("plan_node").where("id", "=", id).select(["plan_id", "version"]).executeTakeFirst();
  if (!node) return undefined;
  const rows = await db
    .selectFrom("plan_node_revision")
    .where("node_id", "=", id)
    .select(["number", "saved_by", "saved_at", "erasure_id"])
    .orderBy("number", "desc")
    .execute();
  const parts = rows.map((row) => partOf(String(row.number), row, { isPresent: row.number === node.version }));
  return { planId: node.plan_id, parts };
}

async function keptByImport(db: CityDb, id: string): Promise<KeptTarget | undefined> {
  const row = await db
    .selectFrom("plan_import")
    .innerJoin("stored_file", "stored_file.id", "plan_import.file_id")
    .where("plan_import.id", "=", id)
    .select(["plan_id", "state", "started_by", "started_at", "erased_at"])
    .executeTakeFirst();
  if (!row) return undefined;
  const part = {
    key: "file",
    savedBy: row.started_by,
    savedAt: row.started_at,
    year: null,
    isPresent: row.state === "open" || row.state === "applying",
    isErased: row.erased_at !== null,
  };
  return { planId: row.plan_id, parts: [part] };
}

async function keptByIndicator(db: CityDb, id: string): Promise<KeptTarget | undefined> {
  const indicator = await db
    .selectFrom("indicator")
    .where("id", "=", id)
    .select(["plan_id", "series_id", "version", "removed_at"])
    .executeTakeFirst();
  if (!indicator) return undefined;
  const definitions = await db
    .selectFrom("indicator_revision")
    .where("indicator_id", "=", id)
    .select(["number", "saved_by", "saved_at", "erasure_id"])
    .execute();
  const parts = [
    ...definitions.map((row) =>
      partOf(`definition:${row.number}`, row, { isPresent: row.number === indicator.version }),
    ),
    ...(await changedActuals(db, indicator.series_id)),
    ...(await changedTargets(db, id)),
    ...(await saidRemovals(db, id, indicator.removed_at !== null)),
  ].toSorted((one, other) => other.savedAt.getTime() - one.savedAt.getTime());
  return { planId: indicator.plan_id, parts };
}

async function changedActuals(db: CityDb, seriesId: string): Promise<KeptPart[]> {
  const rows = await db
    .selectFrom("actual_revision")
    .where("series_id", "=", seriesId)
    .select(["id", "fiscal_year", "saved_by", "saved_at", "erasure_id"])
    .execute();
  return rows.map((row) => partOf(`actual:${row.id}`, row, { year: row.fiscal_year }));
}

async function changedTargets(db: CityDb, indicatorId: string): Promise<KeptPart[]> {
  const rows = await db
    .selectFrom("target_revision")
    .where("indicator_id", "=", indicatorId)
    .select(["id", "fiscal_year", "saved_by", "saved_at", "erasure_id"])
    .execute();
  return rows.map((row) => partOf(`target:${row.id}`, row, { year: row.fiscal_year }));
}

/** The removals of an indicator that said something; while it is removed, the latest is what stands. */
async function saidRemovals(db: CityDb, indicatorId: string, isRemoved: boolean): Promise<KeptPart[]> {
  const rows = await db
    .selectFrom("indicator_removal")
    .where("indicator_id", "=", indicatorId)
    .select(["id", "reason", "decided_by", "removed_by as saved_by", "removed_at as saved_at", "erasure_id"])
    .orderBy("removed_at", "desc")
    .execute();
  return rows
    .map((row, index) => ({ row, isPresent: isRemoved && index === 0 }))
    .filter(({ row }) => `${row.reason}${row.decided_by}` !== "" || row.erasure_id !== null)
    .map(({ row, isPresent }) => partOf(`removal:${row.id}`, row, { isPresent }));
}

/** How the nodes, imports, indicators and sections of a plan are called today, by id; removed ones too. */
export async function namesOf(ctx: Ctx, planId: string, above: KeptAbove): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await ownNames(ctx.db, planId)), ...(await above.names(ctx, planId))]);
}

async function ownNames(db: CityDb, planId: string): Promise<[string, string][]> {
  const nodes = await db
    .selectFrom("plan_node")
    .where("plan_id", "=", planId)
    .select(["id", "code", "title"])
    .execute();
  const indicators = await db
    .selectFrom("indicator")
    .where("plan_id", "=", planId)
    .select(["id", "code", "name"])
    .execute();
  const imports = await db
    .selectFrom("plan_import")
    .innerJoin("stored_file", "stored_file.id", "plan_import.file_id")
    .where("plan_id", "=", planId)
    .select(["plan_import.id", "name"])
    .execute();
  return [
    ...nodes.map(({ id, code, title }): [string, string] => [id, `${code} ${title}`.trim()]),
    ...indicators.map(({ id, code, name }): [string, string] => [id, `${code} ${name}`.trim()]),
    ...imports.map(({ id, name }): [string, string] => [id, name]),
  ];
}
