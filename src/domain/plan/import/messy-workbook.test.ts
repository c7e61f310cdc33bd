import { describe, expect, it } from "vitest";
import { listEvents, systemActor, verifyChain, type Ctx } from "#domain/audit/index.ts";
import { nodePage, nodeRevisions, planOutline, planSnapshot, type PlanSnapshot } from "#domain/plan/index.ts";
import { messySheet, messySheetSecondEdition } from "../../../../db/seeds/messy-sheet.ts";
import { goals } from "../../../../db/seeds/mihon/goals.ts";
import type { SampleIndicator, SampleNode } from "../../../../db/seeds/sample-plan.ts";
import { useCity } from "../../../../test/support/city.ts";
import { lines, outlineText, planOf } from "../../../../test/support/plan.ts";
import {
  answerAll,
  applyNow,
  compareNow,
  differenceLines,
  openImport,
  readNow,
} from "../../../../test/support/plan-import.ts";
import { isSameUnit } from "./values/value.ts";

function indicatorsOf(nodes: readonly SampleNode[]): SampleIndicator[] {
  return nodes.flatMap((node) => [...(node.indicators ?? []), ...indicatorsOf(node.children ?? [])]);
}

/** Values as numbers where the sample has numbers: words are the clerk's to decide. */
function numbersOf(sample: SampleIndicator): unknown {
  const baseline = "value" in sample.baseline ? sample.baseline.value : undefined;
  const targets = Object.entries(sample.targets).flatMap(([year, value]) =>
    typeof value === "number" ? [[Number(year), value]] : [],
  );
  const actuals = Object.entries(sample.actuals ?? {}).flatMap(([year, value]) =>
    typeof value === "number" ? [[Number(year), value]] : [],
  );
  return { baseline: [sample.baseline.year, baseline], targets, actuals };
}

function isNumber(year: number, values: Readonly<Record<number, unknown>> | undefined): boolean {
  return typeof values?.[year] === "number";
}

function importedNumbers(snapshot: PlanSnapshot, sample: SampleIndicator): unknown {
  const found = snapshot.nodes.flatMap(({ indicators }) => indicators).find(({ name }) => name === sample.name);
  if (!found) return undefined;
  const baseline = "value" in sample.baseline ? found.baseline.value : undefined;
  return {
    baseline: [found.baseline.year, baseline],
    targets: found.targets.filter(({ year }) => isNumber(year, sample.targets)).map(({ year, value }) => [year, value]),
    actuals: found.actuals.filter(({ year }) => isNumber(year, sample.actuals)).map(({ year, value }) => [year, value]),
  };
}

const firstEdition = messySheet();
const secondEdition = messySheetSecondEdition();

describe("a messy workbook", () => {
  const city = useCity();
  let ctx: Ctx;
  let planId: string;

  it("becomes the tree that its rows mean, in an empty plan", async () => {
    ctx = city().as(systemActor("test"));
    planId = (await planOf(ctx, "みほん市総合計画", [])).plan.id;
    const id = await openImport(ctx, planId, { name: "計画.xlsx", bytes: await firstEdition });
    await answerAll(ctx, id);
    expect((await readNow(ctx, id)).errors).toEqual([]);
    const applied = await applyNow(ctx, id, { remove: [], keep: [] }, { actualState: "confirmed" });
    expect(applied).toMatchObject({ ok: true, value: { changed: 0, removed: 0 } });
    const outline = await planOutline(ctx, planId);
    expect(outline.filter(({ depth }) => depth === 3)).toHaveLength(31);
    expect(outlineText(outline.filter(({ code }) => code === "1" || code.startsWith("1-")))).toBe(
      lines(`
        1 命と暮らしを守る、安全で安心なまち
          1-1 災害に強いまちをつくる
            1-1-1 地域の防災力を高める
            1-1-2 大雨や土砂災害からまちを守る
            1-1-3 だれもが安心して過ごせる避難所を整える
          1-2 火災や急病から命を守る
            1-2-1 消防団と救急の体制を守る
          1-3 毎日の暮らしの安全を守る
            1-3-1 通学路と生活道路を安全にする
            1-3-2 犯罪と消費者トラブルを防ぐ`),
    );
  });

  it("gives every number of the four goals as the plan's makers meant it", async () => {
    const snapshot = await planSnapshot(ctx, planId);
    const samples = indicatorsOf(goals.slice(0, 4));
    expect(samples.length).toBeGreaterThan(70);
    for (const sample of samples)
      expect([sample.name, importedNumbers(snapshot, sample)]).toEqual([sample.name, numbersOf(sample)]);
    const found = new Map(snapshot.nodes.flatMap(({ indicators }) => indicators.map((each) => [each.name, each])));
    for (const { name, unit, direction = "up" } of samples) {
      const indicator = found.get(name);
      expect([name, indicator?.direction, isSameUnit(indicator?.unit ?? "", unit)]).toEqual([name, direction, true]);
    }
  });

  it("takes divisions, keywords and marks along, and keeps a revision of each node", async () => {
    const measure = (await planOutline(ctx, planId)).find(({ code }) => code === "1-1-1");
    const page = await nodePage(ctx, measure?.id ?? "");
    expect(page.node).toMatchObject({ keyword: "防災", isPriority: true });
    expect(page.node.divisionId).not.toBeNull();
    expect((await nodeRevisions(ctx, page.node.id)).map(({ act }) => act)).toEqual(["imported"]);
  });

  it("reports the rows that it leaves out", async () => {
    const id = await openImport(ctx, planId, { name: "計画.xlsx", bytes: await firstEdition });
    const { skipped } = await readNow(ctx, id);
    expect(skipped.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
      "1 aboveHeader",
      "2 aboveHeader",
      "3 aboveHeader",
      "84 note",
      "85 note",
      "86 note",
      "87 note",
    ]);
  });

  it("changes nothing when the same file comes again, and asks nothing again", async () => {
    const id = await openImport(ctx, planId, { name: "計画.xlsx", bytes: await firstEdition });
    expect(await answerAll(ctx, id)).toBe(0);
    expect(await differenceLines(ctx, id)).toEqual([]);
  });

  it("shows in its second edition exactly what was changed", async () => {
    const id = await openImport(ctx, planId, { name: "第2稿.xlsx", bytes: await secondEdition });
    await answerAll(ctx, id);
    expect(await differenceLines(ctx, id)).toEqual([
      "＋ みほん市の魅力を発信する",
      "＋ 市の公式SNSの登録者数",
      "〜 地域の防災力を高める：名前 地域の防災力を高める→地域みんなで防災力を高める",
      "〜 放課後と休日の居場所を豊かにする：担当課 こども課→生涯学習課",
      "〜 1年間に訓練を行った自主防災組織の割合：目標値（令和13年度） 90→95",
      "－ だれもが安心して過ごせる避難所を整える",
      "－ 冷暖房のある学校体育館の数（累計）",
      "－ 簡易ベッドの備蓄率",
      "－ 駅前商店街の空き店舗の数",
    ]);
  });

  it("removes what is missing only where the clerk says so, and records one act", async () => {
    const id = await openImport(ctx, planId, { name: "第2稿.xlsx", bytes: await secondEdition });
    const { difference } = await compareNow(ctx, id);
    const remove = difference.missingNodes.map((node) => node.id);
    expect(await applyNow(ctx, id, { remove, keep: [] })).toMatchObject({
      ok: true,
      value: { added: 2, changed: 3, removed: 3 },
    });
    const outline = await planOutline(ctx, planId);
    const titles = outline.map(({ title }) => title);
    expect(titles).not.toContain("だれもが安心して過ごせる避難所を整える");
    expect(titles).toContain("みほん市の魅力を発信する");
    expect(outline.find(({ title }) => title === "みほん市の魅力を発信する")?.code).toBe("4-3-3");
    const snapshot = await planSnapshot(ctx, planId);
    expect(snapshot.nodes.flatMap(({ indicators }) => indicators.map(({ name }) => name))).toContain(
      "駅前商店街の空き店舗の数",
    );
    const events = await listEvents(ctx, { act: "plan.import.applied" }, 10);
    expect(JSON.stringify(events)).toContain(id);
    expect((await verifyChain(ctx.db)).broken).toBeUndefined();
  });
});
