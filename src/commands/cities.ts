import { codeOf } from "#kernel/error-code.ts";
import { listMunicipalities, type Database, type Municipality } from "#platform/database/index.ts";
import { Trouble } from "#platform/trouble.ts";

/** PostgreSQL's code for a table that is not there: nobody has started the program on this data yet. */
const undefinedTable = "42P01";

/** The cities whose data a command looks at. @throws Trouble when there is none */
export async function citiesOf(database: Database): Promise<readonly Municipality[]> {
  const cities = await listMunicipalities(database).catch((error: unknown) => {
    if (codeOf(error) === undefinedTable) return [];
    throw error;
  });
  if (cities.length > 0) return cities;
  throw new Trouble(
    "ここには市区町村がまだ一つもありません。DATA_DIR または DATABASE_URL を確かめてください。",
    "There is no municipality here yet. Check DATA_DIR or DATABASE_URL.",
  );
}
