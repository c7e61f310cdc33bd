import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { systemActor, type PersonActor } from "#domain/audit/index.ts";
import { createDivision, grantRole, personPage, setEmployeeNumber } from "#domain/identity/index.ts";
import { stoppedClock } from "#kernel/clock.ts";
import { createPersonWithPassword } from "#domain/identity/index.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";

const march = "2027-03-10T01:00:00Z";
const head = "氏名,ふりがな,職員番号,メール,新しい部課,職名,役割,発令日,退職";

/** Everything of a page that the tests press. */
const sealOf = (html: string) => /name="seal" value="([0-9a-f]+)"/.exec(html)?.[1] ?? "";

describe("transfers of many people", () => {
  const city = useCity();
  let browser: Browser;
  const ids: Record<string, string> = {};
  const seed = () => city().as(systemActor("seed"), march);

  async function person(
    name: string,
    options: { number: string; role: "clerk" | "chief" | "administrator"; division: string },
  ) {
    const made = await createPersonWithPassword(seed(), {
      name,
      kana: "",
      email: `${options.number}@city.example.jp`,
      password: "みほんの橋を渡る朝の風の音",
      roles: [{ role: options.role }],
      divisionId: ids[options.division] ?? null,
      title: "主査",
      fromOn: "2026-04-01",
    });
    if (!made.ok) throw new Error(made.refusal.message);
    ids[name] = made.value;
    await setEmployeeNumber(seed(), { personId: made.value, employeeNumber: options.number });
  }

  beforeAll(async () => {
    for (const name of ["総務課", "福祉課", "防災課"]) {
      const made = await createDivision(seed(), { name, fromOn: "2020-04-01" });
      if (made.ok) ids[name] = made.value;
    }
    await person("高橋 誠", { number: "100", role: "administrator", division: "総務課" });
    await person("山田 太郎", { number: "101", role: "chief", division: "福祉課" });
    await person("鈴木 一", { number: "102", role: "clerk", division: "防災課" });
    await person("佐藤 花子", { number: "103", role: "clerk", division: "福祉課" });
    const actor: PersonActor = {
      kind: "person",
      id: ids["高橋 誠"] ?? "",
      name: "高橋 誠",
      roles: ["administrator"],
      divisionIds: [],
    };
    browser = new Browser(appOf(city(), { actor, clock: stoppedClock(march) }), city());
  });

  /** Uploads a list and gives the page that it led to, and its address. */
  async function upload(lines: readonly string[] | Blob, name = "異動.csv") {
    const body = new FormData();
    body.set("file", new File([lines instanceof Blob ? lines : lines.join("\r\n")], name));
    const sent = await browser.send("/staff/transfers", body);
    const path = sent.headers.get("location") ?? "";
    return { path, html: path === "" ? await sent.text() : await (await browser.get(path)).text() };
  }

  const page = (name: string) => personPage(city().as(systemActor("test"), march), ids[name] ?? "");

  it("change nothing when the list comes back as it was written out, from Excel and from CSV", async () => {
    const book = await browser.get("/staff/transfers/list.xlsx?on=2027-04-01");
    const { html } = await upload(await book.blob(), "異動.xlsx");
    expect(html).toContain("変わる人がいません。");
    const csv = await browser.get("/staff/transfers/list.csv?on=2027-04-01");
    expect((await upload(await csv.blob())).html).toContain("変わる人がいません。");
    const sheet = new ExcelJS.Workbook();
    await sheet.xlsx.load(await (await browser.get("/staff/transfers/list.xlsx?on=2027-04-01")).arrayBuffer());
    expect(sheet.worksheets[0]?.getCell("E2").dataValidation.type).toBe("list");
  });

  it("name every mistake by row, column and value, and do nothing", async () => {
    const { path, html } = await upload([
      "人事異動の案,,,,,,,,",
      head,
      "山田太郎,,101,,税務課,課長,課長,令和9年4月1日,",
      "鈴木 一,,102,103@city.example.jp,防災課,主査,課担当,令和9年4月1日,",
      "田中 新,,900,tanaka,福祉課,主事,課担当,令和9年4月2日,",
      "佐藤 花子,,103,,福祉課,主査,係員,令和9年13月1日,退",
      "名無し,,,,福祉課,,課担当,,",
    ]);
    for (const said of [
      "直すところが8か所あります",
      "<td>税務課</td>",
      "職員番号は鈴木 一さんのもの、メールは佐藤 花子さんのものです",
      "<td>tanaka</td>",
      "ほかの行の発令日（令和9年4月1日）と違います",
      "<td>係員</td>",
      "<td>令和9年13月1日</td>",
      "<td>退</td>",
      "職員番号かメールのどちらかが要ります",
    ])
      expect(html).toContain(said);
    expect(html).not.toContain("人の異動を登録する");
    const forced = await browser.post(`${path}/decision`, { seal: "0" });
    expect([forced.status, (await forced.text()).includes("直すところが8か所")]).toEqual([422, true]);
    expect((await page("山田 太郎")).allPosts).toHaveLength(1);
  });

  it("move, join, retire and take on a second post on the day, and can be taken back before it", async () => {
    const { path, html } = await upload([
      head,
      "山田　太郎,,１０１,,防災課,課長,課長,Ｒ９．４．１,",
      "山田　太郎,,１０１,,総務課,参事,,Ｒ９．４．１,",
      "鈴木 一,,102,,,,,2027/4/1,○",
      "佐藤 花子,,103,,福祉課,主査,課長,2027/4/1,",
      "田中 新,たなか しん,104,tanaka@city.example.jp,福祉課,主事,課担当,2027/4/1,",
    ]);
    for (const said of ["異動</span> 1人", "採用</span> 1人", "退職</span> 1人", "役割の変更</span> 1人", "兼務"])
      expect(html).toContain(said);
    const done = await browser.post(`${path}/decision`, { seal: sealOf(html) });
    expect(done.status).toBe(303);
    const yamada = await page("山田 太郎");
    // 2027-03-31 is the day before 2027-04-01
    expect(yamada.allPosts.map(({ title, fromOn, untilOn }) => [title, fromOn, untilOn])).toEqual([
      ["主査", "2026-04-01", "2027-03-31"],
      ["課長", "2027-04-01", null],
      ["参事", "2027-04-01", null],
    ]);
    expect((await page("鈴木 一")).retiredOn).toBe("2027-04-01");
    const sato = await page("佐藤 花子");
    expect(sato.grants.map(({ role, untilOn }) => [role, untilOn])).toEqual([
      ["clerk", "2027-03-31"],
      ["chief", null],
    ]);
    expect(await (await browser.get("/staff/transfers")).text()).toContain("予定");
    const after = await (await browser.get(path)).text();
    for (const said of [
      "新しい所属: 防災課 課長",
      "終わる所属: 福祉課 主査",
      "新しい役割: 課長",
      "採用（招待のメール）",
    ])
      expect(after).toContain(said);
    const mail = await city().database.pool.query<{ payload: { to: string; text: string } }>(
      "select payload from platform.job where municipality_code = $1",
      [city().municipality.code],
    );
    expect(mail.rows.map(({ payload }) => payload.to)).toEqual(["tanaka@city.example.jp"]);
    expect(mail.rows[0]?.payload.text).toContain("令和9年4月15日"); // 14 days from the first of April

    expect((await browser.post(`${path}/cancellation`)).status).toBe(303);
    expect((await page("山田 太郎")).allPosts.map(({ title, untilOn }) => [title, untilOn])).toEqual([["主査", null]]);
    expect((await page("鈴木 一")).retiredOn).toBeNull();
    expect((await page("佐藤 花子")).grants.map(({ role, untilOn }) => [role, untilOn])).toEqual([["clerk", null]]);
  });

  it("cannot be taken back whole once one of its people was changed by hand", async () => {
    const { path, html } = await upload([head, "佐藤 花子,,103,,防災課,主査,課担当,2027/4/1,"]);
    await browser.post(`${path}/decision`, { seal: sealOf(html) });
    const post = (await page("佐藤 花子")).allPosts.find(({ fromOn }) => fromOn === "2027-04-01");
    await browser.post(`/staff/people/${ids["佐藤 花子"] ?? ""}/posts/${post?.id ?? ""}`, { untilOn: "2027-05-01" });
    const refused = await browser.post(`${path}/cancellation`);
    expect([refused.status, (await refused.text()).includes("佐藤 花子")]).toEqual([422, true]);
  });

  it("leave the city an administrator, and are done only as they were seen", async () => {
    const last = await upload([head, "高橋 誠,,100,,総務課,主査,企画,2027/4/1,"]);
    const refused = await browser.post(`${last.path}/decision`, { seal: sealOf(last.html) });
    expect((await refused.text()).includes("システム管理者がいなくなるため")).toBe(true);
    const seen = await upload([head, "山田 太郎,,101,,福祉課,課長,課長,2027/4/1,"]);
    await grantRole(seed(), { personId: ids["山田 太郎"] ?? "", role: "finance", fromOn: "2027-01-01", untilOn: null });
    const stale = await browser.post(`${seen.path}/decision`, { seal: sealOf(seen.html) });
    expect((await stale.text()).includes("職員や組織の登録が変わりました")).toBe(true);
  });

  it("need a list with heads", async () => {
    expect((await upload(["あ,い", "1,2"])).html).toContain("見出しの行が見つかりません");
  });
});
