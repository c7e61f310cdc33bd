// A server that saves without pause (started by crash.test.ts and killed by it): each act is one row and one event in one
// transaction, and is printed once it is acknowledged.
import { openContext, record, systemActor } from "#domain/audit/index.ts";
import { systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/id.ts";
import { createMunicipality, openDatabase, startEmbedded } from "#platform/database/index.ts";
import { upgradeAll } from "#platform/database/upgrades.ts";
import { migrationFolders } from "#house.ts";

const embedded = await startEmbedded(process.argv[2] ?? "");
const database = openDatabase(embedded.url);
await upgradeAll(database, migrationFolders);
const municipality = await createMunicipality(
  database,
  { code: "202185", name: "千曲市", hosts: ["plan.example.jp"], isDefault: true },
  migrationFolders,
);
process.stdout.write("ready\n");
await Promise.all([save(), save(), save()]);

async function save(): Promise<never> {
  for (;;) {
    const ctx = openContext({ database, municipality, actor: systemActor("試験"), clock: systemClock });
    const id = newId();
    await ctx.transaction(async (tx) => {
      await tx.insertInto("division").values({ id }).execute();
      await record(tx, ctx, "test.division.made", { division: id });
    });
    process.stdout.write(`${id}\n`);
  }
}
