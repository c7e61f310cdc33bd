import { sql, type QueryExecutorProvider } from "kysely";
import type { Database } from "./pool.ts";
import { migrateSchema } from "./migrations.ts";

/** A municipality (市町村) of this deployment: one schema, one or more hosts. */
export interface Municipality {
  readonly code: string;
  readonly name: string;
  readonly schema: string;
  /** Built from published facts by others than the city: pages carry a banner and noindex. */
  readonly isUnofficial: boolean;
  /** A sentence above every public page; "" for a city's own site. */
  readonly notice: string;
  /** Whom citizens ask about the site as a whole; "" when nobody was named. */
  readonly contact: string;
}

export interface MunicipalityInput {
  readonly code: string;
  readonly name: string;
  readonly hosts: readonly string[];
  readonly isDefault?: boolean;
  readonly isUnofficial?: boolean;
  readonly notice?: string;
}

/** Where the migrations lie, relative to the project. */
export interface MigrationFolders {
  readonly platform: string;
  readonly city: string;
}

export { isMunicipalityCode } from "#kernel/municipality-code.ts";

/** Makes the municipality's schema, migrates it, then lets it answer for its hosts. Safe to repeat. */
export async function createMunicipality(
  database: Database,
  input: MunicipalityInput,
  folders: MigrationFolders,
): Promise<Municipality> {
  const schema = `city_${input.code}`;
  await migrateSchema(database.pool, schema, folders.city);
  await database.platform.transaction().execute(async (tx) => {
    const row = {
      code: input.code,
      name: input.name,
      schema_name: schema,
      is_default: input.isDefault ?? false,
      is_unofficial: input.isUnofficial ?? false,
      notice: input.notice ?? "",
    };
    await tx
      .insertInto("municipality")
      .values(row)
      .onConflict((conflict) => conflict.column("code").doNothing())
      .execute();
    for (const host of input.hosts) {
      const hostRow = { host, municipality_code: input.code };
      await tx
        .insertInto("municipality_host")
        .values(hostRow)
        .onConflict((conflict) => conflict.column("host").doNothing())
        .execute();
    }
  });
  const { code, name, isUnofficial = false, notice = "" } = input;
  return { code, name, schema, isUnofficial, notice, contact: "" };
}

/** Gives the municipality its name, inside the caller's transaction, so that the name is there exactly when the act is. */
export async function nameMunicipality(
  trx: QueryExecutorProvider,
  { code, name }: Pick<Municipality, "code" | "name">,
): Promise<void> {
  await sql`update platform.municipality set name = ${name} where code = ${code}`.execute(trx);
}

interface MunicipalityRow {
  readonly code: string;
  readonly name: string;
  readonly schema_name: string;
  readonly is_unofficial: boolean;
  readonly notice: string;
  readonly contact: string;
}

/** The municipality in a row of its table. */
export function municipalityOf(row: MunicipalityRow): Municipality {
  const { code, name, schema_name: schema, is_unofficial: isUnofficial, notice, contact } = row;
  return { code, name, schema, isUnofficial, notice, contact };
}

export async function listMunicipalities(database: Database): Promise<Municipality[]> {
  const rows = await database.platform.selectFrom("municipality").selectAll().orderBy("code").execute();
  return rows.map(municipalityOf);
}

/** Which municipality answers for which host name: host → code. */
export async function claimedHosts(database: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await database.platform.selectFrom("municipality_host").selectAll().orderBy("host").execute();
  return new Map(rows.map((row) => [row.host, row.municipality_code]));
}

/** The municipality that answers for a host name (without port), or the default one. */
export async function municipalityForHost(database: Database, host: string): Promise<Municipality | undefined> {
  const claimed = await database.platform
    .selectFrom("municipality_host")
    .innerJoin("municipality", "municipality.code", "municipality_host.municipality_code")
    .where("municipality_host.host", "=", host)
    .select(["code", "name", "schema_name", "is_unofficial", "notice", "contact"])
    .executeTakeFirst();
  const row =
    claimed ??
    (await database.platform
      .selectFrom("municipality")
      .where("is_default", "=", true)
      .select(["code", "name", "schema_name", "is_unofficial", "notice", "contact"])
      .executeTakeFirst());
  return row && municipalityOf(row);
}
