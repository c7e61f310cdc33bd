import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/audit/index.ts";
import { divisionsOn } from "#domain/identity/index.ts";
import { itemByCode, listStatisticImports, statisticImportCase } from "#domain/statistics/index.ts";
import { stoppedClock } from "#kernel/clock.ts";
import { applyStatisticsJob } from "../../../jobs/apply-statistics.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { divisionIn, personIn, planOf } from "../../../../test/support/plan.ts";

const clock = stoppedClock("2026-11-22T01:00:00Z");
const home = "/staff/statistics";

/** The indices of municipalities, a row each. */
const table = (...rows: readonly string[]) =>
  new File([["年度,団体コード,都道府県名,団体名,財政力指数,将来負担比率", ...rows].join("\r\n")], "指標.csv");

describe("the staff pages of statistics, without script", () => {
  const city = useCity();
  let sato: PersonActor;
  let id: string;
  const ctx = () => city().as(sato);
  const browser = () => new Browser(appOf(city(), { actor: sato, clock }), city());
  const html = async (path: string) => (await browser().get(path)).text();
  const at = (step: string) => `${home}/imports/${id}/${step}`;

  beforeAll(async () => {
    sato = await personIn(city(), "佐藤", { roles: ["planning"] });
    await divisionIn(city(), "財政課");
  });

  async function send(file: File): Promise<Response> {
    const form = new FormData();
    form.set("file", file);
    const address = `http://c${city().municipality.code}.test${home}/imports`;
    return appOf(city(), { actor: sato, clock }).request(address, { method: "POST", body: form });
  }

  it("say what can be taken in while nothing has been", async () => {
    expect(await html(home)).toContain("統計はまだありません");
    expect(await html(`${home}/imports`)).toContain("まだ取り込んだ表はありません");
  });

  it("refuse what is no table, in words, at the field", async () => {
    const refused = await send(new File(["%PDF-1.7"], "指標.pdf"));
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('aria-invalid="true"');
  });

  it("take a table and lead to how it is read, every column guessed", async () => {
    const sent = await send(table("R3,202185,長野県,千曲市,0.52,29.6", "R3,205214,長野県,坂城町,0.85,－"));
    id = /imports\/([0-9a-f-]{36})/.exec(sent.headers.get("location") ?? "")?.[1] ?? "";
    expect((await browser().get(`${home}/imports/${id}`)).headers.get("location")).toBe(at("settings"));
    const page = await html(at("settings"));
    expect(page).toMatch(/<option value="code" selected="">団体コード/);
    expect(page).toContain("総務省「地方公共団体の主要財政指標一覧」");
  });

  it("do not let anyone skip the settings", async () => {
    expect((await browser().get(at("preview"))).headers.get("location")).toBe(at("settings"));
  });

  async function settings(change: Readonly<Record<string, string>> = {}): Promise<Response> {
    const { columns, newDataSet } = (await statisticImportCase(ctx(), id)).statisticImport.settings;
    const fields = columns.flatMap(({ role, name, unit }, index) => [
      [`role-${index}`, role],
      [`name-${index}`, name],
      [`unit-${index}`, unit],
    ]);
    return browser().post(at("settings"), { ...Object.fromEntries(fields), ...newDataSet, ...change });
  }

  it("keep what was entered when it is refused, and say at the field what is missing", async () => {
    const refused = await settings({ source: "", name: "わたしの表" });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain("出典（作った機関と資料の名前）を入れてください。");
    expect(page).toContain('value="わたしの表"');
  });

  it("show what would change, hand it to a job, and lead to the result", async () => {
    expect((await settings()).headers.get("location")).toBe(at("preview"));
    const preview = await html(at("preview"));
    expect(preview).toContain("新しく入る値 <b>4</b>、変わる値 <b>0</b>");
    const fingerprint = /name="fingerprint" value="([0-9a-f]{64})"/.exec(preview)?.[1] ?? "";
    const asked = await browser().post(at("application"), { fingerprint });
    expect(asked.headers.get("location")).toBe(at("progress"));
    expect(await html(at("progress"))).toContain("進みぐあい");
    const notes: string[] = [];
    const payload = { importId: id, fingerprint, roles: ["planning"] };
    const job = { id, payload, municipality: city().municipality, attempt: 1, requestedBy: sato.id };
    const done = await applyStatisticsJob(city().database, clock)(
      job,
      async (_percent, note) => void notes.push(note ?? ""),
    );
    expect(done).toMatchObject({ path: `${home}/imports/${id}`, added: 4 });
    expect(notes).toEqual(["表を読んでいます", "値を書き込んでいます"]);
    expect(await html(at("result"))).toContain("新しく入った値4");
  });

  it("name every cell that is wrong and offer no button to take the rest in", async () => {
    const sent = await send(table("R3,202186,長野県,千曲市,0.52,29.6", "R3,205214,長野県,坂城町,高い,1.0"));
    id = /imports\/([0-9a-f-]{36})/.exec(sent.headers.get("location") ?? "")?.[1] ?? "";
    await settings();
    const page = await html(at("preview"));
    expect(page).toContain("直すところ（2か所）");
    expect(page).toContain("団体コードではありません");
    expect(page).not.toContain("この内容で取り込む");
    const csv = await (await browser().get(at("errors.csv"))).text();
    expect(csv).toMatch(/^行,列,値,/);
    expect(csv).toContain("3,E,高い,");
    await browser().post(at("abandonment"));
    expect((await listStatisticImports(ctx())).map(({ state }) => state).toSorted()).toEqual(["abandoned", "applied"]);
  });

  it("show an item beside chosen municipalities, with the one that has no number left out of the ranks", async () => {
    const path = `${home}/items/future-burden?scope=chosen&chosen=${encodeURIComponent("千曲市、長野県 坂城町")}`;
    const page = await html(path);
    expect(page).toContain("長野県 千曲市");
    expect(page).toMatch(/－<span class="visually-hidden">（該当する数値がない）/);
    const unknown = await html(`${home}/items/future-burden?scope=chosen&chosen=${encodeURIComponent("まぼろし村")}`);
    expect(unknown).toContain("見つからない団体があります：まぼろし村");
  });

  it("give the comparison as a CSV that Excel opens, with its source", async () => {
    const csv = await (
      await browser().get(`${home}/items/fiscal-strength/comparison.csv?scope=nation&year=2021`)
    ).text();
    expect(csv.split("\r\n").slice(0, 3)).toEqual([
      "団体コード,都道府県,市区町村,順位,財政力指数,値がないわけ",
      "205214,長野県,坂城町,1,0.85,",
      "202185,長野県,千曲市,2,0.52,",
    ]);
    const file = await (await browser().get(`${home}/items/fiscal-strength/comparison.csv`)).arrayBuffer();
    expect([...new Uint8Array(file).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv).toContain("出典：総務省「地方公共団体の主要財政指標一覧」");
  });

  it("keep a refused group's words and say which municipality was not found", async () => {
    const refused = await browser().post(`${home}/groups/new`, {
      name: "近隣",
      note: "",
      members: "坂城町\nまぼろし村",
    });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("見つかりません：まぼろし村");
    const made = await browser().post(`${home}/groups/new`, { name: "近隣", note: "", members: "坂城町\n須坂市" });
    expect(made.headers.get("location")).toContain(`${home}/groups?notice=created`);
    expect(await html(`${home}/items/fiscal-strength`)).toContain("近隣（2）");
  });

  it("let a measure cite an item, publish it, and show both to citizens without a script", async () => {
    const { plan, node } = await planOf(ctx(), "みほん市総合計画", ["1 くらし", ["1-1 財政", ["1-1-1 健全な財政"]]]);
    const { id: nodeId } = await node("健全な財政");
    const { item, dataSet } = await itemByCode(ctx(), "fiscal-strength");
    const page = `/staff/plans/${plan.slug}/nodes/${nodeId}/statistics`;
    const cited = await browser().post(page, { item: item.id, scope: "prefecture", note: "自前の収入" });
    expect(cited.status).toBe(303);
    expect(await html(`/staff/plans/${plan.slug}/nodes/${nodeId}`)).toContain("自前の収入");
    const preparation = "/staff/publications/new?subject=statistics&reference=statistics";
    expect(await html(preparation)).toContain("公開する項目が選ばれていません");
    await browser().post(`${home}/sets/${dataSet.code}/public-items`, { item: item.id });
    const [division] = await divisionsOn(ctx(), "2026-11-22");
    const version = { subject: "statistics", reference: "statistics" };
    const words = { ...version, label: "令和8年度版", openness: "decided", divisionId: division?.id ?? "", note: "" };
    const prepared = await browser().post("/staff/publications/candidates", words);
    const candidate = prepared.headers.get("location") ?? "";
    expect(await html(candidate)).toContain("新しく出る項目：1");
    const published = await browser().post("/staff/publications", { candidate: candidate.split("/").at(-1) ?? "" });
    expect(published.headers.get("location")).toMatch(/^\/staff\/publications\/[0-9a-f-]{36}\?notice=published$/);
    const shown = await html("/statistics/fiscal-strength");
    expect(shown).toContain("出典：総務省「地方公共団体の主要財政指標一覧」");
    expect(shown).not.toContain("<script");
    expect(await html("/opendata")).toContain("統計の値");
    expect(await html("/sitemap.xml")).toContain("/statistics/fiscal-strength");
    expect((await browser().get("/statistics/future-burden")).status).toBe(404);
  });

  it("keep a trend with its source and its measures, and give the register as a CSV", async () => {
    const trends = `${home}/background/trends`;
    expect(await html(trends)).toContain("社会潮流はまだありません");
    const fields = { title: "人口減少", summary: "減っている。", source: "", meaning: "担い手が減る。" };
    const refused = await browser().post(`${trends}/new`, fields);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("出典を入れてください。");
    await browser().post(`${trends}/new`, { ...fields, source: "国勢調査（令和2年）" });
    expect(await html(trends)).toContain("国勢調査（令和2年）");
    expect(await (await browser().get(`${trends}/entries.csv`)).text()).toContain(
      "人口減少,減っている。,国勢調査（令和2年）,担い手が減る。,",
    );
  });
});
