import { beforeAll, describe, expect, it } from "vitest";
import { systemActor, type Actor } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { enqueueJob, jobById } from "#platform/jobs/index.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";

const sato: Actor = { kind: "person", id: newId(), name: "佐藤", roles: ["planning"], divisionIds: [] };
const suzuki: Actor = { kind: "person", id: newId(), name: "鈴木", roles: ["finance"], divisionIds: [] };

describe("the pages of long work", () => {
  const city = useCity();
  const as = (actor: Actor) => new Browser(appOf(city(), { actor }), city());
  let id = "";
  beforeAll(async () => {
    const { code: municipalityCode } = city().municipality;
    const request = { municipalityCode, kind: "audit.verify", payload: {}, requestedBy: sato.id };
    id = await city()
      .as(systemActor("test"))
      .transaction((tx) => enqueueJob(tx, request));
  });

  it("list the city's work and reload themselves while something waits", async () => {
    const html = await (await as(suzuki).get("/staff/jobs")).text();
    expect(html).toContain("操作の記録の検証");
    expect(html).toContain("順番待ち");
    expect(html).toContain('http-equiv="refresh"');
  });

  it("offer stopping to who asked, not to others", async () => {
    expect(await (await as(sato).get(`/staff/jobs/${id}`)).text()).toContain("取りやめる");
    expect(await (await as(suzuki).get(`/staff/jobs/${id}`)).text()).not.toContain("取りやめる");
    expect((await as(suzuki).post(`/staff/jobs/${id}/cancellation`)).status).toBe(403);
  });

  it("stop waiting work at once and record who did it; a second time is refused in words", async () => {
    expect((await as(sato).post(`/staff/jobs/${id}/cancellation`)).headers.get("location")).toBe(
      `/staff/jobs/${id}?notice=cancelled`,
    );
    expect(await jobById(city().database, city().municipality.code, id)).toMatchObject({ state: "cancelled" });
    const again = await as(sato).post(`/staff/jobs/${id}/cancellation`);
    expect(again.status).toBe(422);
    expect(await again.text()).toContain("この処理は、もう終わっています。");
    const acts = await city().as(sato).db.selectFrom("event").select(["act", "actor_id"]).execute();
    expect(acts).toEqual([{ act: "job.cancelled", actor_id: sato.id }]);
  });

  it("put stopped work back on the queue", async () => {
    expect((await as(sato).post(`/staff/jobs/${id}/retry`)).status).toBe(303);
    expect(await jobById(city().database, city().municipality.code, id)).toMatchObject({
      state: "waiting",
      isCancelRequested: false,
    });
  });

  it("know no job of another city, and none by a word that is no id", async () => {
    expect((await as(sato).get(`/staff/jobs/${newId()}`)).status).toBe(404);
    expect((await as(sato).get("/staff/jobs/..%2F")).status).toBe(404);
  });
});
