import { beforeAll, describe, expect, it } from "vitest";
import type { Actor, Ctx, PersonActor } from "#domain/audit/index.ts";
import { addSection, bindTree, manuscriptOf, sectionPage, takeOut } from "#domain/documents/index.ts";
import { editNode, nodePage } from "#domain/plan/index.ts";
import { plainText, richTextOf } from "#kernel/rich-text.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { brokenPng, pngOfSize, smallPng } from "../../../../test/support/png.ts";
import { divisionIn, personIn, planOf, type PlanInTest } from "../../../../test/support/plan.ts";

describe("the pages of a manuscript", () => {
  const city = useCity();
  const as = (actor: Actor) => new Browser(appOf(city(), { actor }), city());
  const read = async (actor: Actor, path: string) => (await as(actor).get(path)).text();
  let sato: PersonActor;
  let kato: PersonActor;
  let ito: PersonActor;
  let chief: PersonActor;
  let auditor: PersonActor;
  let ctx: Ctx;
  let crisis: string;
  let plan: PlanInTest;
  let base: string;

  beforeAll(async () => {
    crisis = await divisionIn(city(), "危機管理課");
    sato = await personIn(city(), "佐藤", { roles: ["planning"] });
    kato = await personIn(city(), "加藤", { roles: ["clerk"], divisionIds: [crisis] });
    ito = await personIn(city(), "伊藤", { roles: ["clerk"], divisionIds: [crisis] });
    chief = await personIn(city(), "高橋", { roles: ["chief"], divisionIds: [crisis] });
    auditor = await personIn(city(), "中村", { roles: ["auditor"] });
    ctx = city().as(sato);
  });

  async function freshPlan(): Promise<void> {
    plan = await planOf(ctx, "みほん市総合計画", ["1 安全", ["1-1 防災", ["1-1-1 訓練", "1-1-2 備蓄"]]]);
    base = `/staff/manuscripts/${plan.plan.slug}`;
  }

  async function freeSection(title = "計画の策定にあたって"): Promise<string> {
    const entry = { planId: plan.plan.id, parentId: null, title, divisionId: crisis, dueOn: "2026-11-20" };
    const added = await addSection(ctx, entry);
    if (!added.ok) throw new Error(added.refusal.message);
    return added.value.id;
  }

  async function lent(actor: PersonActor, sectionId: string): Promise<string> {
    const taken = await takeOut(city().as(actor), sectionId);
    if (!taken.ok) throw new Error(taken.refusal.message);
    return `${base}/loans/${taken.value.loanId}`;
  }

  const bodyOf = async (id: string) => plainText((await sectionPage(ctx, id)).section.texts["body"] ?? richTextOf(""));

  it("let planning build the chapters and bind the tree, and tell which nodes have no section", async () => {
    await freshPlan();
    expect(await read(kato, base)).toContain("章と節は、まだありません");
    expect((await as(kato).get(`${base}/outline`)).status).toBe(403);
    const wrong = await as(sato).post(`${base}/outline/additions`, { title: "序論", dueOn: "12月25日" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("期限「12月25日」は、日付として読めません。");
    await as(sato).post(`${base}/outline/additions`, { title: "序論", dueOn: "2026-12-25" });
    expect(await read(sato, base)).toContain("節のない施策などが4件あります");
    expect((await as(sato).post(`${base}/outline/binding`, { parentId: "" })).status).toBe(303);
    const html = await read(sato, base);
    for (const words of ["第1章 序論", "第2章 安全", "1-1-1 訓練", "令和8年12月25日"]) expect(html).toContain(words);
    expect(html).not.toContain("節のない施策");
  });

  it("rename, move and remove a section", async () => {
    await freshPlan();
    const [first, second] = [await freeSection("第一"), await freeSection("第二")];
    const frame = (id: string) => `${base}/sections/${id}/frame`;
    await as(sato).post(frame(first), { version: "1", title: "はじめに", divisionId: crisis, dueOn: "" });
    const due = { version: "1", title: "第二", divisionId: crisis, dueOn: "2027-01-29" };
    await as(sato).post(`${base}/outline/steps`, { id: second, step: "-1" });
    await as(sato).post(`${frame(first)}/move`, { parentId: second });
    await as(sato).post(frame(second), { ...due, isForAll: "1" });
    const { lines } = await manuscriptOf(ctx, plan.plan.id);
    expect(lines.map(({ depth, name, dueOn }) => `${depth} ${name} ${dueOn}`)).toEqual([
      "1 第二 2027-01-29",
      "2 はじめに 2027-01-29",
    ]);
    const refused = await as(sato).post(`${frame(second)}/removal`);
    expect(await refused.text()).toContain("下に節があるため、外せません。");
    expect((await as(sato).post(`${frame(first)}/removal`)).status).toBe(303);
    expect((await as(sato).get(frame(first))).status).toBe(404);
  });

  it("list by division, state and loan, tell what is late, and hand the list out", async () => {
    await freshPlan();
    const section = await freeSection();
    await lent(kato, section);
    const own = await read(kato, `${base}?loan=own&division=${crisis}`);
    for (const words of ["期限切れ", "加藤（"]) expect(own).toContain(words);
    expect(await read(ito, `${base}?loan=own`)).toContain("当てはまる節はありません");
    expect(await read(ito, `${base}?state=confirmed`)).toContain("当てはまる節はありません");
    const file = await as(auditor).get(`${base}/sections.csv`);
    expect(await file.text()).toContain("第1章,計画の策定にあたって,1,危機管理課,2026-11-20,期限切れ,執筆中");
  });

  it("save and return without script in the plain notation, and lose nothing of a table that was not touched", async () => {
    await freshPlan();
    const section = await freeSection();
    const loan = await lent(kato, section);
    const lines = "## 現状\n\n人口が減っています。[^国勢調査による]\n\n表：人口\n|= 年 |= 人 |\n| 令和2年 | 3 |";
    expect((await as(kato).post(loan, { saveNumber: "0", body: lines })).headers.get("location")).toContain("saved");
    const page = await read(kato, loan);
    expect(page).toContain("|= 年 |= 人 |");
    const unreadable = await as(kato).post(loan, { saveNumber: "1", body: `${lines}\n![図](ここ)` });
    expect(unreadable.status).toBe(422);
    expect(await unreadable.text()).toContain("![図](ここ)");
    const returned = await as(kato).post(`${loan}/return`, { saveNumber: "1", body: lines.replaceAll("\n", "\r\n") });
    expect(returned.headers.get("location")).toContain("returned");
    expect(await bodyOf(section)).toContain("人口が減っています。（注：国勢調査による）");
    expect(await read(auditor, `${base}/sections/${section}`)).toContain("<caption>人口</caption>");
    expect((await read(kato, loan)).includes("文章は返却されました")).toBe(true);
  });

  it("show before a takeover what becomes of the other's text, and keep both", async () => {
    await freshPlan();
    const section = await freeSection();
    const loan = await lent(kato, section);
    await as(kato).post(loan, { saveNumber: "0", body: "加藤の書きかけ" });
    const page = `${base}/sections/${section}`;
    expect(await read(ito, page)).toContain("加藤さんが、");
    expect(await read(ito, `${page}/takeover`)).toContain("加藤の書きかけ");
    const loanId = loan.split("/").at(-1) ?? "";
    const taken = await as(ito).post(`${page}/takeover`, { loanId });
    const next = taken.headers.get("location") ?? "";
    await as(ito).post(next, { saveNumber: "0", body: "伊藤が続けた文" });
    const late = await as(kato).post(loan, { saveNumber: "1", body: "加藤があとで送った文" });
    expect(late.headers.get("location")).toContain("keptLate");
    await as(kato).post(loan, { saveNumber: "1", body: "加藤があとで送った文" });
    const html = await read(ito, page);
    for (const words of ["控えの文章（2件）", "引継ぎのときに書きかけだった文章", "返却か引継ぎのあとに届いた文章"])
      expect(html).toContain(words);
    const [copy] = (await sectionPage(ctx, section)).copies;
    await as(ito).post(`${next}/adoptions`, { copyId: copy?.id ?? "", textKey: "body" });
    await as(ito).post(`${next}/return`, { saveNumber: "2" });
    expect(await bodyOf(section)).toBe("加藤の書きかけ");
    await as(ito).post(`${page}/copies`, { copyId: copy?.id ?? "" });
    expect((await sectionPage(ctx, section)).copies.map(({ cause }) => cause)).toEqual(["late", "replaced"]);
    expect((await as(auditor).post(`${page}/copies`, { copyId: copy?.id ?? "" })).status).toBe(403);
    const frame = await as(sato).post(`${page}/frame/removal`);
    expect(await frame.text()).toContain("控えの文章が残っているため、外せません。");
  });

  it("merge at the return what only one side changed, and ask where both changed the same text", async () => {
    await freshPlan();
    await editNode(ctx, { ...(await plan.node("訓練")), divisionId: crisis });
    await bindTree(ctx, { planId: plan.plan.id, parentId: null });
    const line = (await manuscriptOf(ctx, plan.plan.id)).lines.find(({ name }) => name === "訓練");
    const loan = await lent(kato, line?.id ?? "");
    await editNode(ctx, { ...(await plan.node("訓練")), fields: { direction: richTextOf("企画が書いた方向") } });
    const merged = await as(kato).post(`${loan}/return`, { saveNumber: "0", vision: "加藤の姿" });
    expect(merged.headers.get("location")).toContain("returned");
    const node = (await nodePage(ctx, (await plan.node("訓練")).id)).node;
    expect([node.fields.vision, node.fields.direction].map((each) => each && plainText(each))).toEqual([
      "加藤の姿",
      "企画が書いた方向",
    ]);
    const again = await lent(kato, line?.id ?? "");
    await editNode(ctx, { ...(await plan.node("訓練")), fields: { ...node.fields, vision: richTextOf("企画の姿") } });
    const stale = await as(kato).post(`${again}/return`, { saveNumber: "0", vision: "加藤の新しい姿" });
    expect(stale.status).toBe(422);
    const html = await stale.text();
    for (const words of ["2つの文章を見くらべる", ">企画</del>", ">新しい</ins>"]) expect(html).toContain(words);
    const seenVersion = /name="seenVersion" value="(\d+)"/.exec(html)?.[1] ?? "";
    const done = await as(kato).post(`${again}/return`, { saveNumber: "1", seenVersion });
    expect(done.headers.get("location")).toContain("returned");
    expect(plainText((await nodePage(ctx, node.id)).node.fields.vision ?? richTextOf(""))).toBe("加藤の新しい姿");
  });

  it("tell the island what became of a save, also when an answer was lost and the same window goes on", async () => {
    await freshPlan();
    const loan = await lent(kato, await freeSection());
    const save = async (fields: Record<string, string>) => {
      const body = JSON.stringify(richTextOf(fields["words"] ?? ""));
      return (await as(kato).post(`${loan}/saves`, { ...fields, "body.json": body })).json();
    };
    const first = { saveNumber: "0", window: "a", turn: "1", words: "一" };
    const savedAt = expect.stringMatching(/^\d\d:\d\d$/);
    expect(await save(first)).toEqual({ ok: true, saveNumber: 1, savedAt });
    expect(await save({ ...first, turn: "2", words: "一二" })).toEqual({ ok: true, saveNumber: 2, savedAt });
    expect(await save(first)).toEqual({ ok: true, saveNumber: 2, savedAt });
    const other = await save({ saveNumber: "1", window: "b", turn: "1", words: "別の画面" });
    const message = expect.stringContaining("別の画面で先に保存");
    expect(other).toMatchObject({ ok: true, saveNumber: 2, kept: { message, words: "節のページを開く" } });
    const broken = await as(kato).post(`${loan}/saves`, { saveNumber: "2", "body.json": '{"type":"script"}' });
    expect(broken.status).toBe(422);
    expect((await as(ito).post(`${loan}/saves`, { saveNumber: "2" })).status).toBe(403);
    expect(await read(kato, loan)).toContain("一二");
  });

  it("walk through the states with their reasons, and keep others out", async () => {
    await freshPlan();
    const section = await freeSection();
    const page = `${base}/sections/${section}`;
    const step = (actor: Actor, state: string, reason = "", textVersion = "1") =>
      as(actor).post(`${page}/states`, { state, reason, textVersion });
    expect((await step(kato, "checking", "見てください")).status).toBe(303);
    expect((await step(kato, "confirmed")).status).toBe(403);
    expect((await step(chief, "confirmed")).status).toBe(303);
    expect(await (await as(kato).post(`${page}/loans`)).text()).toContain("確定しているため、書くことができません");
    expect(await (await step(chief, "replacing")).text()).toContain("差替えの理由が入力されていません。");
    expect((await step(chief, "replacing", "数値の誤り")).status).toBe(303);
    for (const words of ["見てください", "差替え：数値の誤り", "高橋"])
      expect(await read(auditor, page)).toContain(words);
    expect(await read(auditor, `${page}/history`)).toContain("第1版");
  });

  it("take pictures for figures, and show no other file by its id", async () => {
    await freshPlan();
    const send = (name: string, bytes: number[]) => {
      const form = new FormData();
      form.append("picture", new File([new Uint8Array(bytes)], name));
      return as(kato).send(`${base}/pictures`, form);
    };
    const refused = await (await send("図.svg", [60, 115, 118, 103])).json();
    expect(refused).toEqual({
      ok: false,
      message: "「図.svg」は、PNGでもJPEGでもありません。PNGかJPEGで保存し直したものを選んでください。",
    });
    expect(await (await send("途中.png", [...brokenPng])).json()).toMatchObject({
      message: expect.stringContaining("「途中.png」は、途中で切れているか、壊れています。") as string,
    });
    for (const [width, message] of [
      [0, "途中で切れているか、壊れています。"],
      [30_000, "横30000×縦1の点でできていて、10000を超えています。"],
    ] as const)
      expect(await (await send("図.png", [...pngOfSize(width, 1)])).json()).toMatchObject({
        message: expect.stringContaining(message) as string,
      });
    const { file } = (await (await send("図.png", [...smallPng])).json()) as { file: string };
    const shown = await as(auditor).get(`${base}/pictures/${file}`);
    expect([shown.status, shown.headers.get("content-type")]).toEqual([200, "image/png"]);
    const other = await planOf(ctx, "別の計画", ["1 安全"]);
    expect((await as(auditor).get(`/staff/manuscripts/${other.plan.slug}/pictures/${file}`)).status).toBe(404);
  });

  it("take comments and suggestions, put an adopted one into the text, and want a reason for the others", async () => {
    await freshPlan();
    const section = await freeSection();
    const loan = await lent(kato, section);
    await as(kato).post(`${loan}/return`, {
      saveNumber: "0",
      body: "市民と協動します。市は進めます。市民も進めます。",
    });
    const page = `${base}/sections/${section}`;
    const remark = (fields: Record<string, string>) =>
      as(chief).post(`${page}/remarks`, { textKey: "body", ...fields });
    expect(await (await remark({ quote: "行政", replacement: "市" })).text()).toContain(
      "「行政」は、いまの文章にありません。",
    );
    await remark({ quote: "協動", replacement: "協働", words: "誤字です" });
    await remark({ quote: "進めます", replacement: "取り組みます" });
    await remark({ quote: "", words: "もっと短く" });
    expect(await read(auditor, `${base}/remarks`)).toContain("扱いの決まっていないものが3件");
    const ids = [...(await read(kato, page)).matchAll(/name="remarkId" value="([0-9a-f-]+)"/g)].map(
      ([, id = ""]) => id,
    );
    const dispose = (remarkId: string, disposition: string, reason = "") =>
      as(kato).post(`${page}/remarks/disposal`, { remarkId, disposition, reason });
    expect((await dispose(ids[0] ?? "", "adopted")).status).toBe(303);
    const unclear = await (await dispose(ids[1] ?? "", "adopted", "言葉をそろえる")).text();
    expect([unclear.includes("1か所だけ"), unclear.split('value="言葉をそろえる"').length - 1]).toEqual([true, 1]);
    expect(await (await dispose(ids[2] ?? "", "declined")).text()).toContain("取り入れない理由が入力されていません。");
    expect((await dispose(ids[2] ?? "", "declined", "必要な説明です")).status).toBe(303);
    expect(await bodyOf(section)).toBe("市民と協働します。市は進めます。市民も進めます。");
    expect((await as(auditor).post(`${page}/remarks`, { textKey: "body", words: "監査から" })).status).toBe(403);
    expect(await read(auditor, page)).toContain("必要な説明です");
  });

  it("list the sentences whose figure changed, and put the present words in", async () => {
    await freshPlan();
    const section = await freeSection();
    const loan = await lent(kato, section);
    await as(kato).post(`${loan}/return`, {
      saveNumber: "0",
      body: "はじめに。この計画には{{count:measures|3施策}}があります。おわり。",
    });
    expect(await read(kato, `/staff`)).toContain("数値の変わった箇所");
    const html = await read(kato, `${base}/figures`);
    for (const words of ["3施策</del>", "2施策</ins>", "「この計画には3施策があります」"])
      expect(html).toContain(words);
    const place = JSON.stringify([section, "body", "count:measures", "3施策", "2施策"]);
    expect((await as(auditor).post(`${base}/figures`, { place })).status).toBe(403);
    expect((await as(kato).post(`${base}/figures`, { place })).status).toBe(303);
    expect(await bodyOf(section)).toBe("はじめに。この計画には2施策があります。おわり。");
    expect(await (await as(kato).post(`${base}/figures`, { place })).text()).toContain("値か文章が変わりました");
    expect(await (await as(kato).get(`${base}/sources`)).json()).toContainEqual({
      source: "count:measures",
      label: "施策の数",
      shown: "2施策",
    });
  });

  it("keep the glossary in the order of the kana, for planning to write", async () => {
    await freshPlan();
    const keep = (fields: Record<string, string>) => as(sato).post(`${base}/glossary`, fields);
    await keep({ term: "減災", reading: "げんさい", meaning: "被害を減らすこと" });
    await keep({ term: "関係人口", reading: "かんけいじんこう", meaning: "地域と関わる人々" });
    expect(await (await keep({ term: "減災", meaning: "別の意味" })).text()).toContain("すでに登録されています");
    expect((await as(kato).post(`${base}/glossary`, { term: "協働", meaning: "ともに" })).status).toBe(403);
    const file = await (await as(kato).get(`${base}/glossary.csv`)).text();
    expect(file.split("\r\n").slice(1, 3)).toEqual([
      "関係人口,かんけいじんこう,地域と関わる人々",
      "減災,げんさい,被害を減らすこと",
    ]);
    const id = /glossary\?term=([0-9a-f-]+)/.exec(await read(sato, `${base}/glossary`))?.[1] ?? "";
    expect(await read(sato, `${base}/glossary?term=${id}`)).toContain("「関係人口」を直す");
    expect((await as(sato).post(`${base}/glossary/removal`, { id })).status).toBe(303);
    expect(await read(kato, `${base}/glossary`)).not.toContain("関係人口");
  });
});
