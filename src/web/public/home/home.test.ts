import { describe, expect, it } from "vitest";
import type { PublicationHead } from "#domain/publication/published.ts";
import { siteWith, visit } from "../../../../test/support/public-site.ts";
import { mihonSnapshot } from "../../../../test/support/snapshot.ts";
import { everydayWords } from "./everyday-words.ts";
import { publishedHeads } from "./published-heads.ts";
import { timelineOf } from "./timeline.ts";

describe("the home page", () => {
  it("leads by an everyday word to what the plan says about it", async () => {
    const site = siteWith([{ id: "decided" }]);
    const { html } = await visit(site, "/");
    expect(html).toContain(`href="/search?q=${encodeURIComponent("学校")}"`);
    expect((await visit(site, `/search?q=${encodeURIComponent("学校")}`)).html).toContain(
      "学校</mark>の学びを豊かにする",
    );
  });

  it("offers no word that the plan does not answer", () => {
    expect(everydayWords(mihonSnapshot(), 50)).toContain("学校");
    expect(everydayWords(mihonSnapshot(), 50)).not.toContain("移住");
  });

  it("counts every indicator once", async () => {
    const { html } = await visit(siteWith([{ id: "decided" }]), "/");
    const section = html.slice(html.indexOf('id="progress-title"'));
    const counts = [...section.matchAll(/<b>(\d+)<\/b>件/g)].map(([, count]) => Number(count));
    const indicators = mihonSnapshot().nodes.flatMap((node) => node.indicators);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(indicators.length);
  });

  it("says what will be here before anything is published", async () => {
    const { status, html } = await visit(siteWith([]), "/");
    expect(status).toBe(200);
    expect(html).toContain("公表された計画は、まだありません。");
  });

  it("offers before that no way that leads to nothing", async () => {
    const { html } = await visit(siteWith([]), "/");
    const ways = [...html.matchAll(/(?:href|action)="(\/[^"]*)"/g)].map(([, way = ""]) => way);
    expect(ways.filter((way) => /^\/(plan|indicators|sdgs|opendata|search)/.test(way))).toEqual([]);
  });

  it("has a word in the navigation only for what the plan holds", async () => {
    const whole = mihonSnapshot();
    const bare = { ...whole, nodes: whole.nodes.map((node) => ({ ...node, indicators: [], sdgs: [] })) };
    const words = async (snapshot: typeof whole) => {
      const { html } = await visit(siteWith([{ id: "decided", snapshot }]), "/");
      const nav = /<nav aria-label="おもな案内".*?<\/nav>/s.exec(html)?.[0] ?? "";
      return [...nav.matchAll(/<a [^>]*>([^<]+)<\/a>/g)].map(([, word]) => word);
    };
    expect(await words(whole)).toEqual(["計画を読む", "進みぐあい", "SDGs", "データ"]);
    expect(await words(bare)).toEqual(["計画を読む", "データ"]);
  });

  it("says of which plan an edition is", async () => {
    const other = mihonSnapshot();
    const site = siteWith([
      { id: "new", label: "策定版" },
      {
        id: "old",
        label: "策定版",
        reference: "before",
        snapshot: { ...other, plan: { ...other.plan, name: "前の計画" } },
      },
    ]);
    expect((await visit(site, "/")).html).toContain("前の計画　策定版</a>");
    expect((await visit(site, "/feed.xml")).html).toContain("前の計画　策定版</title>");
  });

  it("says above everything that a site is not the city's own", async () => {
    const site = siteWith([{ id: "decided" }], { isUnofficial: true, notice: "公開資料から作りました。" });
    const { html } = await visit(site, "/");
    expect(html).toContain("公開資料から作りました。");
    expect(html).toContain('<meta name="robots" content="noindex"/>');
  });
});

describe("what is told as newly published", () => {
  it("is each version of a document once, also where the plan itself was published by the same name that day", () => {
    const published = { publishedAt: new Date("2026-10-01T00:00:00Z"), supersededById: null };
    const heads = [
      { ...published, id: "d2", subject: "document", reference: "third-2", label: "素案" },
      { ...published, id: "p", subject: "plan", reference: "third", label: "素案" },
      { ...published, id: "d1", subject: "document", reference: "third-1", label: "骨子案" },
      {
        ...published,
        id: "d1 before",
        subject: "document",
        reference: "third-1",
        label: "骨子案",
        supersededById: "d1",
      },
      { ...published, id: "s", subject: "statistics", reference: "statistics", label: "統計" },
      { ...published, id: "decided", subject: "plan", reference: "third", label: "策定版" },
    ] as unknown as PublicationHead[]; // no more of them is read
    expect(publishedHeads(heads).map(({ id }) => id)).toEqual(["d2", "d1", "decided"]);
  });
});

const head = (id: string, publishedAt: string) =>
  ({ id, label: id, publishedAt: new Date(publishedAt) }) as PublicationHead; // no more of it is read

describe("the timeline", () => {
  it("puts editions and the plan's period in order and today between them", () => {
    const steps = timelineOf(
      [head("策定", "2027-03-24T15:00:00Z"), head("素案", "2026-10-01T00:00:00Z")],
      { startYear: 2027, endYear: 2031 },
      "2026-11-22",
    );
    expect(steps.map(({ day, label, isPast }) => [day, label, isPast])).toEqual([
      ["2026-10-01", "素案", true],
      ["2027-03-25", "策定", false],
      ["2027-04-01", "計画が始まる", false],
      ["2032-03-31", "計画が終わる", false],
    ]);
  });
});
