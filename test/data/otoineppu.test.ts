import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { systemActor, type Ctx } from "#domain/audit/index.ts";
import { planOutline, planSnapshot } from "#domain/plan/index.ts";
import type { Question } from "#domain/plan/import/model.ts";
import { useCity } from "../support/city.ts";
import { answerAll, applyNow, openImport, readNow } from "../support/plan-import.ts";
import { lines, outlineText, planOf } from "../support/plan.ts";
import { inProject } from "#platform/files/project.ts";

const file = inProject("../shared/data/plan/otoineppu-kpi.csv");
const levels = ["基本目標", "施策"].map((name, index) => ({
  name,
  codePattern: index === 0 ? "{n}" : "{parent}-{n}",
  evaluator: "",
  hasPage: index === 1,
}));

/** 音威子府村's published table of goals and KPIs: 19 lines, most of them with targets in words. */
describe("the table of 音威子府村", () => {
  const city = useCity();
  let ctx: Ctx;
  let planId: string;
  let importId: string;
  let questions: readonly Question[];

  beforeAll(async () => {
    ctx = city().as(systemActor("test"));
    planId = (await planOf(ctx, "音威子府村総合戦略", [], levels)).plan.id;
    importId = await openImport(ctx, planId, { name: "otoineppu-kpi.csv", bytes: new Uint8Array(readFileSync(file)) });
    questions = (await readNow(ctx, importId)).questions;
  });

  it("is asked about at each value that is no plain number, and at no other", () => {
    const asked = questions.filter(({ kind }) => kind === "value").map(({ text }) => text);
    expect(asked.toSorted()).toEqual(
      [
        "年111校",
        "年111校",
        "5年間で1人",
        "5年間で2人",
        "5年間で3人",
        "5年間で5人",
        "9人(延べ243日)",
        "年12人(延べ300日)",
        "旭川・札幌・地元各地域で年1回",
        "東京・旭川・札幌・地元各地域で年1回",
        "1年間収録しDVD化、中学校へ配布",
        "5年間で1組織化、卒業生の親で希望される方 ※PTAではない組織",
        "年3人(5年間で15人)",
        "年3回(5年間で10回)",
        "5年間で2か所",
      ].toSorted(),
    );
  });

  it("is asked about at each name that hides its values", () => {
    expect(questions.filter(({ kind }) => kind === "compound").map(({ about }) => about)).toEqual([
      "高校の入学者数",
      "卒業生の新規就業者数",
      "卒業生の移住数",
      "展覧会の入場者数",
      "高校生参加の村づくり事業数",
    ]);
  });

  it("is asked whether 「(基本目標の数値目標)」 is a measure or the goal's own", () => {
    const label = questions.filter(({ kind }) => kind === "goalLabel");
    expect(label.map(({ text, places }) => [text, places.length])).toEqual([["(基本目標の数値目標)", 5]]);
  });

  it("becomes the village's tree with goals' indicators at the goals", async () => {
    await answerAll(ctx, importId);
    expect((await readNow(ctx, importId)).errors).toEqual([]);
    expect(await applyNow(ctx, importId)).toMatchObject({ ok: true, value: { added: 11 + 19 } });
    expect(outlineText(await planOutline(ctx, planId))).toBe(
      lines(`
        1 村の振興の要となる高校の機能強化
          1-1 高校の仕組みの強化
        2 卒業生のための雇用の場の創出
          2-1 新エネルギー産業等立ち上げによる雇用の創出
          2-2 新規就農者・農業後継者の育成強化
        3 高校を軸とした人の流れの促進
          3-1 卒業生のUターン・定住促進
          3-2 高校を活用した交流の拡大
          3-3 学校間連携の強化
        4 高校生参加による個性的で魅力ある村づくり
          4-1 高校生の村づくりへの参加促進`),
    );
  });

  it("keeps each target as it was decided: number, years it adds up over, or words", async () => {
    const { nodes } = await planSnapshot(ctx, planId);
    const found = new Map(nodes.flatMap(({ indicators }) => indicators.map((each) => [each.name, each])));
    const say = (name: string) => {
      const { baseline, targets, unit, accumulation } = found.get(name) ?? {};
      return [
        baseline?.value ?? baseline?.words,
        baseline?.year,
        targets?.[0]?.value ?? targets?.[0]?.words,
        targets?.[0]?.year,
        unit,
        accumulation,
      ];
    };
    expect(say("高校の入学者数")).toEqual([40, 2014, 40, 2019, "人", "singleYear"]);
    expect(say("卒業生の新規就業者数")).toEqual([0, 2014, 6, 2019, "人", "cumulative"]);
    expect(say("新規就農者数")).toEqual(["−", 2014, 3, 2019, "人", "cumulative"]);
    expect(say("高校生によりデザイン化された村内施設数")).toEqual(["−", 2014, 2, 2019, "か所", "cumulative"]);
    expect(say("短期移住体験者数")).toEqual([9, 2014, 12, 2019, "人", "singleYear"]);
    expect(say("展覧会の入場者数")).toEqual([700, 2014, 1500, 2019, "人", "singleYear"]);
    expect(say("学校紹介DVDの制作")).toEqual(["−", 2014, "1年間収録しDVD化、中学校へ配布", 2019, "", "singleYear"]);
    expect(say("展覧会の開催数")).toEqual([
      "旭川・札幌・地元各地域で年1回",
      2014,
      "東京・旭川・札幌・地元各地域で年1回",
      2019,
      "",
      "singleYear",
    ]);
  });
});
