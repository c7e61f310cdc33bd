import type { Ctx } from "#domain/audit/index.ts";
import {
  createTargetSet,
  editIndicator,
  indicatorRegister,
  noGrounds,
  saveActuals,
  saveTargets,
  type Plan,
  type StoredIndicator,
} from "#domain/plan/index.ts";
import { addDays } from "#kernel/day.ts";
import { expectAccepted } from "../outcome.ts";

/** What happened to values after the 素案: a correction, a revised target, values of the running year that are not confirmed yet. */
export async function seedValueHistory(ctx: Ctx, plan: Plan): Promise<void> {
  const lines = await indicatorRegister(ctx, plan);
  const called = (name: string): StoredIndicator => {
    const found = lines.find(({ indicator }) => indicator.name === name);
    if (!found) throw new Error(`seed: no indicator is called ${name}`);
    return found.indicator;
  };
  await correctWalkers(ctx, called("駅前の休日の歩行者数"));
  await reviseDays(ctx, called("放課後子ども教室の年間の開催日数"));
  await enterRunningYear(ctx, [called("登下校中の交通事故の件数"), called("待機児童数（10月1日）")]);
  await seedSdgTargets(ctx, [called("汚水処理人口普及率"), called("家庭で3日分以上の備蓄をしている市民の割合")]);
}

async function correctWalkers(ctx: Ctx, { id, planId, actuals }: StoredIndicator): Promise<void> {
  const seen = actuals.find(({ year }) => year === 2024) ?? null;
  const corrected = { value: 2104, absence: null, note: "", numerator: null, denominator: null };
  const cells = [{ indicatorId: id, year: 2024, seen, value: corrected }];
  const reason = "3地点のうち1地点で、13時台の記録が集計からもれていたため";
  expectAccepted(await saveActuals(ctx, { planId, cells, reason }), reason);
}

async function reviseDays(ctx: Ctx, indicator: StoredIndicator): Promise<void> {
  const targets = indicator.targets.map((target) => (target.year === 2031 ? { ...target, value: 720 } : target));
  const grounds = {
    ...noGrounds,
    revisionReason: "素案への意見を受け、全6小学校区で週3日以上開くことにしたため",
    decidedBy: "総合計画策定委員会",
    decidedOn: addDays(ctx.clock.today(), -3),
  };
  const { id, version } = indicator;
  expectAccepted(
    await editIndicator(ctx, { id, version, content: { ...indicator, targets }, grounds }),
    indicator.name,
  );
}

async function enterRunningYear(ctx: Ctx, [accidents, waiting]: readonly StoredIndicator[]): Promise<void> {
  if (!accidents || !waiting) return;
  const entry = { absence: null, numerator: null, denominator: null };
  const cells = [
    { indicatorId: accidents.id, year: 2026, seen: null, value: { ...entry, value: 2, note: "9月末までの件数" } },
    { indicatorId: waiting.id, year: 2026, seen: null, value: { ...entry, value: 6, note: "" } },
  ];
  expectAccepted(await saveActuals(ctx, { planId: accidents.planId, cells }), "the running year");
}

async function seedSdgTargets(ctx: Ctx, [sewage, stock]: readonly StoredIndicator[]): Promise<void> {
  if (!sewage || !stock) return;
  const { planId } = sewage;
  const entry = { kind: "sdg", name: "SDGs未来都市計画（見本）", startYear: 2027, endYear: 2031 } as const;
  const { id: setId } = expectAccepted(await createTargetSet(ctx, { planId, entry }), entry.name);
  const aims = [
    { indicatorId: sewage.id, value: 99 },
    { indicatorId: stock.id, value: 75 },
  ];
  for (const { indicatorId, value } of aims) {
    const targets = [{ year: 2031, value, upperValue: null, words: "" }];
    expectAccepted(await saveTargets(ctx, { planId, setId, indicatorId, seen: [], targets }), entry.name);
  }
}
