import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roles, type Actor, type Role } from "#domain/audit/index.ts";
import { addPost, createDivision, decideWays, setEmployeeNumber, setUpOidc } from "#domain/identity/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { addDays } from "#kernel/day.ts";
import { newId } from "#kernel/id.ts";
import { appOf, Browser, deskOf, valuesInMemory } from "../../../../../test/support/browser.ts";
import { useCity } from "../../../../../test/support/city.ts";
import { personAtTheDoor, runningClock, seedOf } from "../../../../../test/support/door.ts";
import { startOpenIdServer, type OpenIdServer } from "../../../../../test/support/openid-server.ts";

const today = tokyoDay(new Date());
const administrator: Actor = { kind: "person", id: newId(), name: "管理", roles: ["administrator"], divisionIds: [] };

describe("a day of people who sign in at the city's provider", () => {
  const city = useCity();
  const keptValues = valuesInMemory();
  const watch = runningClock();
  let provider: OpenIdServer;
  let divisionId: string;

  beforeAll(async () => {
    provider = await startOpenIdServer();
    const { issuer, clientId, scopes, clientSecret } = provider.provider;
    const named = { label: "市の認証", match: "employeeNumber", claim: "employee_number", twoFactors: false } as const;
    const admin = city().as(administrator, new Date().toISOString());
    const settings = { ...named, issuer, clientId, scopes };
    await setUpOidc(admin, deskOf(city(), { keptValues }), { settings, secret: clientSecret });
    const open = { roles, place: "anywhere" } as const;
    const rules = { password: open, oidc: open, ldap: { ...open, roles: [] }, passkey: open };
    expect(await decideWays(admin, rules)).toMatchObject({ ok: true });
    const made = await createDivision(seedOf(city()), { name: "福祉課", fromOn: "2020-04-01" });
    divisionId = made.ok ? made.value : "";
  });
  afterAll(async () => provider.stop());

  /** Somebody of the division who has walked from the sign-in page to the provider and back to the page they wanted. */
  async function arrived(employeeNumber: string, role: Role) {
    const person = await personAtTheDoor(city(), role, { watch });
    const admin = city().as(administrator, new Date().toISOString());
    await setEmployeeNumber(admin, { personId: person.id, employeeNumber });
    await addPost(seedOf(city()), { personId: person.id, divisionId, title: "", fromOn: today, untilOn: null });
    const browser = new Browser(appOf(city(), { keptValues, clock: watch.clock }), city());
    const turnedAway = await browser.get("/staff");
    const door = await (await browser.get(turnedAway.headers.get("location") ?? "")).text();
    const way = /href="(\/staff\/sign-in\/oidc[^"]*)"/.exec(door)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(door).toContain("市の認証");
    provider.says({ sub: `u-${employeeNumber}`, employee_number: employeeNumber });
    const sent = await browser.get(way);
    const back = new URL(await provider.visit(sent.headers.get("location") ?? ""));
    const entered = await browser.get(`${back.pathname}${back.search}`);
    return { ...person, browser, home: entered.headers.get("location") ?? "" };
  }

  it("begins at the sign-in page and ends at home; a deputy acts for the absent one, and goes out to the provider's door", async () => {
    const chief = await arrived("20001", "chief");
    const clerk = await arrived("20002", "clerk");
    expect([chief.home, clerk.home]).toEqual(["/staff", "/staff"]);
    expect((await chief.browser.get("/staff")).status).toBe(200);
    const absence = { deputyId: clerk.id, fromOn: today, untilOn: addDays(today, 2) };
    expect((await chief.browser.post("/staff/deputies", absence)).status).toBe(303);
    const page = await (await clerk.browser.get("/staff/deputies")).text();
    const acting = /action="(\/staff\/deputies\/[0-9a-f-]+\/acting)"/.exec(page)?.[1] ?? "";
    expect((await clerk.browser.post(acting)).status).toBe(303);
    expect(await (await clerk.browser.get("/staff")).text()).toContain("代理");
    const out = await clerk.browser.post("/staff/sign-out");
    expect(out.headers.get("location")).toBe("/staff/sign-in?from=oidc&notice=signedOut");
    const leave = await clerk.browser.get("/staff/sign-in/oidc/end");
    expect(leave.headers.get("location")).toContain(`${provider.provider.issuer}/endsession`);
    expect((await clerk.browser.get("/staff")).headers.get("location")).toContain("/staff/sign-in");
  });

  it("ends for a person whom nobody registered at words that say what to do", async () => {
    const browser = new Browser(appOf(city(), { keptValues, clock: watch.clock }), city());
    provider.says({ sub: "u-stranger", employee_number: "88888" });
    const sent = await browser.get("/staff/sign-in/oidc");
    const back = new URL(await provider.visit(sent.headers.get("location") ?? ""));
    const refused = await browser.get(`${back.pathname}${back.search}`);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("職員としての登録と、職員番号");
    expect((await browser.get("/staff")).status).toBe(303);
  });
});
