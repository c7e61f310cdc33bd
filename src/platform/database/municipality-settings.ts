import { sql, type QueryExecutorProvider } from "kysely";

/** What a municipality says of itself (自治体の設定). */
export interface MunicipalitySettings {
  /** 全国地方公共団体コード with its check digit. */
  readonly code: string;
  readonly name: string;
  readonly kana: string;
  /** Whom citizens ask about the site as a whole: 企画課 電話 … */
  readonly contact: string;
  readonly version: number;
}

/**
 * The settings of the municipality that lives in a schema, which, unlike its code, never changes.
 * @param options with `hold`, nobody else changes them until the transaction ends
 */
export async function municipalitySettings(
  trx: QueryExecutorProvider,
  schema: string,
  { hold = false }: { readonly hold?: boolean } = {},
): Promise<MunicipalitySettings> {
  const { rows } = await sql<MunicipalitySettings>`
    select code, name, kana, contact, version from platform.municipality where schema_name = ${schema}
    ${hold ? sql`for update` : sql``}`.execute(trx);
  const [found] = rows;
  if (!found) throw new Error(`no municipality lives in ${schema}`);
  return found;
}

/** Whether another municipality of this deployment has the code. */
export async function isCodeTaken(trx: QueryExecutorProvider, code: string, schema: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from platform.municipality where code = ${code} and schema_name <> ${schema}`.execute(trx);
  return rows.length > 0;
}

/** Writes the settings as the next version. The hosts and jobs of the municipality follow its code. */
export async function saveMunicipalitySettings(
  trx: QueryExecutorProvider,
  schema: string,
  { code, name, kana, contact }: Omit<MunicipalitySettings, "version">,
): Promise<void> {
  await sql`
    update platform.municipality
       set code = ${code}, name = ${name}, kana = ${kana}, contact = ${contact}, version = version + 1
     where schema_name = ${schema}`.execute(trx);
}
