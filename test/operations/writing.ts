// A site on which three sections are lent to one writer (started by writing-crash.test.ts and killed by it). Prints its address and
// the loans' paths once it listens.
import type { AddressInfo } from "node:net";
import { Hono } from "hono";
import { openContext, type PersonActor } from "#domain/audit/index.ts";
import { addSection, manuscriptOf, takeOut } from "#domain/documents/index.ts";
import { createPlan, listPlans } from "#domain/plan/index.ts";
import { systemClock } from "#kernel/clock.ts";
import { createMunicipality, openDatabase, startEmbedded } from "#platform/database/index.ts";
import { upgradeAll } from "#platform/database/upgrades.ts";
import { migrationFolders } from "#house.ts";
import { appOf } from "../support/browser.ts";
import { listen } from "../../src/serving.ts";

const embedded = await startEmbedded(process.argv[2] ?? "");
const database = openDatabase(embedded.url);
await upgradeAll(database, migrationFolders);
const municipality = await createMunicipality(
  database,
  { code: "202185", name: "千曲市", hosts: ["127.0.0.1"], isDefault: true },
  migrationFolders,
);
const actor: PersonActor = {
  kind: "person",
  id: "00000000-0000-7000-8000-000000000001",
  name: "佐藤",
  roles: ["planning"],
  divisionIds: [],
};
const ctx = openContext({ database, municipality, actor, clock: systemClock });
const loans = await lentSections();
const as = () => ctx;
const site = new Hono().route("/", appOf({ database, municipality, as }, { actor }));
const server = await listen(site, { host: "127.0.0.1", port: 0 });
const { port } = server.address() as AddressInfo; // it listens on TCP
process.stdout.write(`http://127.0.0.1:${port} ${loans.join(" ")}\n`);

/** The paths of three loans: made on the first start, found again on the others. */
async function lentSections(): Promise<string[]> {
  if ((await listPlans(ctx)).length === 0) await makeSections();
  const [plan] = await listPlans(ctx);
  const { lines } = await manuscriptOf(ctx, plan?.id ?? "");
  return Promise.all(
    lines.map(async ({ id }) => {
      const taken = await takeOut(ctx, id);
      if (!taken.ok) throw new Error(taken.refusal.message);
      return `/staff/manuscripts/plan/loans/${taken.value.loanId}`;
    }),
  );
}

async function makeSections(): Promise<void> {
  await ctx.db.insertInto("person").values({ id: actor.id, name: "佐藤", email: "sato@city.example" }).execute();
  const words = { name: "計画", slug: "plan", vision: "", summary: "", startYear: 2027, endYear: 2031 };
  const levels = [{ name: "施策", codePattern: "{n}", evaluator: "", hasPage: true }];
  const plan = await createPlan(ctx, { ...words, kind: "basicPlan", levels });
  if (!plan.ok) throw new Error(plan.refusal.message);
  for (const title of ["序論", "基本構想", "基本計画"])
    await addSection(ctx, { planId: plan.value.id, parentId: null, title, divisionId: null, dueOn: null });
}
