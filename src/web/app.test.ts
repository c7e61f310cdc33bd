import { describe, expect, it } from "vitest";
import type { Actor } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { appOf, Browser } from "../../test/support/browser.ts";
import { useCity } from "../../test/support/city.ts";

const planner: Actor = { kind: "person", id: newId(), name: "佐藤 美咲", roles: ["planning"], divisionIds: [] };

describe("what a form sends", () => {
  const city = useCity();

  it("is kept without signs that nobody sees: control signs and marks that turn the direction", async () => {
    const browser = new Browser(appOf(city(), { actor: planner }), city());
    const facts = { slug: "first", kind: "basicPlan", startYear: "2027", endYear: "2031", levels: "four" };
    const made = await browser.post("/staff/plans/new", { name: "みほん市\u202E画計\u0007\0", ...facts });
    expect(made.status).toBe(303);
    const rows = await city().as(planner).db.selectFrom("plan").select("name").execute();
    expect(rows).toEqual([{ name: "みほん市画計" }]);
  });
});

describe("what can't be read or stored", () => {
  const city = useCity();

  async function titleOf(path: string, init?: RequestInit): Promise<string> {
    const response = await appOf(city(), { actor: planner }).request(
      `http://c${city().municipality.code}.test${path}`,
      init,
    );
    const title = /<title>([^<]*)/.exec(await response.text())?.[1] ?? "";
    return `${response.status} ${title}`;
  }

  it("is answered with a sentence and not as a failure: a NUL in an address", async () => {
    const refused = "400 送られた内容を読み取れません";
    expect(await titleOf("/staff/plans/%00")).toBe(refused);
  });

  it("is answered so too where the body is no form, or is cut off", async () => {
    const sent = [
      ["application/json", "{}"],
      ["multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-d"],
    ] as const;
    for (const [type, body] of sent)
      expect(await titleOf("/staff/sign-in", { method: "POST", headers: { "content-type": type }, body })).toMatch(
        /^400 /,
      );
  });
});
