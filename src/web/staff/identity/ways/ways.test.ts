import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roles, systemActor, type Actor, type Role } from "#domain/audit/index.ts";
import {
  decideWays,
  setEmployeeNumber,
  setUpLdap,
  setUpOidc,
  signInHealth,
  tryWay,
  type LdapSettings,
  type OidcSettings,
  type WayRules,
} from "#domain/identity/index.ts";
import { newId } from "#kernel/id.ts";
import { authenticatorCode } from "../../../../../test/support/authenticator.ts";
import { appOf, Browser, deskOf, valuesInMemory } from "../../../../../test/support/browser.ts";
import { useCity } from "../../../../../test/support/city.ts";
import { startDirectoryServer, type DirectoryServer } from "../../../../../test/support/directory-server.ts";
import { password, personAtTheDoor, runningClock, seedOf } from "../../../../../test/support/door.ts";
import { deadAddress, startOpenIdServer, type OpenIdServer } from "../../../../../test/support/openid-server.ts";

const administrator: Actor = { kind: "person", id: newId(), name: "管理", roles: ["administrator"], divisionIds: [] };
const everyone: WayRules = {
  password: { roles, place: "anywhere" },
  oidc: { roles, place: "anywhere" },
  ldap: { roles, place: "anywhere" },
  passkey: { roles, place: "anywhere" },
};

describe("signing in by an account elsewhere", () => {
  const city = useCity();
  const keptValues = valuesInMemory();
  let provider: OpenIdServer;
  let server: DirectoryServer;
  let oidc: OidcSettings;
  let ldap: LdapSettings;

  beforeAll(async () => {
    provider = await startOpenIdServer();
    server = await startDirectoryServer([
      { uid: "yamada", password: "やまだの鍵", employeeNumber: "00123" },
      { uid: "suzuki", password: "すずきの鍵", employeeNumber: "00126" },
      { uid: "stranger", password: "よその鍵", employeeNumber: "99999" },
      { uid: "tanaka", password: "古い鍵", employeeNumber: "00125", refusal: "error, data 532, v4563" },
    ]);
    const { issuer, clientId, scopes } = provider.provider;
    const named = { label: "市の認証", match: "employeeNumber" } as const;
    oidc = { ...named, issuer, clientId, scopes, claim: "employee_number", twoFactors: false };
    const { accountPassword, ...place } = server.directory;
    ldap = { ...place, ...named, label: "庁内アカウント" };
    const desk = deskOf(city(), { keptValues });
    await setUpOidc(admin(), desk, { settings: oidc, secret: provider.provider.clientSecret });
    await setUpLdap(admin(), desk, { settings: ldap, secret: accountPassword });
    await decideWays(admin(), everyone);
  });
  afterAll(async () => {
    await provider.stop();
    await server.stop();
  });

  const admin = () => city().as(administrator, new Date().toISOString());

  /** A person with a number, and a browser of theirs that has not signed in. */
  async function personKnownBy(employeeNumber: string, role: Role = "planning") {
    const watch = runningClock();
    const person = await personAtTheDoor(city(), role, { watch });
    await setEmployeeNumber(admin(), { personId: person.id, employeeNumber });
    return { ...person, browser: newBrowser(watch) };
  }

  function newBrowser(watch = runningClock()): Browser {
    return new Browser(appOf(city(), { keptValues, clock: watch.clock }), city());
  }

  /** Goes by way of the provider, where one is signed in as `claims` say. @returns the answer to the way back */
  async function goRound(browser: Browser, claims: Readonly<Record<string, unknown>>): Promise<Response> {
    provider.says(claims);
    const sent = await browser.get("/staff/sign-in/oidc?to=/staff/divisions");
    const back = new URL(await provider.visit(sent.headers.get("location") ?? ""));
    return browser.get(`${back.pathname}${back.search}`);
  }

  async function outcomesOf(personId: string | null): Promise<string[]> {
    const query = seedOf(city()).db.selectFrom("sign_in_attempt").select(["outcome", "way"]).orderBy("id");
    const rows = await query.where("person_id", personId === null ? "is" : "=", personId).execute();
    return rows.map(({ way, outcome }) => `${way} ${outcome}`);
  }

  describe("at a provider (OIDC)", () => {
    it("leads there and back to where the person wanted to go", async () => {
      const { id, browser } = await personKnownBy("10001");
      const door = await (await browser.get("/staff/sign-in?to=/staff/divisions")).text();
      expect(door).toContain('href="/staff/sign-in/oidc?to=%2Fstaff%2Fdivisions"');
      const entered = await goRound(browser, { sub: "u-10001", employee_number: "10001" });
      expect([entered.status, entered.headers.get("location")]).toEqual([303, "/staff/divisions"]);
      expect((await browser.get("/staff/divisions")).status).toBe(200);
      expect(await outcomesOf(id)).toEqual(["oidc signedIn"]);
      const out = await browser.post("/staff/sign-out");
      expect(out.headers.get("location")).toBe("/staff/sign-in?from=oidc&notice=signedOut");
      const end = await browser.get("/staff/sign-in/oidc/end");
      expect(end.headers.get("location")).toContain(`${oidc.issuer}/endsession`);
    });

    it("registers nobody, and says what a stranger can do", async () => {
      const before = await seedOf(city()).db.selectFrom("person").select("id").execute();
      const refused = await goRound(newBrowser(), { sub: "u-stranger", employee_number: "77777" });
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain("職員としての登録と、職員番号");
      expect(await seedOf(city()).db.selectFrom("person").select("id").execute()).toHaveLength(before.length);
      expect(await outcomesOf(null)).toContain("oidc unknown");
    });

    it("ties the account to the person: a second account with the same number is refused, the first follows them", async () => {
      const { id, browser } = await personKnownBy("10002");
      await goRound(browser, { sub: "u-10002", employee_number: "10002" });
      const other = await goRound(newBrowser(), { sub: "u-other", employee_number: "10002" });
      expect(await other.text()).toContain("別のアカウントと結び付いています");
      await setEmployeeNumber(admin(), { personId: id, employeeNumber: "10092" });
      expect((await goRound(newBrowser(), { sub: "u-10002", employee_number: "10002" })).status).toBe(303);
    });

    it("takes an answer once, in the browser that asked, and only with our state", async () => {
      const { browser } = await personKnownBy("10003");
      provider.says({ sub: "u-10003", employee_number: "10003" });
      const sent = await browser.get("/staff/sign-in/oidc");
      const back = new URL(await provider.visit(sent.headers.get("location") ?? ""));
      const path = `${back.pathname}${back.search}`;
      expect(await (await newBrowser().get(path)).text()).toContain("続けられません");
      const forged = path.replace(/state=[^&]+/, "state=forged");
      expect(await (await browser.get(forged)).text()).toContain("答えを確かめられなかった");
      expect(await (await browser.get(path)).text()).toContain("続けられません");
    });

    it.each([
      ["for another site", { aud: "another" }],
      ["from another issuer", { iss: "http://other.test" }],
      ["that is over", { exp: 1_000_000_000 }],
      ["for another question", { nonce: "another" }],
    ])("believes no token %s", async (_, claims) => {
      const { id, browser } = await personKnownBy(`2${newId().slice(-6)}`);
      const refused = await goRound(browser, { sub: newId(), employee_number: "10001", ...claims });
      expect([refused.status, await outcomesOf(id)]).toEqual([422, []]);
      expect((await browser.get("/staff/divisions")).status).toBe(303);
    });

    it("does not let in whose account is locked here, or whose role may not come this way", async () => {
      const { id, email, browser } = await personKnownBy("10004", "clerk");
      for (let time = 0; time < 5; time++)
        await browser.post("/staff/sign-in", { email, password: "ちがうパスワードです" });
      expect(await (await goRound(browser, { sub: "u-10004", employee_number: "10004" })).text()).toContain(
        "しばらく止められています",
      );
      await decideWays(admin(), { ...everyone, oidc: { roles: ["planning"], place: "anywhere" } });
      const closed = await goRound(browser, { sub: "u-10004", employee_number: "10004" });
      expect(await closed.text()).toContain("この方法でサインインできません");
      expect((await outcomesOf(id)).slice(-2)).toEqual(["oidc locked", "oidc wayClosed"]);
      await decideWays(admin(), everyone);
    });

    it("leaves the password where the provider is down, and says so", async () => {
      const { email, browser } = await personKnownBy("10005");
      const desk = deskOf(city(), { keptValues });
      await setUpOidc(admin(), desk, { settings: { ...oidc, issuer: await deadAddress("http") }, secret: "" });
      const down = await browser.get("/staff/sign-in/oidc");
      const text = await down.text();
      expect([down.status, text.includes("認証サービスにつながりません"), text.includes('name="password"')]).toEqual([
        422,
        true,
        true,
      ]);
      expect(await tryWay(admin(), desk, "oidc")).toBe("down");
      expect((await browser.post("/staff/sign-in", { email, password })).status).toBe(303);
      await setUpOidc(admin(), desk, { settings: oidc, secret: "" });
      expect(await tryWay(admin(), desk, "oidc")).toBe("ok");
    });
  });

  describe("in the directory (LDAP)", () => {
    it("lets in by the directory's password, and counts wrong ones towards our lock", async () => {
      const { id, browser, watch } = await personKnownBy("00123");
      const entered = await send(browser, "yamada", "やまだの鍵");
      expect(entered.headers.get("location")).toBe("/staff/divisions");
      expect((await browser.get("/staff/divisions")).status).toBe(200);
      const another = newBrowser(watch);
      for (let time = 0; time < 5; time++) await send(another, "yamada", "ちがう鍵");
      const locked = await send(another, "yamada", "やまだの鍵");
      expect([locked.status, (await locked.text()).includes("ユーザー名かパスワードが違います")]).toEqual([422, true]);
      watch.forward(16);
      expect((await send(another, "yamada", "やまだの鍵")).status).toBe(303);
      expect(await outcomesOf(id)).toEqual([
        "ldap signedIn",
        ...Array.from({ length: 5 }, () => "ldap wrongPassword"),
        "ldap locked",
        "ldap signedIn",
      ]);
    });

    it("asks for our code where the person has a second factor, and remembers by which way they came", async () => {
      const { id, email, browser } = await personKnownBy("00126");
      await browser.post("/staff/sign-in", { email, password });
      const page = await (await browser.post("/staff/account/second-factor", { current: password })).text();
      const address = (/name="address" value="([^"]+)"/.exec(page)?.[1] ?? "").replaceAll("&amp;", "&");
      await browser.post("/staff/account/second-factor/confirmation", { address, code: authenticatorCode(address) });
      await browser.post("/staff/sign-out");
      const first = await send(browser, "suzuki", "すずきの鍵");
      expect(first.headers.get("location")).toBe("/staff/sign-in/code?to=%2Fstaff%2Fdivisions");
      expect((await browser.get("/staff/divisions")).status).toBe(303); // the directory's password alone opens nothing
      const code = { kind: "app", code: authenticatorCode(address), to: "/staff/divisions" };
      expect((await browser.post("/staff/sign-in/code", code)).headers.get("location")).toBe("/staff/divisions");
      expect((await browser.get("/staff/divisions")).status).toBe(200);
      expect((await outcomesOf(id)).slice(-2)).toEqual(["ldap codeAsked", "ldap signedIn"]);
      const query = seedOf(city()).db.selectFrom("sign_in").where("person_id", "=", id);
      expect(await query.select(["way", "two_factors"]).execute()).toEqual([{ way: "ldap", two_factors: true }]);
    });

    it("answers the same to an unknown name, a stranger's wrong password and no password at all", async () => {
      const answers = await Promise.all([
        send(newBrowser(), "nobody", "鍵"),
        send(newBrowser(), "stranger", "鍵"),
        send(newBrowser(), "yamada", ""),
        send(newBrowser(), "*", "やまだの鍵"),
      ]);
      for (const answer of answers)
        expect([answer.status, (await answer.text()).includes("ユーザー名かパスワードが違います")]).toEqual([
          422,
          true,
        ]);
    });

    it("tells a stranger who knows the password what to do, and whose password is over to change it", async () => {
      await personKnownBy("00125");
      expect(await (await send(newBrowser(), "stranger", "よその鍵")).text()).toContain("このサイトに登録がありません");
      expect(await (await send(newBrowser(), "tanaka", "古い鍵")).text()).toContain("期限が過ぎています");
    });

    it("leaves the password where the directory is down, and does not count that as a mistake", async () => {
      const desk = deskOf(city(), { keptValues });
      await setUpLdap(admin(), desk, { settings: { ...ldap, url: await deadAddress("ldap") }, secret: "" });
      for (let time = 0; time < 6; time++)
        expect(await (await send(newBrowser(), "yamada", "やまだの鍵")).text()).toContain("つながりません");
      expect(await signInHealth(city().as(systemActor("health")), desk)).toEqual({ oidc: "ok", ldap: "down" });
      await setUpLdap(admin(), desk, { settings: ldap, secret: "" });
      expect(await tryWay(admin(), desk, "ldap")).toBe("ok");
      await setUpLdap(admin(), desk, { settings: { ...ldap, account: "cn=other,dc=city,dc=example" }, secret: "" });
      expect(await tryWay(admin(), desk, "ldap")).toBe("account");
      await setUpLdap(admin(), desk, { settings: ldap, secret: "" });
    });
  });

  describe("as the administrator decides", () => {
    it("closes the password to a role, tells so only to who knows it, and keeps the administrators'", async () => {
      const clerk = await personAtTheDoor(city(), "clerk");
      const boss = await personAtTheDoor(city(), "administrator");
      expect((await decideWays(admin(), { ...everyone, password: { roles: [], place: "inside" } })).ok).toBe(true);
      const closed = await clerk.browser.post("/staff/sign-in", { email: clerk.email, password });
      expect([closed.status, (await closed.text()).includes("この方法でサインインできません")]).toEqual([422, true]);
      const wrong = await clerk.browser.post("/staff/sign-in", {
        email: clerk.email,
        password: "ちがうパスワードです",
      });
      expect(await wrong.text()).toContain("メールアドレスかパスワードが違います");
      expect((await boss.browser.post("/staff/sign-in", { email: boss.email, password })).status).toBe(303);
      expect(await (await clerk.browser.get("/staff/sign-in")).text()).toContain("<details");
      await decideWays(admin(), everyone);
    });

    it("leaves no role without a way, and opens none that is not set up", async () => {
      const only: WayRules = {
        password: { roles: [], place: "anywhere" },
        oidc: { roles: ["clerk"], place: "anywhere" },
        ldap: { roles: [], place: "anywhere" },
        passkey: { roles, place: "anywhere" },
      };
      expect(await decideWays(admin(), only)).toMatchObject({ ok: false, refusal: { code: "shutOut" } });
    });

    it("sets it all up in forms, shows no secret, and tries the connection", async () => {
      const browser = new Browser(appOf(city(), { actor: administrator, keptValues }), city());
      const page = await (await browser.get("/staff/people/sign-in-ways/ldap")).text();
      expect(page).toContain(ldap.base);
      expect(page).not.toContain("the reader&#x27;s password");
      const trial = await browser.post("/staff/people/sign-in-ways/ldap/trial");
      expect(await trial.text()).toContain("つながりました。設定のとおりに使えます。");
      const refused = await browser.post("/staff/people/sign-in-ways/ldap", {
        ...fields(ldap),
        url: "ldap://192.0.2.1",
      });
      expect([refused.status, (await refused.text()).includes("StartTLS を選んでください")]).toEqual([422, true]);
      const saved = await browser.post("/staff/people/sign-in-ways/ldap", { ...fields(ldap), secret: "" });
      expect(saved.headers.get("location")).toBe("/staff/people/sign-in-ways/ldap?notice=saved");
      expect(await tryWay(admin(), deskOf(city(), { keptValues }), "ldap")).toBe("ok");
      const ways = await (await browser.get("/staff/people/sign-in-ways")).text();
      expect(ways).toMatch(/disabled="" name="password" checked="" value="administrator"/);
    });

    it("keeps every secret out of the database", async () => {
      const { rows } = await city().database.pool.query(
        `select to_jsonb(w)::text as text from "${city().municipality.schema}".sign_in_way w
         union all select to_jsonb(e)::text from "${city().municipality.schema}".event e`,
      );
      const text = JSON.stringify(rows);
      expect(text).toContain(oidc.clientId);
      expect(text).not.toContain(provider.provider.clientSecret);
      expect(text).not.toContain(server.directory.accountPassword);
    });
  });
});

function fields(settings: LdapSettings): Record<string, string> {
  const { startTls, ...rest } = settings;
  return startTls ? { ...rest, startTls: "1" } : rest;
}

function send(browser: Browser, login: string, word: string): Promise<Response> {
  return browser.post("/staff/sign-in/ldap", { login, password: word, to: "/staff/divisions" });
}
