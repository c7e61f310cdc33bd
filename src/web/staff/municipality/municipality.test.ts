import { afterAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/audit/index.ts";
import { enqueueJob, jobsOf } from "#platform/jobs/index.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { personIn } from "../../../../test/support/plan.ts";

const codeOf = (html: string) => /name="code"[^>]*value="(\d*)"/.exec(html)?.[1];
const facts = { name: "青葉市", kana: "あおばし", contact: "企画課　電話 0263-00-0000" };

describe("what a city says of itself", () => {
  const city = useCity("新しい市");
  const own = () => city().municipality.code;
  // 98765 is no municipality's number; 48765 lies beyond the 47 prefectures; 20218 is 千曲市's, whose check digit is 5:
  // 2·6+0·5+2·4+1·3+8·2 = 39, 39 mod 11 = 6, 11 − 6 = 5
  const corrected = "202185";
  const as = async (role: "administrator" | "planning") => {
    const actor: PersonActor = await personIn(city(), "伊藤", { roles: [role] });
    return new Browser(appOf(city(), { actor }), city());
  };
  const saved = async (fields: Record<string, string>) =>
    (await as("administrator")).post("/staff/municipality", { ...facts, code: own(), version: "1", ...fields });

  afterAll(async () => {
    await city().database.pool.query("update platform.municipality set code = $1 where schema_name = $2", [
      own(),
      city().municipality.schema,
    ]);
  });

  it("is for the administrator alone", async () => {
    expect((await (await as("planning")).get("/staff/municipality")).status).toBe(403);
    expect((await (await as("planning")).post("/staff/municipality", facts)).status).toBe(403);
  });

  it("refuses an empty name, a reading in other letters and a code whose check digit or prefecture is wrong", async () => {
    const response = await saved({ name: " ", kana: "アオバ", code: "202186" });
    expect(response.status).toBe(422);
    const html = await response.text();
    for (const said of ["市町村の名前を入れてください", "ひらがなで入れてください", "検査数字まで6桁"]) {
      expect(html).toContain(said);
    }
    expect(codeOf(html)).toBe("202186");
    expect((await saved({ code: "487651" })).status).toBe(422);
    expect((await saved({ code: "20218" })).status).toBe(422);
  });

  it("takes a corrected code with everything that hangs on it: host, jobs and the record", async () => {
    const job = { municipalityCode: own(), kind: "mail.send", payload: {} };
    await city()
      .database.platform.transaction()
      .execute((tx) => enqueueJob(tx, job));
    const response = await saved({ code: "２０２１８-５" });
    expect(response.headers.get("location")).toBe("/staff/municipality?notice=saved");
    const html = await (await (await as("administrator")).get("/staff/municipality")).text();
    expect(codeOf(html)).toBe(corrected);
    expect(html).toContain("長野県のものです");
    expect(html).toContain("<title>自治体の設定｜青葉市 総合計画（職員用）</title>");
    expect(await jobsOf(city().database, corrected)).toHaveLength(1);
    const events = await city().as({ kind: "nobody" }).db.selectFrom("event").select("reference").execute();
    expect(events.at(-1)?.reference).toEqual({
      fields: ["code", "name", "kana", "contact"],
      code: corrected,
      codeBefore: own(),
    });
    expect(await (await (await as("administrator")).get("/")).text()).toContain("企画課　電話 0263-00-0000");
  });

  it("shows both texts to whoever saves second, and puts theirs in place when they save again", async () => {
    const second = await saved({ code: corrected, name: "あおば市", version: "1" });
    const html = await second.text();
    expect([second.status, html.includes("2つの内容を見くらべる")]).toEqual([422, true]);
    expect(html).toMatch(/<td[^>]*>青葉市<\/td><td[^>]*>あおば市<\/td>/);
    const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? "";
    expect((await saved({ code: corrected, name: "あおば市", version })).status).toBe(303);
  });
});
