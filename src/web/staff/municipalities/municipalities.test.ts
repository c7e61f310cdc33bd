import { beforeAll, describe, expect, it } from "vitest";
import { openContext } from "#domain/audit/index.ts";
import { stoppedClock } from "#kernel/clock.ts";
import { createMunicipality, isDefaultCity, migrationFolders, noteBackup } from "#platform/database/index.ts";
import { upgradeAll } from "#platform/database/upgrades.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import type { TestCity } from "../../../../test/support/city.ts";
import { useDatabases } from "../../../../test/support/databases.ts";
import { personIn } from "../../../../test/support/plan.ts";

describe("the cities of a deployment", () => {
  const newDatabase = useDatabases();
  let own: TestCity;
  let browser: Browser;
  const city = () => own;
  // 20219 is 東御市's number; its check digit: 2·6+0·5+2·4+1·3+9·2 = 41, 41 mod 11 = 8, 11 − 8 = 3
  const added = { code: "202193", name: "東御市", host: "added.test" };
  const setDefault = (code: string, value: boolean) =>
    city().database.pool.query("update platform.municipality set is_default = $2 where code = $1", [code, value]);

  beforeAll(async () => {
    const database = await newDatabase();
    await upgradeAll(database, migrationFolders);
    const named = { code: "202185", name: "基本市", hosts: ["c202185.test"] };
    const municipality = await createMunicipality(database, named, migrationFolders);
    own = {
      database,
      municipality,
      as: (actor) => openContext({ database, municipality, actor, clock: stoppedClock("2026-11-22T01:00:00Z") }),
    };
    const actor = await personIn(own, "伊藤", { roles: ["administrator"] });
    browser = new Browser(appOf(own, { actor }), own);
  });

  const page = async () => (await browser.get("/staff/municipalities")).text();

  it("are shown to the default city's administrators alone, who see no other city's content", async () => {
    expect(await isDefaultCity(city().database.platform, city().municipality.code)).toBe(false);
    expect(await page()).toContain("基本の市のシステム管理者だけが使えます");
    const refused = await browser.post("/staff/municipalities", added);
    expect([refused.status, await isDefaultCity(city().database.platform, added.code)]).toEqual([422, false]);
    expect(
      (await browser.post(`/staff/municipalities/${city().municipality.code}/hosts`, { host: "x.test" })).status,
    ).toBe(422);
    await setDefault(city().municipality.code, true);
    const html = await page();
    for (const said of ["基本市", "最新", `c${city().municipality.code}.test`, "まだ取られていません"])
      expect(html).toContain(said);
  });

  it("are joined by one with a right code, a free host and an address at which it is set up", async () => {
    const wrong = await browser.post("/staff/municipalities", { ...added, code: "202192" });
    expect((await wrong.text()).includes("検査数字まで6桁")).toBe(true);
    const taken = await browser.post("/staff/municipalities", { ...added, host: `c${city().municipality.code}.test` });
    expect((await taken.text()).includes("もう使われています")).toBe(true);
    const html = await (
      await browser.post("/staff/municipalities", { ...added, code: "20219-3", host: "HTTPS://Added.test/" })
    ).text();
    expect(html).toMatch(/http:\/\/added\.test\/staff\/set-up\?token=/);
    expect(html).toContain("東御市");
    const events = await city().as({ kind: "nobody" }).db.selectFrom("event").select(["act", "reference"]).execute();
    expect(events.at(-1)).toEqual({ act: "deployment.city.added", reference: { code: added.code } });
    expect((await browser.post("/staff/municipalities", added)).status).toBe(422);
  });

  it("gain and lose hosts, but never their last nor the one that is visited", async () => {
    const hosts = `/staff/municipalities/${added.code}/hosts`;
    expect((await browser.post(`${hosts}/removal`, { host: "added.test" })).status).toBe(422);
    expect((await browser.post(hosts, { host: "plan.added.test" })).status).toBe(303);
    expect((await browser.post(hosts, { host: "plan added" })).status).toBe(422);
    expect((await browser.post(`${hosts}/removal`, { host: "added.test" })).status).toBe(303);
    expect(await page()).toContain("plan.added.test");
    const visited = await browser.post(`/staff/municipalities/${city().municipality.code}/hosts/removal`, {
      host: "c202185.test",
    });
    expect((await visited.text()).includes("いま開いているアドレスは外せません")).toBe(true);
  });

  it("tell why one could not be brought up to date, and when the last backup was taken", async () => {
    await city().database.pool.query("update platform.municipality set upgrade_failure = $2 where code = $1", [
      added.code,
      "migration 0009 failed",
    ]);
    await noteBackup(city().database, {
      takenAt: new Date("2026-11-21T17:00:00Z"),
      file: "/mnt/nas/x.tar.gz",
      size: 3_145_728,
    });
    const html = await page();
    for (const said of ["更新できていません", "migration 0009 failed", "3.0MB", "令和8年11月22日 02時00分"])
      expect(html).toContain(said);
  });
});
