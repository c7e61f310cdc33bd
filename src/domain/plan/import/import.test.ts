import { describe, expect, it } from "vitest";
import { systemActor, type Ctx } from "#domain/audit/index.ts";
import { addNode, noGrounds, editNode, nodePage, planOutline, renameNode } from "#domain/plan/index.ts";
import { useCity } from "../../../../test/support/city.ts";
import { lines, outlineText, personIn, planOf } from "../../../../test/support/plan.ts";
import {
  answerAll,
  applyNow,
  compareNow,
  csvFile,
  differenceLines,
  openImport,
  readNow,
} from "../../../../test/support/plan-import.ts";
import { applyImport, requestApplication } from "./actions/application.ts";
import { importCase } from "./queries.ts";

const nothingSaid = { actualState: "draft", grounds: noGrounds } as const;
const head = "基本目標,施策,担当課,指標名,単位,現状値(R6),目標値(R13)";

/** What a person does in the tree: gives a node another name. */
async function rename(ctx: Ctx, planId: string, [title, to]: readonly [string, string]): Promise<void> {
  const node = (await planOutline(ctx, planId)).find((each) => each.title === title);
  const renamed = await renameNode(ctx, { id: node?.id ?? "", version: node?.version ?? 0, title: to, keyword: "" });
  if (!renamed.ok) throw new Error(renamed.refusal.message);
}

describe("a sheet imported again after the plan was edited", () => {
  const city = useCity();
  const two = [
    { name: "基本目標", hasPage: false },
    { name: "施策", hasPage: true },
  ].map((level, index) => ({
    ...level,
    codePattern: index === 0 ? "{n}" : "{parent}-{n}",
    evaluator: "",
  }));

  async function importedPlan(ctx: Ctx, ...rows: readonly string[]): Promise<string> {
    const { plan } = await planOf(ctx, "計画", [], two);
    const id = await openImport(ctx, plan.id, csvFile(head, ...rows));
    await answerAll(ctx, id);
    const applied = await applyNow(ctx, id);
    if (!applied.ok) throw new Error(applied.refusal.message);
    return plan.id;
  }

  it("keeps what only people edited, and does not call it a difference", async () => {
    const ctx = city().as(systemActor("test"));
    const planId = await importedPlan(ctx, "1 安全,1-1 防災,,訓練の回数,回,3,5");
    await rename(ctx, planId, ["防災", "地域の防災"]);
    const id = await openImport(ctx, planId, csvFile(head, "1 安全,1-1 防災,,訓練の回数,回,3,6"));
    await answerAll(ctx, id);
    expect(await differenceLines(ctx, id)).toEqual(["〜 訓練の回数：目標値（令和13年度） 5→6"]);
    expect((await compareNow(ctx, id)).difference.kept).toBe(1);
  });

  it("asks where both were changed, and does as the clerk chooses", async () => {
    const ctx = city().as(systemActor("test"));
    const planId = await importedPlan(ctx, "1 安全,1-1 防災,,訓練の回数,回,3,5");
    await rename(ctx, planId, ["防災", "地域の防災"]);
    const file = csvFile(head, "1 安全,1-1 防災と減災,,訓練の回数,回,3,5");
    const id = await openImport(ctx, planId, file);
    await answerAll(ctx, id);
    expect(await differenceLines(ctx, id)).toEqual(["！ 地域の防災：名前 地域の防災→防災と減災"]);
    const change = (await compareNow(ctx, id)).difference.changedNodes[0];
    await applyNow(ctx, id, { remove: [], keep: [`${change?.id}/title`] });
    expect((await planOutline(ctx, planId)).map(({ title }) => title)).toEqual(["安全", "地域の防災"]);
  });

  it("moves a measure that stands under another goal now, with its indicators and history", async () => {
    const ctx = city().as(systemActor("test"));
    const planId = await importedPlan(ctx, "1 安全,1-1 防災,,訓練の回数,回,3,5", "2 健康,2-1 医療,,医師数,人,10,12");
    const before = (await planOutline(ctx, planId)).find(({ title }) => title === "防災");
    const id = await openImport(
      ctx,
      planId,
      csvFile(head, "1 安全,1-1 交通,,,,,", "2 健康,2-1 医療,,医師数,人,10,12", ",2-2 防災,,訓練の回数,回,3,5"),
    );
    await answerAll(ctx, id);
    await applyNow(ctx, id);
    const outline = await planOutline(ctx, planId);
    expect(outlineText(outline)).toBe(
      lines(`
      1 安全
        1-1 交通
      2 健康
        2-1 医療
        2-2 防災`),
    );
    expect(outline.find(({ title }) => title === "防災")?.id).toBe(before?.id);
  });

  it("leaves alone what the sheet has no column for", async () => {
    const ctx = city().as(systemActor("test"));
    const planId = await importedPlan(ctx, "1 安全,1-1 防災,,訓練の回数,回,3,5");
    const node = (await planOutline(ctx, planId)).find(({ title }) => title === "防災");
    await editNode(ctx, { id: node?.id ?? "", version: node?.version ?? 0, keyword: "防災", isPriority: true });
    const id = await openImport(
      ctx,
      planId,
      csvFile("基本目標,施策,指標名,単位,現状値(R6),目標値(R13)", "1 安全,1-1 防災と減災,訓練の回数,回,3,5"),
    );
    await answerAll(ctx, id);
    await applyNow(ctx, id);
    expect((await nodePage(ctx, node?.id ?? "")).node).toMatchObject({
      title: "防災と減災",
      keyword: "防災",
      isPriority: true,
    });
  });

  it("refuses to apply when the plan is not as the clerk saw it, and is open again", async () => {
    const ctx = city().as(systemActor("test"));
    const planId = await importedPlan(ctx, "1 安全,1-1 防災,,訓練の回数,回,3,5");
    const id = await openImport(ctx, planId, csvFile(head, "1 安全,1-1 防災,,訓練の回数,回,3,6"));
    await answerAll(ctx, id);
    const { fingerprint } = await compareNow(ctx, id);
    await requestApplication(ctx, { id, choices: { remove: [], keep: [] }, ...nothingSaid, fingerprint });
    await addNode(ctx, { planId, parentId: null, title: "あとから加えた目標" });
    expect(await applyImport(ctx, { id, fingerprint }, async () => {})).toMatchObject({
      ok: false,
      refusal: { code: "planChanged" },
    });
    expect((await importCase(ctx, id)).planImport).toMatchObject({ state: "open", refusal: { code: "planChanged" } });
  });

  it("applied twice by a job that was run again does its work once", async () => {
    const ctx = city().as(systemActor("test"));
    const { plan } = await planOf(ctx, "計画", [], two);
    const id = await openImport(ctx, plan.id, csvFile(head, "1 安全,1-1 防災,,訓練の回数,回,3,5"));
    await answerAll(ctx, id);
    const { fingerprint } = await compareNow(ctx, id);
    await requestApplication(ctx, { id, choices: { remove: [], keep: [] }, ...nothingSaid, fingerprint });
    const once = await applyImport(ctx, { id, fingerprint }, async () => {});
    expect(await applyImport(ctx, { id, fingerprint }, async () => {})).toEqual(once);
    expect(await planOutline(ctx, plan.id)).toHaveLength(2);
  });
});

describe("a sheet with mistakes", () => {
  const city = useCity();

  it("is refused whole, each mistake named by row, column and value", async () => {
    const ctx = city().as(systemActor("test"));
    const { plan } = await planOf(ctx, "計画", []);
    const rows = [
      "基本目標,政策,施策,指標名,単位,現状値(R6),目標年度,目標値,SDGs",
      "1 安全,1-1 防災,1-1-1 訓練,訓練の回数,回,3,R13,5,11",
      ",,1-1-2 備え,備蓄率,％,#REF,令和十年,70,11",
      ",1-2 交通,1-1-1 道路,事故の数,件,10,R13,5,18",
      ",,,,人,5,R13,6,",
      ",,1-2-2 歩道,歩道の長さ,km,1.23456,R13,2,11",
      ",,,歩道の長さ,km,1,R13,2,11",
    ];
    const id = await openImport(ctx, plan.id, csvFile(...rows));
    await answerAll(ctx, id, (question) => ({
      choice: question.options.some(({ key }) => key === "down") ? "down" : (question.options[0]?.key ?? ""),
    }));
    const { errors } = await readNow(ctx, id);
    expect(errors.map(({ row, column, header, value, message }) => [row, column, header, value, message])).toEqual([
      [3, 6, "目標年度", "令和十年", "年度として読めません。"],
      [3, 7, "目標値", "70", "何年度の目標値かわかりません。"],
      [4, 2, "施策", "1-1-1", "番号「1-1-1」は2行目の「訓練」と重なっています。"],
      [4, 8, "SDGs", "18", "「18」は SDGs の目標の番号（1〜17）ではありません。"],
      [5, 3, "指標名", "人", "値や単位がありますが、指標名が空です。"],
      [6, 5, "現状値(R6)", "1.23456", "小数が4けたを超えています。"],
      [7, 3, "指標名", "歩道の長さ", "同じ施策に同じ名前の指標があります（6行目）。"],
    ]);
    expect(await applyNow(ctx, id)).toMatchObject({ ok: false, refusal: { code: "hasErrors" } });
    expect(await planOutline(ctx, plan.id)).toEqual([]);
  });

  it("takes a dash in a column of years for no year, as it stands beside a value that was not measured", async () => {
    const ctx = city().as(systemActor("test"));
    const { plan } = await planOf(ctx, "年度のない現状値", []);
    const columns = "基本目標,政策,施策,指標名,単位,現状値の年度,現状値,目標年度,目標値";
    const id = await openImport(ctx, plan.id, csvFile(columns, "1 教育,1-1 子育て,1-1-1 保育,満足度,点,－,-,R13,75"));
    await answerAll(ctx, id);
    expect((await readNow(ctx, id)).errors).toEqual([]);
  });

  it("names a code that Excel turned into a day", async () => {
    const ctx = city().as(systemActor("test"));
    const { plan } = await planOf(ctx, "計画", []);
    const ExcelJS = (await import("exceljs")).default;
    const book = new ExcelJS.Workbook();
    book.addWorksheet("表").addRows([
      ["基本目標", "政策", "番号", "施策"],
      ["1 安全", "1-1 防災", new Date("2026-01-02T00:00:00Z"), "訓練"],
    ]);
    const id = await openImport(ctx, plan.id, { name: "a.xlsx", bytes: new Uint8Array(await book.xlsx.writeBuffer()) });
    expect((await readNow(ctx, id)).errors).toMatchObject([
      { row: 2, column: 2, message: "Excel が番号を日付に変えてしまっています。" },
    ]);
  });

  it("takes nothing when the plan's own rules refuse one line of it", async () => {
    const ctx = city().as(systemActor("test"));
    const { plan } = await planOf(ctx, "計画", ["9 既存", ["1-1 重なる番号"]]);
    const id = await openImport(
      ctx,
      plan.id,
      csvFile("基本目標,政策,施策", "1 安全,1-1 防災,1-1-1 訓練", "2 健康,9 別の番号,2-1-1 体操"),
    );
    await answerAll(ctx, id);
    const before = await planOutline(ctx, plan.id);
    const applied = await applyNow(ctx, id);
    expect(await planOutline(ctx, plan.id)).toEqual(before);
    expect(applied).toMatchObject({ ok: false, refusal: { code: "codeStands" } });
    expect((await importCase(ctx, id)).planImport.state).toBe("open");
  });
});

describe("who may import", () => {
  const city = useCity();

  it("is the planning office alone", async () => {
    const system = city().as(systemActor("test"));
    const { plan } = await planOf(system, "計画", []);
    const clerk = await personIn(city(), "鈴木", { roles: ["clerk"] });
    await expect(openImport(city().as(clerk), plan.id, csvFile("基本目標,政策", "1 安全,1-1 防災"))).rejects.toThrow(
      "企画は、Excel や CSV の表から計画を取り込める。",
    );
  });
});
