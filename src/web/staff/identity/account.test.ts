import { describe, expect, it } from "vitest";
import { grantRole, setSecondFactorPolicy } from "#domain/identity/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { authenticatorCode } from "../../../../test/support/authenticator.ts";
import { useCity } from "../../../../test/support/city.ts";
import { password, personAtTheDoor, seedOf } from "../../../../test/support/door.ts";

describe("the own account", () => {
  const city = useCity();

  it("asks for the code of the app once enrolled, takes each backup code once, and shows them one time", async () => {
    const { id, email, browser } = await personAtTheDoor(city(), "planning");
    await browser.post("/staff/sign-in", { email, password });
    expect((await browser.post("/staff/account/second-factor", { current: "ちがうパスワードです" })).status).toBe(422);
    const page = await (await browser.post("/staff/account/second-factor", { current: password })).text();
    const address = (/name="address" value="([^"]+)"/.exec(page)?.[1] ?? "").replaceAll("&amp;", "&");
    expect(page).toContain('<svg role="img"');
    const mistyped = await browser.post("/staff/account/second-factor/confirmation", { address, code: "000000" });
    expect([mistyped.status, (await mistyped.text()).includes('<svg role="img"')]).toEqual([422, true]);
    const enrolled = await (
      await browser.post("/staff/account/second-factor/confirmation", { address, code: authenticatorCode(address) })
    ).text();
    const codes = [...enrolled.matchAll(/<code[^>]*>([\w-]+)<\/code>/g)].map((match) => match[1] ?? "");
    expect(codes).toHaveLength(10);
    await browser.post("/staff/sign-out");

    const first = await browser.post("/staff/sign-in", { email, password, to: "/staff/account" });
    expect(first.headers.get("location")).toBe("/staff/sign-in/code?to=%2Fstaff%2Faccount");
    expect((await browser.get("/staff/account")).status).toBe(303); // the password alone opens nothing
    expect((await browser.get("/staff/sign-in/code")).status).toBe(200);
    expect((await browser.post("/staff/sign-in/code", { kind: "app", code: "000000" })).status).toBe(422);
    const second = await browser.post("/staff/sign-in/code", {
      kind: "app",
      code: authenticatorCode(address),
      to: "/staff/account",
    });
    expect([second.status, second.headers.get("location")]).toEqual([303, "/staff/account"]);
    expect((await browser.get("/staff/account")).status).toBe(200);

    for (const expected of [303, 422]) {
      await browser.post("/staff/sign-out");
      await browser.post("/staff/sign-in", { email, password });
      expect((await browser.post("/staff/sign-in/code", { kind: "backup", code: codes[0] ?? "" })).status).toBe(
        expected,
      );
    }
    const wrong = await seedOf(city())
      .db.selectFrom("sign_in_attempt")
      .where("person_id", "=", id)
      .where("outcome", "=", "wrongCode")
      .select("id")
      .execute();
    expect(wrong).toHaveLength(2);
  });

  it("locks the account after five wrong codes, also when the password is entered anew between them", async () => {
    const { email, browser, watch } = await personAtTheDoor(city(), "planning");
    await browser.post("/staff/sign-in", { email, password });
    const page = await (await browser.post("/staff/account/second-factor", { current: password })).text();
    const address = (/name="address" value="([^"]+)"/.exec(page)?.[1] ?? "").replaceAll("&amp;", "&");
    await browser.post("/staff/account/second-factor/confirmation", { address, code: authenticatorCode(address) });
    await browser.post("/staff/sign-out");
    for (let time = 0; time < 5; time++) {
      await browser.post("/staff/sign-in", { email, password });
      await browser.post("/staff/sign-in/code", { kind: "app", code: "000000" });
    }
    watch.forward(2);
    expect((await browser.post("/staff/sign-in", { email, password })).status).toBe(422);
  });

  it("leads a person whose role asks for a code to enrolling before anything else", async () => {
    await setSecondFactorPolicy(seedOf(city()), { auditor: "always" });
    const { id, email, browser } = await personAtTheDoor(city(), "clerk");
    await browser.post("/staff/sign-in", { email, password });
    expect((await browser.get("/staff/divisions")).status).toBe(200);
    const today = tokyoDay(seedOf(city()).clock.now());
    await grantRole(seedOf(city()), { personId: id, role: "auditor", fromOn: today, untilOn: null });
    const led = await browser.get("/staff/divisions");
    expect([led.status, led.headers.get("location")]).toEqual([303, "/staff/account/second-factor"]);
    expect((await browser.post("/staff/account/password", { current: password })).status).toBe(303);
    expect(await (await browser.get("/staff/account/second-factor")).text()).toContain(
      "お使いの役割では、確認コードが必要です。",
    );
  });

  it("ends the other devices when the password changes, and one of them when asked", async () => {
    const { email, browser, newBrowser } = await personAtTheDoor(city(), "planning");
    const [other, third] = [newBrowser(), newBrowser()];
    const open = async () =>
      (await Promise.all([other, third].map((each) => each.get("/staff/account")))).filter(
        (page) => page.status === 200,
      ).length;
    for (const each of [browser, other, third]) await each.post("/staff/sign-in", { email, password });
    const ids = [...(await (await browser.get("/staff/account")).text()).matchAll(/sign-ins\/([0-9a-f-]{36})\/end/g)];
    expect(ids).toHaveLength(2);
    await browser.post(`/staff/account/sign-ins/${ids[0]?.[1] ?? ""}/end`);
    expect(await open()).toBe(1);
    const next = "まったく別の長い合言葉";
    expect(
      (
        await browser.post("/staff/account/password", {
          current: "ちがうパスワードです",
          password: `${next}です`,
          again: `${next}です`,
        })
      ).status,
    ).toBe(422);
    const shown = await (
      await browser.post("/staff/account/password", { current: password, password: next, again: "", show: "1" })
    ).text();
    expect(shown).toContain(`type="text"`);
    expect(shown).toContain(`value="${next}"`);
    expect(
      (
        await browser.post("/staff/account/password", {
          current: password,
          password: `${next}です`,
          again: `${next}です`,
        })
      ).status,
    ).toBe(303);
    expect((await browser.get("/staff/account")).status).toBe(200);
    expect(await open()).toBe(0);
  });

  it("does not end a sign-in of someone else", async () => {
    const [mine, theirs] = [await personAtTheDoor(city(), "clerk"), await personAtTheDoor(city(), "clerk")];
    for (const { email, browser } of [mine, theirs]) await browser.post("/staff/sign-in", { email, password });
    const row = await seedOf(city())
      .db.selectFrom("sign_in")
      .where("person_id", "=", theirs.id)
      .select("id")
      .executeTakeFirstOrThrow();
    expect((await mine.browser.post(`/staff/account/sign-ins/${row.id}/end`)).status).toBe(404);
    expect((await theirs.browser.get("/staff/account")).status).toBe(200);
  });
});
