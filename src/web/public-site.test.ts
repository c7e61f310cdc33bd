import { describe, expect, it } from "vitest";
import { systemActor } from "#domain/audit/index.ts";
import { confirmPurge, publish, requestPurge, withdraw } from "#domain/publication/index.ts";
import { removePapers } from "#domain/plan/index.ts";
import { planPayload } from "#domain/plan/payload.ts";
import { newId } from "#kernel/id.ts";
import { canonicalJson, sha256, type Json } from "#kernel/canonical-json.ts";
import { tokyoDay, type Clock } from "#kernel/clock.ts";
import { silentLog } from "#platform/http/log.ts";
import { createPageCache } from "#platform/http/page-cache.ts";
import { deskOf } from "../../test/support/browser.ts";
import { useCity } from "../../test/support/city.ts";
import { mihonSnapshot } from "../../test/support/snapshot.ts";
import { createApp } from "./app.ts";
import { publicParameters } from "./public-site.ts";

let now = Date.parse("2026-11-22T01:00:00Z");
const clock: Clock = { now: () => new Date(now), today: () => tokyoDay(new Date(now)) };
const removal = { reason: "国の調査が終わったため", decidedBy: "策定委員会", decidedOn: "2026-04-01" };
const leaked = "電話 090-0000-0000";

/** The write was made past this process; it looks again after a second. */
function afterWrite() {
  now += 1_000;
}

describe("the public site", () => {
  const city = useCity();
  let app: ReturnType<typeof createApp> | undefined;

  /** The site with its cache, as a server has it. */
  function site() {
    app ??= createApp({
      database: city().database,
      clock,
      log: silentLog,
      zone: "both",
      actorOf: async () => systemActor("test"),
      signInDesk: deskOf(city(), { clock }),
      addressOf: () => "192.0.2.1",
      pageCache: createPageCache({ clock, log: silentLog, parameters: publicParameters }),
    });
    return app;
  }
  const host = () => `http://c${city().municipality.code}.test`;
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await site().request(`${host()}${path}`, { headers: { host: new URL(host()).host, ...headers } });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  async function published(name: string, label: string) {
    const snapshot = mihonSnapshot();
    const removed = { id: newId(), nodeId: snapshot.nodes[0]?.id ?? "", code: "9", name: "やめた指標", ...removal };
    const payload = { ...snapshot, plan: { ...snapshot.plan, name }, removedIndicators: [removed] };
    const words = {
      label,
      openness: "decided",
      divisionName: "企画課",
      divisionContact: "026-000-0011",
      note: "",
    } as const;
    const result = await publish(city().as(systemActor("test")), {
      kind: planPayload,
      reference: snapshot.plan.slug,
      payload,
      ...words,
    });
    afterWrite();
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value;
  }

  it("stands before anything is published", async () => {
    for (const path of [
      "/",
      "/plan",
      "/search",
      "/opendata",
      "/feed.xml",
      "/sitemap.xml",
      "/robots.txt",
      "/icon.svg",
    ]) {
      expect([path, (await get(path)).status]).toEqual([path, 200]);
    }
    expect((await get("/opendata")).text).toContain("まだありません");
  });

  it("gives the exact canonical text, whose SHA-256 is the published hash", async () => {
    const { id, hash } = await published("みほん市総合計画", "第1版");
    const { text } = await get(`/opendata/publications/${id}.json`);
    expect(sha256(text)).toBe(hash);
    expect(canonicalJson(JSON.parse(text) as Json)).toBe(text); // canonical JSON is JSON
  });

  it("writes every data set as CSV and JSON with the municipality's code, and hashes that hold", async () => {
    const catalogue = JSON.parse((await get("/opendata/catalogue.json")).text) as {
      files: { url: string; hash: string; rows: number }[];
    }; // our own format
    expect(catalogue.files.map((file) => [file.url.replace(host(), ""), file.rows])).toEqual([
      ["/opendata/second-half/plan-nodes.csv", 10],
      ["/opendata/second-half/plan-nodes.json", 10],
      // 8 baselines + 2+1+1+2+1+1+1+1 targets + 4+4+4+4+0+4+4+4 actuals = 8 + 10 + 28
      ["/opendata/second-half/indicators.csv", 46],
      ["/opendata/second-half/indicators.json", 46],
      ["/opendata/second-half/removed-indicators.csv", 1],
      ["/opendata/second-half/removed-indicators.json", 1],
      ["/opendata/second-half/sdg-links.csv", 8],
      ["/opendata/second-half/sdg-links.json", 8],
      ["/opendata/publications.csv", 1],
      ["/opendata/publications.json", 1],
    ]);
    for (const file of catalogue.files) {
      const { text, headers } = await get(file.url.replace(host(), ""));
      expect([file.url, sha256(text.startsWith("全国") ? `\uFEFF${text}` : text)]).toEqual([file.url, file.hash]);
      expect(headers.get("access-control-allow-origin")).toBe("*");
    }
    const { text } = await get("/opendata/second-half/indicators.csv");
    const code = city().municipality.code;
    expect(text).toContain(`${code},みほん市,みほん市総合計画,第1版,1-1-1,地域の防災力を高める`);
    expect(text).toMatch(/,2024,実績,,,,未調査,区の再編のため,/);
    expect(text).toMatch(/,2031,目標,,,5年間で10箇所,,,/);
    const removed = await get("/opendata/second-half/removed-indicators.csv");
    expect(removed.text).toContain(",9,やめた指標,国の調査が終わったため,策定委員会,2026-04-01");
  });

  it("searches, lists pages for search engines and feeds what was published", async () => {
    const found = await get(`/search?q=${encodeURIComponent("学校")}`);
    expect(found.text).toContain("<mark>学校</mark>");
    expect(found.text).not.toContain("<script");
    expect((await get("/sitemap.xml")).text).toContain(`<loc>${host()}/plan/second-half/2-1-1</loc>`);
    expect((await get("/feed.xml")).text).toContain("公表しました：みほん市総合計画　第1版");
    expect((await get("/robots.txt")).text).toContain(`Sitemap: ${host()}/sitemap.xml`);
  });

  it("answers from memory with a strong ETag, and 304 to who has it", async () => {
    const first = await get("/opendata", { "accept-encoding": "gzip" });
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[\w-]+-gzip"$/);
    expect((await get("/opendata?utm=1", { "accept-encoding": "gzip", "if-none-match": etag })).status).toBe(304);
  });

  it("says 410 with the reason after a withdrawal, and shows it in the feed", async () => {
    const { id } = await published("みほん市総合計画", "第2版");
    expect((await get("/plan/second-half/2-1-1")).status).toBe(200);
    await withdraw(city().as(systemActor("test")), { id, reason: "目標値の誤り" });
    afterWrite();
    const gone = await get("/plan/second-half/2-1-1");
    expect([gone.status, gone.text.includes("目標値の誤り")]).toEqual([410, true]);
    expect((await get(`/opendata/publications/${id}.json`)).status).toBe(404);
    expect((await get("/feed.xml")).text).toContain("取り下げました：みほん市総合計画　第2版");
    expect((await get(`/search?q=${encodeURIComponent("学校")}`)).text).toContain("見つかりませんでした");
  });

  it("leaves nothing of a purged text on any page, file or feed, also of those in memory", async () => {
    const { id } = await published(`みほん市総合計画（${leaked}）`, `第3版 ${leaked}`);
    const paths = [
      "/",
      "/plan",
      "/plan/second-half",
      "/plan/second-half/2-1-1",
      "/opendata",
      "/opendata/catalogue.json",
      "/opendata/second-half/plan-nodes.csv",
      "/opendata/publications.json",
      `/opendata/publications/${id}.json`,
      "/feed.xml",
      "/sitemap.xml",
      "/search?q=090",
    ];
    const before = await Promise.all(paths.map((path) => get(path)));
    expect(before.filter((page) => page.text.includes(leaked)).length).toBeGreaterThan(6);
    const ctx = city().as(systemActor("test"));
    await requestPurge(ctx, { id, reason: "個人の電話番号があったため" });
    await confirmPurge(ctx, { id, removeCopies: removePapers });
    afterWrite();
    for (const path of paths) expect([path, (await get(path)).text.includes("090-0000")]).toEqual([path, false]);
    expect((await get("/plan/second-half")).text).toContain("個人の電話番号があったため");
    expect((await get("/feed.xml")).text).toContain("完全に削除しました");
  });

  it("keeps a site that is not the city's own out of search engines", async () => {
    const { code } = city().municipality;
    await city()
      .database.platform.updateTable("municipality")
      .set({ is_unofficial: true })
      .where("code", "=", code)
      .execute();
    await published("みほん市総合計画", "第4版");
    expect((await get("/robots.txt")).text).toBe("User-agent: *\nDisallow: /\n");
  });
});
