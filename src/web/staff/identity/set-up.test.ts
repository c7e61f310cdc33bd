import { describe, expect, it } from "vitest";
import { systemActor } from "#domain/audit/index.ts";
import { openSetUp } from "#domain/identity/index.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { password } from "../../../../test/support/door.ts";

describe("setting up an empty city", () => {
  const city = useCity("はじめ市");
  const fields = {
    city: "　はじまり市 ",
    division: "企画課",
    name: "高橋 誠",
    kana: "たかはし まこと",
    email: "takahashi@city.example.jp",
    password,
    again: password,
    secondFactor: "no",
  };

  it("opens with its token only, keeps what was entered, makes administrator and planner, and closes for good", async () => {
    const path = (await openSetUp(city().as(systemActor("start"), new Date().toISOString()))) ?? "";
    const token = new URL(path, "http://c.test").searchParams.get("token") ?? "";
    const browser = new Browser(appOf(city()), city());
    expect((await browser.get("/staff/set-up?token=guessed")).status).toBe(410);
    expect((await browser.get(path)).status).toBe(200);
    const short = await browser.post("/staff/set-up", { ...fields, token, password: "みじかい" });
    expect([short.status, (await short.text()).includes('value="高橋 誠"')]).toEqual([422, true]);
    const unnamed = await browser.post("/staff/set-up", { ...fields, city: "　", token });
    expect([unnamed.status, (await unnamed.text()).includes("市の名前を入れてください")]).toEqual([422, true]);
    const bare = await (await browser.post("/staff/set-up", { token })).text();
    for (const said of ["市の名前を入れて", "課の名前を入れて", "氏名を入れて", "name@city.example.jp", "12文字以上"]) {
      expect(bare).toContain(said);
    }
    const same = await browser.post("/staff/set-up", {
      ...fields,
      token,
      planning: "other",
      plannerName: "佐藤 花",
      plannerEmail: fields.email,
    });
    expect(await same.text()).toContain("あなたのものと同じです");
    const done = await browser.post("/staff/set-up", {
      ...fields,
      token,
      planning: "other",
      plannerName: "佐藤 花",
      plannerEmail: "sato@city.example.jp",
    });
    const link = /https?:\/\/[^<\s]+\/staff\/invitation\?token=[\w-]+/.exec(await done.text())?.[0] ?? "";
    const people = await browser.get("/staff/people");
    expect([people.status, (await people.text()).includes("はじまり市 総合計画")]).toEqual([200, true]); // signed in, and named
    expect((await browser.get(path)).status).toBe(410);
    expect((await browser.post("/staff/set-up", { ...fields, token, email: "second@city.example.jp" })).status).toBe(
      410,
    );

    const planner = new Browser(appOf(city()), city());
    const { pathname, search, searchParams } = new URL(link);
    expect(await (await planner.get(`${pathname}${search}`)).text()).toContain("佐藤 花");
    const chosen = await planner.post(pathname, { token: searchParams.get("token") ?? "", password, again: password });
    expect(chosen.headers.get("location")).toBe("/staff/sign-in?notice=passwordChosen");
    expect((await planner.post("/staff/sign-in", { email: "sato@city.example.jp", password })).status).toBe(303);
    expect((await planner.get("/staff/divisions/new")).status).toBe(200);
    expect((await planner.get("/staff/people")).status).toBe(403);
  });
});
