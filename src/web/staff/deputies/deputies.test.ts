import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "#domain/audit/index.ts";
import { addPost, createDivision, endDeputyship, nameDeputy, personPage } from "#domain/identity/index.ts";
import { mayEditTexts } from "#domain/plan/index.ts";
import { mayPurge } from "#domain/publication/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { addDays } from "#kernel/day.ts";
import { useCity } from "../../../../test/support/city.ts";
import { password, personAtTheDoor, runningClock, seedOf, type AtTheDoor } from "../../../../test/support/door.ts";

const today = tokyoDay(new Date());

const actingPath = (html: string) => /action="(\/staff\/deputies\/[0-9a-f-]+\/acting)"/.exec(html)?.[1] ?? "";
const pageOf = async (person: AtTheDoor) => (await person.browser.get("/staff/deputies")).text();
const named = (person: AtTheDoor, deputyId: string, fields: Record<string, string> = {}) =>
  person.browser.post("/staff/deputies", { deputyId, fromOn: today, untilOn: addDays(today, 2), ...fields });

describe("a deputy", () => {
  const city = useCity();
  const watch = runningClock();
  const divisions: Record<string, string> = {};
  let chief: AtTheDoor;
  let clerk: AtTheDoor;
  let stranger: AtTheDoor;
  let administrator: AtTheDoor;

  async function arrive(role: Role, division: string): Promise<AtTheDoor> {
    const person = await personAtTheDoor(city(), role, { watch });
    const post = {
      personId: person.id,
      divisionId: divisions[division] ?? "",
      title: "",
      fromOn: today,
      untilOn: null,
    };
    await addPost(seedOf(city()), post);
    expect((await person.browser.post("/staff/sign-in", { email: person.email, password })).status).toBe(303);
    return person;
  }

  beforeAll(async () => {
    for (const name of ["福祉課", "防災課"]) {
      const made = await createDivision(seedOf(city()), { name, fromOn: "2020-04-01" });
      if (made.ok) divisions[name] = made.value;
    }
    chief = await arrive("chief", "福祉課");
    clerk = await arrive("clerk", "福祉課");
    stranger = await arrive("clerk", "防災課");
    administrator = await arrive("administrator", "防災課");
  });

  it("is named by the absent person among colleagues of the same division, and by nobody else for them", async () => {
    expect(await pageOf(chief)).toContain(clerk.id);
    expect(await pageOf(chief)).not.toContain(stranger.id);
    const refused = await named(chief, stranger.id);
    expect([refused.status, (await refused.text()).includes("同じ課にいる人から")]).toEqual([422, true]);
    expect((await named(chief, chief.id)).status).toBe(422);
    expect((await named(chief, clerk.id, { untilOn: addDays(today, 400) })).status).toBe(422);
    const forged = await named(clerk, stranger.id, { personId: chief.id });
    expect(forged.status).toBe(422); // taken for the clerk's own deputy, who is of another division
    expect((await named(chief, clerk.id)).status).toBe(303);
    const twice = await named(chief, clerk.id);
    expect((await twice.text()).includes("すでに代理が決まっています")).toBe(true);
  });

  it("acts with the absent person's role and division only, says so on every page, and is noted as deputy", async () => {
    const path = actingPath(await pageOf(clerk));
    expect((await stranger.browser.post(path)).status).toBe(403);
    expect((await clerk.browser.post(path)).headers.get("location")).toBe("/staff");
    expect(await pageOf(clerk)).toContain(`${(await personPage(seedOf(city()), chief.id)).name}さんの代理として操作中`);
    const rows = await seedOf(city())
      .db.selectFrom("event")
      .select(["act", "actor_id", "reference"])
      .orderBy("sequence")
      .execute();
    expect(rows.at(-1)).toMatchObject({ act: "identity.deputy.began", actor_id: clerk.id });
    expect((await named(clerk, stranger.id)).status).toBe(403); // a deputy names no deputy
    expect((await clerk.browser.post("/staff/deputies/return")).status).toBe(303);
    const last = await seedOf(city())
      .db.selectFrom("event")
      .select("reference")
      .orderBy("sequence", "desc")
      .limit(1)
      .execute();
    expect(last[0]?.reference).toEqual({ actingFor: chief.id });
    expect(await pageOf(clerk)).not.toContain("代理として操作中");
  });

  it("never has the administrator's role, nor a word in what needs two people", async () => {
    await named(administrator, clerk.id, { personId: administrator.id });
    const duties = await pageOf(clerk);
    const own = [...duties.matchAll(/action="(\/staff\/deputies\/[0-9a-f-]+\/acting)"/g)].map(
      (match) => match[1] ?? "",
    );
    for (const path of own) {
      await clerk.browser.post(path);
      expect((await clerk.browser.get("/staff/people")).status).toBe(403);
      await clerk.browser.post("/staff/deputies/return");
    }
    expect(own).toHaveLength(2);
    const planner = { kind: "person", id: clerk.id, name: "", roles: ["planning"], divisionIds: [] } as const;
    expect(mayPurge(planner)).toBe(true);
    expect(mayPurge({ ...planner, actingFor: { id: chief.id, name: "" } })).toBe(false);
    expect(mayEditTexts(planner, { divisionId: null, relatedDivisionIds: [] })).toBe(true);
  });

  it("ends by itself after the last day, and at once when it is ended", async () => {
    await clerk.browser.post(actingPath(await pageOf(clerk)));
    expect(await pageOf(clerk)).toContain("代理として操作中");
    const lasting = (from: number, until: number) =>
      seedOf(city())
        .db.updateTable("deputy")
        .set({ from_on: addDays(today, from), until_on: addDays(today, until) })
        .execute();
    await lasting(-3, 0); // today is the last day
    expect(await pageOf(clerk)).toContain("代理として操作中");
    await lasting(-3, -1);
    const after = await pageOf(clerk);
    expect(after).not.toContain("代理として操作中");
    expect(after).toContain("代理に決められていません");
    const on = addDays(today, 10);
    const ctx = city().as({ kind: "system", label: "test" }, `${on}T01:00:00Z`);
    await nameDeputy(ctx, { personId: chief.id, deputyId: clerk.id, fromOn: on, untilOn: on });
    const row = await ctx.db.selectFrom("deputy").select("id").where("from_on", "=", on).executeTakeFirstOrThrow();
    expect((await endDeputyship(ctx, { id: row.id })).ok).toBe(true);
    expect(await ctx.db.selectFrom("deputy").select("id").where("id", "=", row.id).execute()).toEqual([]);
  });
});
