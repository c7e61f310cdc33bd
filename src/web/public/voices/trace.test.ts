import { gzipSync } from "node:zlib";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { catalogueOf } from "#web/public/opendata/catalogue.ts";
import { csvOf } from "#web/public/opendata/data-set.ts";
import { voicesDataSets } from "#web/public/opendata/voices-data.ts";
import { withSections } from "#web/public/sections.ts";
import { siteWith, visit } from "../../../../test/support/public-site.ts";
import {
  manyVoices,
  publishedVoices,
  sampleMeeting,
  sampleMeetingVoices,
  sampleOccasion,
  sampleVoices,
} from "../../../../test/support/voices-snapshot.ts";
import { voicesEditions } from "./edition.ts";
import { ledgerOf } from "./ledger.ts";
import { answersOf } from "./occasion-files.ts";

const round = publishedVoices(sampleVoices());
const meeting = publishedVoices(sampleMeetingVoices(), { publishedAt: new Date("2026-09-20T01:00:00Z") });
const site = siteWith([{ id: "plan" }, round, meeting]);

/** The text of a page without its marks. */
async function textOf(address: string, on = site): Promise<string> {
  const { html } = await visit(on, address);
  return html
    .slice(html.indexOf("<main"), html.indexOf("</main"))
    .replaceAll(/<svg.*?<\/svg>/gs, "")
    .replaceAll(/<\/t[dh]>/g, "/")
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll(/\s+/g, " ");
}

describe("the trace in figures", () => {
  it("adds up the occasions and counts a topic of several once", async () => {
    const text = await textOf("/voices");
    // voices 6 + 1, points 7 + 1, topics {1, 2, 3}, all answered, one of category A
    for (const figure of [
      "届いた意見7件",
      "論点8件",
      "まとめた意見3件",
      "市の考え方を示したもの3件",
      "計画に反映したもの1件",
    ])
      expect(text).toContain(figure);
  });

  it("draws the same numbers as it tells in its tables", async () => {
    const { html } = await visit(site, "/voices");
    const label = /aria-label="(論点[^"]*)"/.exec(html)?.[1] ?? "";
    // round 3 + 2 + 1 under topics and 1 left out, meeting 1 under topic 1
    expect(label).toContain("論点8件の流れ");
    expect(label).toContain("パブリックコメント7件、まちづくり懇談会1件");
    expect(label).toContain(
      "A 反映する4件、B 記載済み2件、C 今後の参考にする1件、対象外としたもの（理由を示しています）1件",
    );
    expect(label).toContain("1　安全で暮らしやすいまち6件、2　子どもが健やかに育つまち1件、計画の全体・そのほか1件");
    const text = await textOf("/voices");
    expect(text).toContain("パブリックコメント/3/2/1/1/7/"); // A 3, B 2, C 1, left out 1, in all 7
    expect(text).toContain("1 安全で暮らしやすいまち/4/2/0/0/6/"); // A 4, B 2, C 0, left out 0, in all 6
  });

  it.each([
    ["?q=ﾊﾞｽ", ["2番", "3番"]],
    ["?category=A+反映する", ["1番"]],
    [`?occasion=${sampleMeeting}`, ["1番"]],
    ["?goal=01900000-0000-7000-8000-000000000007", ["3番"]],
    ["?measure=01900000-0000-7000-8000-000000000006", ["2番"]],
    ["?sort=points", ["1番", "2番", "3番"]],
    ["?q=ないことば", []],
  ])("narrows the list by %s", async (query, numbers) => {
    const { html } = await visit(site, `/voices${query}`);
    const list = html.slice(html.indexOf('class="list-plain topic-list"'), html.indexOf('id="occasions"'));
    expect([...list.matchAll(/<span>(\d+番)<\/span>/g)].map(([, number]) => number)).toEqual(numbers);
  });

  it("leads from a number, in any width, to the voice", async () => {
    expect((await visit(site, "/voices?number=３番")).location).toBe("/voices/3");
  });

  it("says before the first results what will be here", async () => {
    const { status, html } = await visit(siteWith([{ id: "plan" }]), "/voices");
    expect(status).toBe(200);
    expect(html).toContain("公表された結果は、まだありません。");
  });
});

describe("the trace of one voice", () => {
  it("goes from the words to the changed text and how it is measured, as one ordered list", async () => {
    const { html } = await visit(site, "/voices/1");
    const start = html.indexOf('<ol class="list-plain chain"');
    const chain = html.slice(start, html.indexOf("</ol>", start));
    const steps = [...chain.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, title]) => title);
    expect(steps).toEqual([
      "意見のこの部分",
      "まとめた意見",
      "市の考え方",
      "決定",
      "変わった文章",
      "効果の測り方（指標）",
    ]);
    expect(chain).toContain("同じ趣旨の意見は、あわせて4件です。"); // round 3 and meeting 1
    expect(chain).toContain("8みほ企第123号");
    expect(chain).toContain('href="/plan/second-half/1-1-1"');
    expect(chain).toContain('<ins class="change-added">');
    expect(chain).not.toContain("避難訓練の実施"); // a line that did not change
    expect(chain).toContain("自主防災組織のある区の割合");
  });

  it("tells of a hidden one only the reason", async () => {
    const text = await textOf("/voices/3");
    expect(text).toContain("公開していません。理由：特定の人を傷つけることばがあるため");
    expect(text).toContain("市の考え方");
  });

  it("says why a point was left out", async () => {
    expect(await textOf("/voices/6")).toContain("対象外としました理由：市の計画の範囲を超えるため");
  });

  it.each(["/voices/99", "/voices/ninety", "/voices/topics/99", "/voices/occasions/none"])(
    "answers %s with 404 and what to do",
    async (address) => {
      const { status, html } = await visit(site, address);
      expect(status).toBe(404);
      expect(html).toContain("番号を確かめてください");
    },
  );
});

describe("the other ways through the trace", () => {
  it("show a topic with all words that are public and count the others", async () => {
    const text = await textOf("/voices/topics/1");
    expect(text).toContain("避難所の場所が分かりません。");
    expect(text).toContain("避難所がどこか、外国の人に伝わりません。");
    expect(text).toContain("文を公開していない意見が2件あります"); // 4 points, of which voices 1 and 7 have words
  });

  it("show the results of one occasion as a table with only its own counts", async () => {
    const text = await textOf(`/voices/occasions/${sampleOccasion}`);
    expect(text).toContain("6件（論点7件、まとめると3件）");
    expect(text).toContain("2026年");
    expect(text).not.toContain("懇談会");
  });

  it("tell of withdrawn results when and why they went", async () => {
    const withdrawal = { at: new Date("2026-11-12T01:00:00Z"), reason: "件数に誤りがあったため" };
    const gone = siteWith([{ id: "plan" }, { ...round, withdrawal }]);
    const { status, html } = await visit(gone, `/voices/occasions/${sampleOccasion}`);
    expect(status).toBe(410);
    expect(html).toContain("件数に誤りがあったため");
    expect((await visit(gone, "/voices/1")).status).toBe(404);
  });

  it("stand on the measure's page: what was said, decided, changed", async () => {
    const changed = await textOf("/plan/second-half/1-1-1");
    expect(changed).toContain("この施策を変えた意見");
    expect(changed).toContain("避難所の場所を分かりやすくしてほしい。");
    expect(await textOf("/plan/second-half/1-2-1")).toContain("この施策への意見");
    expect(await textOf("/plan/second-half/1-1-2")).not.toContain("への意見");
  });

  it("begin on the home page, with what changed last", async () => {
    const text = await textOf("/");
    expect(text).toContain("みなさんの声で変わったこと");
    expect(text).toContain("避難所の看板の多言語化");
    expect(text).not.toContain("乗り合いタクシーの拡大を、施策に");
  });

  it("are found by the search, by the map for search engines and by the feed", async () => {
    expect(await textOf("/search?q=多言語")).toContain("1件の意見で見つかりました");
    const map = (await visit(site, "/sitemap.xml")).html;
    expect(map).toContain("/voices/topics/1<");
    expect(map).toContain("/voices/1<");
    expect(map).not.toContain("/voices/3<"); // hidden
    expect((await visit(site, "/feed.xml")).html).toContain("後期基本計画（素案）への意見募集　結果の公表");
  });
});

describe("the results as files", () => {
  it("hold the table of the publication, as the same bytes each time", async () => {
    const editions = await voicesEditions(siteWith([round]));
    const again = await voicesEditions(siteWith([round]));
    const shown = await withSections(site);
    const bytesOf = async ([edition]: typeof editions, file: string) => {
      const response = edition && (await answersOf(shown, edition, file));
      return Buffer.from((await response?.arrayBuffer()) ?? new ArrayBuffer(0));
    };
    const first = await bytesOf(editions, "answers.xlsx");
    expect((await bytesOf(again, "answers.xlsx")).equals(first)).toBe(true);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(first.buffer.slice(first.byteOffset, first.byteOffset + first.byteLength) as ArrayBuffer);
    const sheet = book.getWorksheet("意見と市の考え方");
    expect(sheet?.rowCount).toBe(4); // the heads and three topics
    expect(sheet?.getRow(2).getCell(3).value).toBe("避難所の場所を分かりやすくしてほしい。");
    expect(book.getWorksheet("変わった文章")?.getRow(2).getCell(4).value).toContain("看板の多言語化");
  });

  it("are none under another name", async () => {
    expect((await visit(site, `/voices/occasions/${sampleOccasion}/answers.exe`)).status).toBe(404);
  });
});

describe("the open data of the ledger", () => {
  it("has a line for each point, and words only of those who wish it", async () => {
    const [voices, topics] = voicesDataSets(ledgerOf(await voicesEditions(site)));
    expect(voices?.rows).toHaveLength(8); // 7 points of the round, 1 of the meeting
    const line = (number: number) => voices?.rows.filter(([first]) => first === number) ?? [];
    const at = (key: string) => voices?.columns.findIndex((column) => column.key === key) ?? -1;
    expect(line(1).map((row) => row[at("text")])).toEqual([
      "避難所の場所が分かりません。バスの本数を増やしてください。",
      "",
    ]);
    expect(line(2).map((row) => [row[at("text")], row[at("words")]])).toEqual([[null, ""]]);
    expect(line(3).map((row) => row[at("withheld")])).toEqual(["特定の人を傷つけることばがあるため"]);
    expect(line(2).map((row) => row[at("withheld")])).toEqual(["提出した人が公開を望まない"]);
    expect(topics?.rows.map((row) => row[topics.columns.findIndex(({ key }) => key === "points")])).toEqual([4, 2, 1]);
  });

  it("opens in a spreadsheet without running what people wrote", async () => {
    const snapshot = sampleVoices();
    const [first] = snapshot.voices;
    const formula = { ...snapshot, voices: first ? [{ ...first, text: "=HYPERLINK(1)", points: [] }] : [] };
    const [voices] = voicesDataSets(ledgerOf(await voicesEditions(siteWith([publishedVoices(formula)]))));
    const { text } = csvOf(voices ?? { name: "", title: "", description: "", columns: [], rows: [] });
    expect(text.startsWith("\uFEFF")).toBe(true);
    expect(text).toContain("'=HYPERLINK(1)");
  });

  it("stands in the catalogue with its columns", async () => {
    const { offers } = await catalogueOf(await withSections(site));
    expect(offers.map(({ id }) => id)).toEqual(["second-half", "voices"]);
    expect((await visit(site, "/opendata/catalogue.json")).html).toContain('"title": "届いた日"');
  });
});

describe("a ledger of 2,000 voices with 20,000 points", () => {
  const large = publishedVoices(manyVoices(2_000));
  const payload = JSON.parse(JSON.stringify(large.snapshot)) as object; // one object, as the store of payloads hands out
  const stored = siteWith([{ id: "plan" }, large]);
  const big = {
    ...stored,
    publications: {
      ...stored.publications,
      payload: async (id: string) => (id === large.id ? (payload as never) : stored.publications.payload(id)),
    },
  };

  it.each([
    "/voices",
    "/voices?sort=points&page=3",
    "/voices/1000",
    "/voices/topics/7",
    `/voices/occasions/${sampleOccasion}`,
  ])("is read on %s within 18 KB: with 11.5 KB of styles under 30", async (address) => {
    const { status, html } = await visit(big, address);
    expect(status).toBe(200);
    expect(gzipSync(html).length).toBeLessThan(18_000);
  });
});
