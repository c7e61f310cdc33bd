import { describe, expect, it } from "vitest";
import { stoppedClock, tokyoDay } from "#kernel/clock.ts";
import { addDays } from "#kernel/day.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { password, personAtTheDoor, seedOf } from "../../../../test/support/door.ts";

describe("signing in", () => {
  const city = useCity();

  it("leads whoever is not signed in to the door and, once in, to where they wanted to go", async () => {
    const { email, browser } = await personAtTheDoor(city(), "planning");
    const refused = await browser.get("/staff/divisions?on=2026-04-01");
    expect([refused.status, refused.headers.get("location")]).toEqual([
      303,
      "/staff/sign-in?to=%2Fstaff%2Fdivisions%3Fon%3D2026-04-01",
    ]);
    const door = await (await browser.get(refused.headers.get("location") ?? "")).text();
    expect(door).toContain('name="to" value="/staff/divisions?on=2026-04-01"');
    const entered = await browser.post("/staff/sign-in", {
      email: email.toUpperCase(),
      password,
      to: "/staff/divisions?on=2026-04-01",
    });
    expect([entered.status, entered.headers.get("location")]).toEqual([303, "/staff/divisions?on=2026-04-01"]);
    const cookie = entered.headers.getSetCookie()[0] ?? "";
    expect(cookie).toMatch(
      new RegExp(`^tomoni-${city().municipality.schema}\\.session_token=.*HttpOnly; SameSite=Lax`),
    );
    expect((await browser.get("/staff/divisions")).status).toBe(200);
    await browser.post("/staff/sign-out");
    expect((await browser.get("/staff/divisions")).status).toBe(303);
  });

  async function sentFrom(referer: string): Promise<string | null> {
    const own = `http://c${city().municipality.code}.test`;
    const init = { method: "POST", body: new URLSearchParams(), headers: { referer: referer.replace("own:", own) } };
    return (await appOf(city()).request(`${own}/staff/divisions`, init)).headers.get("location");
  }

  it("leads back to the page whose form was sent after the sign-in had ended", async () => {
    expect(await sentFrom("own:/staff/divisions/new?parent=1&notice=saved")).toBe(
      "/staff/sign-in?to=%2Fstaff%2Fdivisions%2Fnew%3Fparent%3D1",
    );
    expect(await sentFrom("http://evil.example/staff/divisions/new")).toBe("/staff/sign-in?to=%2Fstaff");
    expect(await sentFrom("")).toBe("/staff/sign-in?to=%2Fstaff");
  });

  it("never leads to another site", async () => {
    const { email, browser } = await personAtTheDoor(city(), "planning");
    const entered = await browser.post("/staff/sign-in", { email, password, to: "//evil.example/staff" });
    expect(entered.headers.get("location")).toBe("/staff");
  });

  it("does not take a cookie that we did not sign, nor another city's", async () => {
    const { email, browser } = await personAtTheDoor(city(), "planning");
    const cookie = (await browser.post("/staff/sign-in", { email, password })).headers.getSetCookie()[0] ?? "";
    const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split(/=(.*)/);
    const app = appOf(city());
    const status = async (sent: string) =>
      (await app.request(`http://c${city().municipality.code}.test/staff/account`, { headers: { cookie: sent } }))
        .status;
    expect(await status(`${name}=${value}`)).toBe(200);
    expect(await status(`${name}=${value.split(".")[0]}`)).toBe(303);
    expect(await status(`${name}=${value.slice(0, -8)}AAAAAA%3D`)).toBe(303);
    expect(await status(`tomoni-city_202185.session_token=${value}`)).toBe(303);
  });

  it("gives one answer to a wrong password and an unknown address, and keeps the address entered", async () => {
    const { email, browser } = await personAtTheDoor(city(), "clerk");
    const wrong = await browser.post("/staff/sign-in", { email, password: "ちがうパスワードです" });
    const unknown = await browser.post("/staff/sign-in", { email: "nobody@city.example.jp", password });
    const [first, second] = [await wrong.text(), await unknown.text()];
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    expect(first).toContain(`value="${email}"`);
    expect(first.replaceAll(email, "")).toBe(second.replaceAll("nobody@city.example.jp", ""));
  });

  it("locks for a quarter of an hour after five wrong passwords, then for half an hour; an administrator opens it at once", async () => {
    const { id, email, browser, watch } = await personAtTheDoor(city(), "clerk");
    const tries = async (times: number, word: string) => {
      let status = 0;
      for (let time = 0; time < times; time++)
        status = (await browser.post("/staff/sign-in", { email, password: word })).status;
      watch.forward(1); // lets the address's own limit recover
      return status;
    };
    expect(await tries(4, "ちがうパスワードです")).toBe(422);
    expect(await tries(1, password)).toBe(303); // right in time: the count begins anew
    await tries(5, "ちがうパスワードです");
    expect(await tries(1, password)).toBe(422);
    watch.forward(15);
    await tries(5, "ちがうパスワードです");
    watch.forward(16);
    expect(await tries(1, password)).toBe(422);
    watch.forward(15);
    expect(await tries(1, password)).toBe(303);
    await tries(5, "ちがうパスワードです");
    const admin = await personAtTheDoor(city(), "administrator", { watch });
    await admin.browser.post("/staff/sign-in", { email: admin.email, password });
    expect(await (await admin.browser.get(`/staff/people/${id}`)).text()).toContain("ロックを解除する");
    expect((await admin.browser.post(`/staff/people/${id}/unlocking`)).headers.get("location")).toBe(
      `/staff/people/${id}?notice=unlocked`,
    );
    expect(await tries(1, password)).toBe(303);
    const record = await (await admin.browser.get("/staff/people/sign-ins?show=refused")).text();
    expect([
      record.includes("ロック中のため拒否"),
      record.includes("Windows の Edge"),
      record.includes("192.0.2.1"),
    ]).toEqual([true, true, true]);
  });

  it("keeps a stranger's wrong passwords from locking out a browser that the person has signed in with", async () => {
    const { email, browser: own, watch } = await personAtTheDoor(city(), "clerk");
    const stranger = new Browser(appOf(city(), { clock: watch.clock }), city());
    const sent = async (from: Browser, word: string) =>
      (await from.post("/staff/sign-in", { email, password: word })).status;
    const wrongly = async (from: Browser, times: number) => {
      for (let time = 0; time < times; time++) expect(await sent(from, "ちがうパスワードです")).toBe(422);
    };
    expect(await sent(own, password)).toBe(303);
    await own.post("/staff/sign-out");
    await wrongly(stranger, 5);
    expect([await sent(stranger, password), await sent(own, password)]).toEqual([422, 303]);
    expect(await sent(stranger, password)).toBe(422); // the lock on others stays
    watch.forward(2);
    await wrongly(own, 5); // a stolen desk gets no more guesses than a stranger
    watch.forward(1);
    expect(await sent(own, password)).toBe(422);
  });

  it("counts attempts made at the same moment: of twelve at once five are looked at", async () => {
    const { id, email, browser } = await personAtTheDoor(city(), "clerk");
    await Promise.all(
      Array.from({ length: 12 }, () => browser.post("/staff/sign-in", { email, password: "ちがうパスワードです" })),
    );
    const rows = await seedOf(city())
      .db.selectFrom("sign_in_attempt")
      .where("person_id", "=", id)
      .select("outcome")
      .execute();
    expect(rows.filter((row) => row.outcome === "wrongPassword")).toHaveLength(5);
    expect(rows.filter((row) => row.outcome === "locked")).toHaveLength(7);
  });

  it("slows down one network address that tries many accounts: twenty at once and no more", async () => {
    const browser = new Browser(appOf(city(), { clock: stoppedClock("2026-11-22T01:00:00Z") }), city());
    const tries = Array.from({ length: 22 }, (_, index) =>
      browser.post("/staff/sign-in", { email: `x${index}@city.example.jp`, password }),
    );
    const statuses = (await Promise.all(tries)).map((response) => response.status);
    expect(statuses.toSorted()).toEqual([...Array.from({ length: 20 }, () => 422), 429, 429]);
  });

  it("ends after twelve hours without use, not before", async () => {
    const { email, browser, watch } = await personAtTheDoor(city(), "planning");
    await browser.post("/staff/sign-in", { email, password });
    watch.forward(11 * 60);
    expect((await browser.get("/staff/account")).status).toBe(200);
    watch.forward(11 * 60);
    expect((await browser.get("/staff/account")).status).toBe(200);
    watch.forward(12 * 60 + 1);
    expect((await browser.get("/staff/account")).status).toBe(303);
  });

  it("counts a contractor's role until its last day and no longer", async () => {
    const { email, browser, watch } = await personAtTheDoor(city(), "contractor", {
      untilOn: addDays(tokyoDay(seedOf(city()).clock.now()), 2),
    });
    await browser.post("/staff/sign-in", { email, password });
    expect((await browser.get("/staff/divisions")).status).toBe(200);
    for (let half = 0; half < 8; half++) {
      watch.forward(11 * 60);
      await browser.get("/staff/account");
    }
    expect((await browser.get("/staff/divisions")).status).toBe(403);
  });
});
