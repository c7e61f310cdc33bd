import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import {
  bindTree,
  manuscriptOf,
  planVersions,
  sectionPage,
  verifyVersions,
  versionPage,
} from "#domain/documents/index.ts";
import { editNode } from "#domain/plan/index.ts";
import { grouped } from "#kernel/grouped.ts";
import { plainText, richTextOf } from "#kernel/rich-text.ts";
import { axeFindings, openChromium } from "../support/chromium.ts";
import { useCity } from "../support/city.ts";
import { fileAt, keep, lookAt } from "../support/pictures.ts";
import { divisionIn, personIn, planOf, type PlanInTest, type Sketch } from "../support/plan.ts";
import { accepted } from "../support/results.ts";
import { serveCity, type ServedCity } from "../support/served-city.ts";
import { edited, paragraphAfter, withoutParagraph } from "../support/word-files.ts";
import * as incidents from "../support/writing-incidents.ts";
import { comparedRows, giveBack, press, takeOut, write } from "../support/writing.ts";

/** How many measures each of the five writes: three in the suite, all sixty with TOMONI_SECTIONS=12. */
const each = Number(process.env["TOMONI_SECTIONS"] ?? 3);

/** Six goals with two policies of five measures each: 60 施策, 施策111 to 施策625. */
const sixty: Sketch = Array.from({ length: 6 }, (_, goal) => [
  `${goal + 1} 目標${goal + 1}`,
  Array.from({ length: 2 }, (_policy, policy) => [
    `${goal + 1}-${policy + 1} 政策${policy + 1}`,
    Array.from(
      { length: 5 },
      (_measure, at) => `${goal + 1}-${policy + 1}-${at + 1} 施策${goal + 1}${policy + 1}${at + 1}`,
    ),
  ]).flat(),
]).flat();

const names = ["危機管理課", "福祉課", "学校教育課", "商工観光課", "環境課"] as const;

interface Writer {
  readonly name: string;
  readonly page: Page;
  /** Names of the measures of the writer's division: 施策111, 施策121 … for the first. */
  readonly own: readonly string[];
}

function wordsOf(division: string, name: string): string {
  return `${division}が${name}の姿を書きました。`;
}

/** Five changes in the chapter's file, as the office makes them in Word. */
function officeEdits(xml: string): string {
  const changed = xml
    .replace("施策121の姿を書きました。", "施策121の姿を地域と書きました。")
    .replace("施策122の姿を書きました。", "施策122の姿を急いで書きました。");
  const added = paragraphAfter(changed, ["施策123の姿"], "Wordで段落を加えました。");
  const removed = withoutParagraph(added, "施策124の姿");
  return paragraphAfter(removed, ["施策125の姿", "現状と課題"], "Wordで課題を書きました。");
}

describe("a plan of sixty measures, written in five browsers at once", () => {
  const city = useCity();
  const served: ServedCity[] = [];
  let browser: Browser;
  let ctx: Ctx;
  let plan: PlanInTest;
  let base = "";
  let writers: readonly Writer[] = [];
  let colleague: Page;
  let planner: Page;
  const sections = new Map<string, string>();
  /** What was acknowledged (「保存済み」) and given back, by measure: what has to stand there. */
  const told = new Map<string, incidents.Written>();

  beforeAll(async () => {
    ctx = city().as(await personIn(city(), "佐藤", { roles: ["planning"] }));
    plan = await planOf(ctx, "みほん市総合計画", sixty);
    base = `/staff/manuscripts/${plan.plan.slug}`;
    accepted(await bindTree(ctx, { planId: plan.plan.id, parentId: null }));
    browser = await openChromium();
    const divisions: string[] = [];
    for (const name of names) divisions.push(await divisionIn(city(), name));
    const lines = (await manuscriptOf(ctx, plan.plan.id)).lines;
    for (const { name, id } of lines) sections.set(name, id);
    const measures = lines.filter(({ depth }) => depth === 3);
    for (const [index, { nodeId, textVersion }] of measures.entries()) {
      const divisionId = divisions[index % 5] ?? null;
      accepted(await editNode(ctx, { id: nodeId ?? "", version: textVersion, divisionId }));
    }
    const ofDivision = grouped([...measures.entries()], ([index]) => index % 5);
    const found: Writer[] = [];
    for (const [index, name] of names.entries()) {
      const own = (ofDivision.get(index) ?? []).map(([, line]) => line.name);
      found.push({ name, page: await deskOf(`${name}の人`, divisions[index]), own });
    }
    writers = found;
    colleague = await deskOf("伊藤", divisions[2]);
    planner = await deskOf("山田");
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    for (const site of served) await site.close();
  });

  async function deskOf(name: string, divisionId?: string): Promise<Page> {
    const roles = divisionId ? (["clerk"] as const) : (["planning"] as const);
    const person = await personIn(city(), name, { roles, ...(divisionId && { divisionIds: [divisionId] }) });
    const site = await serveCity(city(), person);
    served.push(site);
    return (await browser.newContext({ viewport: { width: 1366, height: 768 }, baseURL: site.url })).newPage();
  }

  const addressOf = (name: string) => `${base}/sections/${sections.get(name)}`;
  const expected = () => [...told].map(([name, { text }]) => [name, text]).toSorted();

  /** What stands in the measures, of those in which anything stands. */
  async function standingTexts(): Promise<string[][]> {
    const { lines } = await manuscriptOf(ctx, plan.plan.id);
    return lines
      .map(({ name, texts }) => [name, Object.values(texts).map(plainText).filter(Boolean).join("／")])
      .filter(([, words]) => words !== "")
      .toSorted();
  }

  async function freeze(name: string): Promise<void> {
    await planner.goto(`/staff/documents/${plan.plan.slug}/freezing`);
    await planner.getByLabel("版の名前").fill(name);
    await planner.getByLabel("凍結する理由").fill("庁議に諮るため");
    await planner.getByLabel("検討中として公開").check();
    await press(planner, "凍結する");
    await planner.getByRole("heading", { name: new RegExp(name) }).waitFor();
  }

  /** The first measure of each of the five is written with something in between. */
  function writeOne(writing: incidents.Writing, index: number, name: string): Promise<incidents.Written> {
    switch (index) {
      case 0:
        return incidents.writtenOffline(writing);
      case 1:
        return incidents.writtenInTwoWindows(writing);
      case 2:
        return incidents.writtenOver(writing, colleague);
      case 3:
        return incidents.writtenBeside(writing, async () =>
          editNode(ctx, { ...(await plan.node(name)), fields: { vision: richTextOf("企画課が先に直しました。") } }),
        );
      default:
        return incidents.writtenAtOnce(writing);
    }
  }

  it("takes what each of them writes in their own sections, through takeover, lost connections and stale saves", async () => {
    await Promise.all(
      writers.map(async ({ name: division, page, own }, index) => {
        for (const [at, name] of own.slice(0, each).entries()) {
          const writing = { page, address: addressOf(name), words: wordsOf(division, name) };
          told.set(name, await (at === 0 ? writeOne(writing, index, name) : incidents.writtenAtOnce(writing)));
        }
      }),
    );
    expect(told.size).toBe(5 * each);
    expect(await standingTexts()).toEqual(expected());
  }, 900_000);

  it("keeps beside the sections what could not go into them, and nothing else", async () => {
    const kept = new Map<string, readonly (readonly string[])[]>();
    for (const [name, id] of sections) {
      const { copies } = await sectionPage(ctx, id);
      const found = copies.map(({ cause, texts = {} }) => [cause, plainText(texts["vision"] ?? richTextOf(""))]);
      if (found.length > 0) kept.set(name, found);
    }
    expect([...kept]).toEqual(
      [...told]
        .filter(([, { kept: own }]) => own.length > 0)
        .map(([n, { kept: k }]) => [n, k])
        .toSorted(),
    );
    expect([...kept.values()].flat().map(([cause]) => cause)).toEqual(["stale", "takenOver", "late"]);
  });

  it("is frozen, and goes on", async () => {
    await freeze("素案");
    const page = writers[0]?.page ?? planner;
    await takeOut(page, addressOf("施策111"));
    await write(page, "地域の人たちと進めます。");
    await giveBack(page);
    told.set("施策111", { text: `${told.get("施策111")?.text}地域の人たちと進めます。`, kept: [] });
    expect(await standingTexts()).toEqual(expected());
  }, 60_000);

  it("goes out as Word by the chapter and comes back; three of five changes are taken, two are not", async () => {
    const desk = `${addressOf("目標1")}/word`;
    await planner.goto(desk);
    const file = edited(await fileAt(planner, `${desk}.docx`), officeEdits);
    keep("chapter-edited.docx", file);
    await planner
      .getByLabel("直したWordファイル")
      .setInputFiles({ name: "目標1.docx", mimeType: "application/octet-stream", buffer: Buffer.from(file) });
    await press(planner, "読み込んで、変更を見る");
    await planner.getByText("5件の変更があります").waitFor();
    expect(await axeFindings(planner)).toEqual([]);
    expect(await lookAt(planner, "writing-together-word")).toEqual([]);
    await planner.setViewportSize({ width: 360, height: 740 });
    expect(await lookAt(planner, "writing-together-word-360")).toEqual([]);
    await planner.setViewportSize({ width: 1366, height: 768 });
    for (const words of ["急いで", "施策124の姿を書きました。"])
      await planner.locator("li", { hasText: words }).getByRole("checkbox").uncheck();
    await press(planner, "選んだ変更を取り入れる");
    await planner.getByText("Wordの変更を、借りている節の写しに入れました。").waitFor();
    for (const name of ["施策121", "施策123", "施策125"]) {
      await planner.goto(addressOf(name));
      await planner.getByRole("link", { name: "続きを書く" }).click();
      await planner.locator(".ProseMirror").first().waitFor();
      await giveBack(planner);
    }
    const [one = "", three = "", five = ""] = ["施策121", "施策123", "施策125"].map(
      (name) => told.get(name)?.text ?? "",
    );
    told.set("施策121", { text: one.replace("姿を", "姿を地域と"), kept: [] });
    told.set("施策123", { text: `${three}\nWordで段落を加えました。`, kept: [] });
    told.set("施策125", { text: `${five}／Wordで課題を書きました。`, kept: [] });
    expect(await standingTexts()).toEqual(expected());
  }, 120_000);

  it("is frozen again, and the two versions are compared: what was changed between them, and no other row", async () => {
    await freeze("原案");
    const versions = await planVersions(ctx, plan.plan.id);
    expect(versions.map((version) => version.name)).toEqual(["原案", "素案"]);
    await planner.goto(`/staff/documents/${plan.plan.slug}/compare?from=1&to=2`);
    const offline = `${wordsOf("危機管理課", "施策111")}電波の届かない所で書き足しました。`;
    const regional = wordsOf("危機管理課", "施策121");
    expect(await comparedRows(planner)).toEqual([
      ["第1章　目標1 ＞ 1-1-1　施策111 ＞ 目指す姿", offline, `${offline}地域の人たちと進めます。`],
      ["第1章　目標1 ＞ 1-2-1　施策121 ＞ 目指す姿", regional, regional.replace("姿を", "姿を地域と")],
      ["第1章　目標1 ＞ 1-2-3　施策123 ＞ 目指す姿", "（新設）", "Wordで段落を加えました。"],
      ["第1章　目標1 ＞ 1-2-5　施策125 ＞ 現状と課題", "（新設）", "現状と課題"], // the heading comes with the first text under it
      ["第1章　目標1 ＞ 1-2-5　施策125 ＞ 現状と課題", "（新設）", "Wordで課題を書きました。"],
    ]);
    expect(await axeFindings(planner)).toEqual([]);
    expect(await lookAt(planner, "writing-together-comparison")).toEqual([]);
    const { content } = await versionPage(ctx, versions[1]?.id ?? "");
    expect(JSON.stringify(content)).not.toMatch(/地域の人たちと進めます。|Wordで/);
    expect(await verifyVersions(ctx)).toMatchObject({ checked: 2, broken: [] });
  }, 120_000);
});
