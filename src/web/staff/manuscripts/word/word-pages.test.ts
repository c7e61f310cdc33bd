import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor, Ctx, PersonActor } from "#domain/audit/index.ts";
import {
  addSection,
  bindTree,
  manuscriptOf,
  removeSection,
  returnLoan,
  sectionPage,
  takeOut,
  wordImports,
} from "#domain/documents/index.ts";
import { parseWordFile } from "#export/word-reading/parse.ts";
import { sha256 } from "#kernel/canonical-json.ts";
import { notationOf, richOf } from "#kernel/rich-notation.ts";
import { emptyRichText } from "#kernel/rich-text.ts";
import { storedFile } from "#platform/files/stored-files.ts";
import { appOf, Browser } from "../../../../../test/support/browser.ts";
import { useCity } from "../../../../../test/support/city.ts";
import { divisionIn, personIn, planOf, type PlanInTest } from "../../../../../test/support/plan.ts";
import { accepted } from "../../../../../test/support/results.ts";
import { edited, planInWord } from "../../../../../test/support/word-files.ts";

const before =
  "施策は{{count:measures|60件}}です。人口が減っています。\n\n・避難所を増やす\n・備蓄を増やす\n\n表：人口\n|= 年 |= 人 |\n| 令和2年 | 60,298 |\n| 令和7年 | 58,000 |";

const documentOf = (inner: string) =>
  new Uint8Array(zipSync({ "word/document.xml": strToU8(`<w:document><w:body>${inner}</w:body></w:document>`) }));
const paragraphWith = (words: string) => new RegExp(`<w:p>(?:(?!<w:p>).)*?${words}.*?</w:p>`);

function fourEdits(xml: string): string {
  return xml
    .replace("人口が減っています。", "人口が大きく減っています。")
    .replace(
      paragraphWith("避難所を増やす"),
      (item) => `<w:p><w:r><w:t>新しい段落を加えました。</w:t></w:r></w:p>${item}`,
    )
    .replace(paragraphWith("備蓄を増やす"), "")
    .replace("58,000", "57,900");
}

describe("a manuscript that goes out as Word and comes back", () => {
  const city = useCity();
  const as = (actor: Actor) => new Browser(appOf(city(), { actor }), city());
  let sato: PersonActor;
  let kato: PersonActor;
  let ito: PersonActor;
  let ctx: Ctx;
  let crisis: string;
  let plan: PlanInTest;
  let base: string;

  beforeAll(async () => {
    crisis = await divisionIn(city(), "危機管理課");
    sato = await personIn(city(), "佐藤", { roles: ["planning"] });
    kato = await personIn(city(), "加藤", { roles: ["clerk"], divisionIds: [crisis] });
    ito = await personIn(city(), "伊藤", { roles: ["clerk"], divisionIds: [crisis] });
    ctx = city().as(sato);
  });

  async function freshPlan(name = "みほん市総合計画"): Promise<void> {
    plan = await planOf(ctx, name, ["1 安全", ["1-1 防災"]]);
    base = `/staff/manuscripts/${plan.plan.slug}`;
  }

  async function section(title: string, lines = before, parentId: string | null = null): Promise<string> {
    const entry = { planId: plan.plan.id, parentId, title, divisionId: crisis, dueOn: null };
    const { id } = accepted(await addSection(ctx, entry));
    await write(id, lines);
    return id;
  }

  async function write(sectionId: string, lines: string): Promise<void> {
    const { loanId } = accepted(await takeOut(ctx, sectionId));
    accepted(await returnLoan(ctx, { loanId, saveNumber: 0, texts: { body: richOf(lines).rich } }));
  }

  const bytesOf = async (path: string) => new Uint8Array(await (await as(kato).get(path)).arrayBuffer());
  const handIn = (actor: Actor, at: string, bytes: Uint8Array<ArrayBuffer>, name = "直し.docx") => {
    const form = new FormData();
    form.append("file", new File([bytes], name));
    return as(actor).send(`${at}/word`, form);
  };
  const shown = async (actor: Actor, answer: Response) => {
    const path = answer.headers.get("location") ?? "";
    return { path, html: await (await as(actor).get(path)).text() };
  };
  const take = (actor: Actor, path: string, html: string, which: (name: string, index: number) => boolean) => {
    const values = (name: string) =>
      [...html.matchAll(new RegExp(`name="${name}"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="${name}"`, "g"))].map(
        (match) => match[1] ?? match[2] ?? "",
      );
    const form = new FormData();
    for (const seen of values("seen")) form.append("seen", seen);
    for (const [index, name] of values("take").entries()) if (which(name, index)) form.append("take", name);
    form.append("place", values("place")[0] ?? "");
    return as(actor).send(path, form);
  };
  const copyOf = async (actor: PersonActor, sectionId: string) => {
    const { loan } = await sectionPage(city().as(actor), sectionId);
    return notationOf(loan?.texts["body"] ?? emptyRichText);
  };

  it("comes back with four changes, of which two are taken into the copy", async () => {
    await freshPlan();
    const id = await section("計画の策定にあたって");
    const at = `${base}/sections/${id}`;
    const word = edited(await bytesOf(`${at}/word.docx`), fourEdits);
    const { path, html } = await shown(kato, await handIn(kato, at, word));
    expect(html).toContain("4件の変更があります");
    for (const words of [
      ">大きく</ins>",
      ">新しい段落を加えました。</ins>",
      ">備蓄を増やす</del>",
      "表「人口」の3行目・2列目",
    ])
      expect(html).toContain(words);
    expect((await sectionPage(ctx, id)).loan).toBeUndefined(); // nothing yet
    const answer = await take(kato, path, html, (_, index) => index === 0 || index === 3);
    expect(answer.headers.get("location")).toContain("notice=wordTaken");
    const expected = before.replace("人口が減", "人口が大きく減").replace("58,000", "57,900");
    expect(await copyOf(kato, id)).toBe(notationOf(richOf(expected).rich));
    expect(notationOf((await sectionPage(ctx, id)).section.texts["body"] ?? emptyRichText)).toBe(
      notationOf(richOf(before).rich),
    );
    const done = await (await as(kato).get(path)).text();
    expect(done).toContain("2件の変更を取り入れました。2件は取り入れていません。");
    const again = await take(kato, path, html, () => true);
    expect(await again.text()).toContain("この読み込みは、すでに終わっています。");
  });

  it("is handed out and taken back as a chapter, with the texts of a node under their headings", async () => {
    await freshPlan();
    const chapter = await section("基本計画", "章のはじめの文です。");
    accepted(await bindTree(ctx, { planId: plan.plan.id, parentId: chapter }));
    const bytes = await bytesOf(`${base}/sections/${chapter}/word.docx`);
    const read = parseWordFile(bytes);
    expect(read.ok && read.value.sections.map(({ title }) => title).slice(0, 3)).toEqual([
      "第1章 基本計画",
      "1 安全",
      "目指す姿",
    ]);
    const word = edited(bytes, (xml) =>
      xml
        .replace("章のはじめの文です。", "章のはじめの文を直しました。")
        .replace(
          /(<w:p>(?:(?!<w:p>).)*?目指す姿.*?<\/w:p>)/,
          "$1<w:p><w:r><w:t>安心して暮らせるまち</w:t></w:r></w:p>",
        ),
    );
    const { path, html } = await shown(sato, await handIn(sato, `${base}/sections/${chapter}`, word));
    expect(html).toContain("2件の変更があります");
    const answer = await take(sato, path, html, () => true);
    expect(answer.headers.get("location")).toContain("loan=own");
    const { lines } = await manuscriptOf(ctx, plan.plan.id);
    expect(lines.map(({ loan }) => loan && Object.values(loan.texts).map(notationOf).filter(Boolean))).toEqual([
      ["章のはじめの文を直しました。"],
      ["安心して暮らせるまち"],
      undefined,
    ]);
  });

  it("tells what the manuscript changed meanwhile, and leaves it as it is", async () => {
    await freshPlan();
    const id = await section("序論", "公園を整備します。\n\n避難所の備蓄を増やします。");
    const at = `${base}/sections/${id}`;
    const word = edited(await bytesOf(`${at}/word.docx`), (xml) => xml.replace("増やします。", "2倍に増やします。"));
    await write(id, "公園と広場を整備します。\n\n避難所の備蓄を増やします。");
    const { path, html } = await shown(kato, await handIn(kato, at, word));
    expect(html).toContain("この文書は第2版の文章から作られました。いまの文章は第3版です。");
    expect(html).toContain("原稿のほうで変わった");
    expect([...html.matchAll(/<input type="checkbox"[^>]*>/g)].map(([box]) => box.includes("checked"))).toEqual([
      false,
      true,
    ]);
    await take(kato, path, html, (_, index) => index === 1);
    expect(await copyOf(kato, id)).toBe(
      notationOf(richOf("公園と広場を整備します。\n\n避難所の備蓄を2倍に増やします。").rich),
    );
  });

  it("takes nothing when the text changed while the changes were looked at, or another has the section", async () => {
    await freshPlan();
    const id = await section("序論", "公園を整備します。");
    const at = `${base}/sections/${id}`;
    const word = edited(await bytesOf(`${at}/word.docx`), (xml) => xml.replace("整備します。", "新しく整備します。"));
    const { path, html } = await shown(kato, await handIn(kato, at, word));
    await write(id, "公園と広場を整備します。");
    const stale = await take(kato, path, html, () => true);
    expect(stale.status).toBe(422);
    expect(await stale.text()).toContain("変更を見ている間に、原稿の文章が変わりました。");
    expect((await sectionPage(ctx, id)).loan).toBeUndefined();
    accepted(await takeOut(city().as(ito), id));
    const barred = await (await as(kato).get(path)).text();
    expect(barred).toContain("いまほかの人が借りて書いているので、取り入れられません");
    const refused = await take(kato, path, barred, () => true);
    expect(await refused.text()).toContain("この節は、いまほかの人が借りて書いています。");
    expect((await take(ito, path, barred, () => true)).status).toBe(403);
  });

  it("refuses a file of another plan or section, and takes one without marks as a whole text", async () => {
    await freshPlan();
    const [one, other] = [await section("序論", "一つの文"), await section("総論", "別の文")];
    const bytes = await bytesOf(`${base}/sections/${one}/word.docx`);
    const wrong = await handIn(kato, `${base}/sections/${other}`, bytes);
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("この文書は「第1章 序論」から作られたものなので、ここには読み込めません。");
    const ours = { base, other };
    await freshPlan("別の計画");
    const elsewhere = await section("序論", "一つの文");
    const foreign = await handIn(kato, `${base}/sections/${elsewhere}`, bytes);
    expect(await foreign.text()).toContain("この文書は「みほん市総合計画」の原稿から作られたものなので");
    const plain = unzipSync(bytes);
    delete plain["docProps/custom.xml"];
    const at = `${ours.base}/sections/${ours.other}`;
    const { path, html } = await shown(kato, await handIn(kato, at, new Uint8Array(zipSync(plain))));
    expect(html).toContain("原稿から受け取ったWordではありません");
    await take(kato, path, html, () => true);
    expect(await copyOf(kato, other)).toBe(notationOf(richOf("## 第1章 序論\n\n一つの文").rich));
  });

  it("refuses what is no Word document or an attack, and keeps nothing of it", async () => {
    await freshPlan();
    const at = `${base}/sections/${await section("序論", "一つの文")}`;
    const refusal = async (bytes: Uint8Array<ArrayBuffer>) => {
      const answer = await handIn(kato, at, bytes);
      return `${answer.status} ${/notice-title">([^<]*)/.exec(await answer.text())?.[1]}`;
    };
    expect(await refusal(new TextEncoder().encode("こんにちは"))).toBe("422 Word の文書ではありません。");
    expect(await refusal(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).toContain("古い形式（.doc）か、パスワード");
    expect(await refusal(documentOf(`<w:p><w:r><w:t>${"あ".repeat(3_000_000)}</w:t></w:r></w:p>`))).toContain(
      "展開すると大きくなりすぎる",
    );
    expect(await refusal(documentOf("<w:p>".repeat(1_000) + "</w:p>".repeat(1_000)))).toContain(
      "ファイルが壊れているか",
    );
    expect(await refusal(new Uint8Array(0))).toContain("Word の文書ではありません。");
    expect(await wordImports(ctx, plan.plan.id)).toEqual([]);
  });

  it("makes the chapters and sections of a plan that stands in Word, in one act", async () => {
    await freshPlan();
    const word = planInWord();
    const form = new FormData();
    form.append("file", new File([word], "計画.docx"));
    expect((await as(kato).send(`${base}/word-plan`, form)).status).toBe(403);
    const { path, html } = await shown(sato, await as(sato).send(`${base}/word-plan`, form));
    for (const words of ["見出し1が2、その下の見出しが1あります。", "第1節 背景", "図や写真は取り込めません", "表1"])
      expect(html).toContain(words);
    expect((await as(sato).post(`${path}/outline`)).headers.get("location")).toContain("created");
    const { lines } = await manuscriptOf(ctx, plan.plan.id);
    expect(lines.map(({ number, name, depth }) => `${depth} ${number} ${name}`)).toEqual([
      "1 第1章 序論",
      "2 第1節 背景",
      "1 第2章 基本構想",
    ]);
    expect(notationOf(lines[1]?.texts["body"] ?? emptyRichText)).toContain("| 年 | 人 |");
    expect(await (await as(sato).post(`${path}/outline`)).text()).toContain("この読み込みは、すでに終わっています。");
    const again = await as(sato).send(`${base}/word-plan`, form);
    expect(await again.text()).toContain("どの章の下に作るかが選ばれていません。");
    form.append("parentId", lines[2]?.id ?? "");
    const below = await shown(sato, await as(sato).send(`${base}/word-plan`, form));
    await as(sato).post(`${below.path}/outline`);
    const after = (await manuscriptOf(ctx, plan.plan.id)).lines;
    expect(after.map(({ depth, name }) => `${depth} ${name}`).slice(2)).toEqual([
      "1 基本構想",
      "2 序論",
      "3 背景",
      "2 基本構想",
    ]);
  });

  it("goes to the printer as one set: the Word, its tables, and what is in it with hashes", async () => {
    await freshPlan();
    await section("計画の策定にあたって");
    const files = unzipSync(await bytesOf(`${base}/printing-set.zip`));
    expect(Object.keys(files)).toEqual(["原稿.docx", "表/表001.csv", "内容.txt"]);
    expect(strFromU8(files["表/表001.csv"] ?? new Uint8Array())).toContain('令和7年,"58,000"');
    const told = strFromU8(files["内容.txt"] ?? new Uint8Array());
    expect(told).toContain(`SHA-256 ${sha256(files["原稿.docx"] ?? new Uint8Array())}`);
    expect(told).toContain("第1章 計画の策定にあたって　人口");
    const corrected = edited(files["原稿.docx"] ?? new Uint8Array(), (xml) => xml.replace("58,000", "58,001"));
    const { html } = await shown(sato, await handIn(sato, base, corrected));
    expect(html).toContain("1件の変更があります");
  });

  it("is given up and erased also after its section was taken out of the document", async () => {
    await freshPlan();
    const id = await section("序論", "一つの文");
    const at = `${base}/sections/${id}`;
    const { path } = await shown(kato, await handIn(kato, at, await bytesOf(`${at}/word.docx`)));
    accepted(await removeSection(ctx, { planId: plan.plan.id, id }));
    expect(await (await as(kato).get(path)).text()).toContain("原稿から外されました。変更は取り入れられません。");
    expect((await as(kato).post(`${path}/abandonment`)).headers.get("location")).toContain("cancelled");
    expect((await as(kato).post(`${path}/erasure`)).headers.get("location")).toContain("erased");
  });

  it("keeps the original as it came until it is erased", async () => {
    await freshPlan();
    const id = await section("序論", "一つの文");
    const at = `${base}/sections/${id}`;
    const word = edited(await bytesOf(`${at}/word.docx`), (xml) => xml.replace("一つの文", "直した文"));
    const { path } = await shown(kato, await handIn(kato, at, word));
    const [kept] = await wordImports(ctx, plan.plan.id);
    expect((await storedFile(ctx.db, kept?.fileId ?? ""))?.bytes).toEqual(word);
    expect((await as(ito).post(`${path}/erasure`)).status).toBe(403);
    expect((await as(kato).post(`${path}/erasure`)).headers.get("location")).toContain("erased");
    expect(await storedFile(ctx.db, kept?.fileId ?? "")).toBeUndefined();
    expect(await (await as(kato).get(path)).text()).toContain("この読み込みは、");
  });
});
