import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "#platform/database/pool.ts";
import { migrateSchema } from "#platform/database/migrations.ts";
import { startEmbedded } from "#platform/database/index.ts";
import { generateTables } from "#platform/database/generate-tables.ts";

const folder = await mkdtemp(join(tmpdir(), "tomoni-types-"));
const embedded = await startEmbedded(folder);
const database = openDatabase(embedded.url);
await migrateSchema(database.pool, "platform", "db/migrations/platform");
await migrateSchema(database.pool, "city_000000", "db/migrations");
await writeFile("src/platform/database/tables.ts", await generateTables(database.pool, "city_000000"));
await database.close();
await embedded.stop();
await rm(folder, { recursive: true });
