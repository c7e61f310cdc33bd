import { beforeAll, describe, expect, it } from "vitest";
import { systemActor, type Actor } from "#domain/audit/index.ts";
import { createDivision, createPersonWithPassword } from "#domain/identity/index.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";

describe("the pages of people, divisions and permissions", () => {
  const city = useCity();
  let admin: Browser;
  let adminId: string;
  let divisionId: string;

  beforeAll(async () => {
    const seed = city().as(systemActor("seed"), new Date().toISOString());
    const division = await createDivision(seed, { name: "企画課", fromOn: "2020-04-01" });
    divisionId = division.ok ? division.value : "";
    const facts = { name: "高橋, 誠", kana: "たかはし まこと", email: "takahashi@city.example.jp", divisionId };
    const person = await createPersonWithPassword(seed, {
      ...facts,
      password: "みほんの橋を渡る朝の風の音",
      roles: [{ role: "administrator" }],
    });
    adminId = person.ok ? person.value : "";
    const actor: Actor = { kind: "person", id: adminId, name: "高橋 誠", roles: ["administrator"], divisionIds: [] };
    admin = new Browser(appOf(city(), { actor }), city());
  });

  it("keep what was entered beside each refusal", async () => {
    const fields = {
      name: "鈴木 一",
      kana: "",
      email: "taKahashi@city.example.jp",
      roles: ["finance", "clerk"],
      divisionId,
      fromOn: "2026-11-22",
      untilOn: "",
    };
    const refused = await admin.post("/staff/people", fields);
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain("同じメールアドレスの人が、すでに登録されています。");
    expect(html).toContain('value="鈴木 一"');
    expect(html.match(/checked="" value="(finance|clerk)"|value="(finance|clerk)"[^>]*checked/g)).toHaveLength(2);
  });

  it("show both texts to whoever saves second, keep theirs in the form and take it when they save again", async () => {
    const path = `/staff/people/${adminId}/edit`;
    const facts = { name: "高橋, 誠", kana: "たかはし", email: "takahashi@city.example.jp" };
    const version = /name="version" value="(\d+)"/.exec(await (await admin.get(path)).text())?.[1] ?? "";
    expect((await admin.post(path, { ...facts, version })).status).toBe(303);
    const second = await admin.post(path, { ...facts, kana: "たかはし せい", version });
    const html = await second.text();
    expect([second.status, html.includes("2つの内容を見くらべる")]).toEqual([422, true]);
    expect(html).toMatch(/<td[^>]*>たかはし<\/td><td[^>]*>たかはし せい<\/td>/);
    expect(html).toContain('value="たかはし せい"');
    const present = /name="version" value="(\d+)"/.exec(html)?.[1] ?? "";
    expect((await admin.post(path, { ...facts, kana: "たかはし まこと", version: present })).status).toBe(303);
  });

  it("show both texts of a division too, its place in words", async () => {
    const own = await createDivision(city().as(systemActor("seed")), {
      name: "広報課",
      parentId: divisionId,
      fromOn: "2020-04-01",
    });
    const path = `/staff/divisions/${own.ok ? own.value : ""}/change`;
    const form = { name: "広報課", parentId: divisionId, phone: "1", email: "", position: "0", fromOn: "2030-04-01" };
    const version = /name="version" value="(\d+)"/.exec(await (await admin.get(path)).text())?.[1] ?? "";
    expect((await admin.post(path, { ...form, fromOn: "2020-04-01", phone: "2", version })).status).toBe(303);
    const html = await (await admin.post(path, { ...form, version })).text();
    expect(html).toMatch(/<th scope="row">電話<\/th><td[^>]*>2<\/td><td[^>]*>1<\/td>/);
    expect(html).not.toContain('<th scope="row">所属先</th>');
  });

  it("invite a person, show until when the link works, and invite again", async () => {
    const invited = await admin.post("/staff/people", {
      name: "鈴木 一",
      email: "suzuki@city.example.jp",
      roles: "finance",
      fromOn: "2026-11-22",
    });
    const path = (invited.headers.get("location") ?? "").split("?")[0] ?? "";
    expect(invited.headers.get("location")).toMatch(/^\/staff\/people\/[0-9a-f-]{36}\?notice=invited$/);
    expect(await (await admin.get(path)).text()).toMatch(
      /招待のリンクは、令和\d+年\d+月\d+日 \d\d時\d\d分まで使えます。/,
    );
    const again = await (await admin.post(`${path}/invitation`, { sending: "byHand" })).text();
    expect(again).toMatch(/\/staff\/invitation\?token=[\w-]{43}/);
  });

  it("let a contractor in only with an end within a year", async () => {
    const fields = { name: "受託 太郎", email: "itaku@example.jp", roles: "contractor", fromOn: "2026-12-01" };
    expect(await (await admin.post("/staff/people", { ...fields, untilOn: "" })).text()).toContain(
      "受託者の役割には、終わりの日が要ります。",
    );
    expect(await (await admin.post("/staff/people", { ...fields, untilOn: "2027-12-01" })).text()).toContain(
      "受託者の役割は、1年までです。",
    );
    expect((await admin.post("/staff/people", { ...fields, untilOn: "2027-11-30" })).status).toBe(303);
  });

  it("refuse to end the last administrator, with what to do", async () => {
    const refused = await admin.post(`/staff/people/${adminId}/retirement`, { when: "now" });
    expect([
      refused.status,
      (await refused.text()).includes("先に、ほかの人にシステム管理者の役割を付けてください。"),
    ]).toEqual([422, true]);
  });

  it("save the list as CSV that Excel reads, as filtered", async () => {
    const response = await admin.get("/staff/people.csv?words=たかはし");
    const bytes = new Uint8Array(await response.clone().arrayBuffer());
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    const lines = (await response.text()).split("\r\n");
    expect(lines[1]).toBe('"高橋, 誠",たかはし まこと,takahashi@city.example.jp,企画課,システム管理者,利用中,なし,');
    expect(lines).toHaveLength(3); // head, one person, the end
  });

  it("say what to do where nobody fits and where no division stands", async () => {
    expect(await (await admin.get("/staff/people?words=だれもいない")).text()).toContain("条件に合う職員がいません。");
    expect(await (await admin.get("/staff/divisions?on=1990-04-01")).text()).toContain(
      "平成2年4月1日（1990年）には、部・課が登録されていません。",
    );
  });

  it("return from a new division to the chart of its first day, ready for the next", async () => {
    const created = await admin.post("/staff/divisions", {
      name: "未来創造課",
      fromOn: "2099-04-01",
      position: "9",
    });
    const chart = await (await admin.get(created.headers.get("location") ?? "")).text();
    expect([chart.includes("未来創造課"), chart.includes("部・課を作る")]).toEqual([true, true]);
    expect(await (await admin.get("/staff/divisions?on=2099-03-31")).text()).not.toContain("未来創造課");
  });

  it("rename a division from a day and show the chart of any day", async () => {
    const fields = { version: "1", name: "総合政策課", fromOn: "2027-04-01", position: "0" };
    expect((await admin.post(`/staff/divisions/${divisionId}/change`, fields)).status).toBe(303);
    expect((await admin.post(`/staff/divisions/${divisionId}/change`, fields)).status).toBe(422); // the version is old now
    const nameOn = async (day: string) =>
      /divisions\/[0-9a-f-]{36}">([^<]+)</.exec(await (await admin.get(`/staff/divisions?on=${day}`)).text())?.[1];
    expect([await nameOn("2027-03-31"), await nameOn("2027-04-01")]).toEqual(["企画課", "総合政策課"]);
    expect(await (await admin.get(`/staff/divisions/${divisionId}`)).text()).toContain("令和9年3月31日（2027年）まで");
  });

  it("read every permission aloud, one sentence a row, with ○ and − for each role", async () => {
    const html = await (await admin.get("/staff/permissions")).text();
    expect(html).toContain("システム管理者は、職員の登録、所属、役割を変えることができる。");
    const csv = await (await admin.get("/staff/permissions.csv")).text();
    expect(csv).toContain("システム管理者は、職員の登録、所属、役割を変えることができる。,○,−,−,−,−,−,−,−,−");
  });

  it("answer an address that is no id with 404, not with a fault", async () => {
    expect((await admin.get("/staff/people/x")).status).toBe(404);
    expect((await admin.get(`/staff/people/${adminId}/posts/x`)).status).toBe(404);
    expect((await admin.get("/staff/people/sign-ins?before=x")).status).toBe(200);
  });
});
