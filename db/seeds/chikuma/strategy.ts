import type { Ctx } from "#domain/audit/index.ts";
import type { Plan } from "#domain/plan/index.ts";
import { publishNow, type VersionWords } from "#domain/publication/index.ts";
import {
  addAim,
  createStrategy,
  editStrategy,
  listFrames,
  publishableStrategy,
  takeKnownFrames,
  takeKnownProgrammes,
} from "#domain/strategy/index.ts";
import { expectAccepted } from "../outcome.ts";
import { seedPath } from "../population-insertion.ts";

// Facts: the city's page on its comprehensive strategy (gyoseijoho/seisaku_keikaku/3450.html) and the summary of its population
// vision on the page of its furusato funding. Only what these pages say.

const page = "千曲市公式サイト「千曲市総合戦略」のページ（gyoseijoho/seisaku_keikaku/3450.html）";
const source = `${page}、ふるさと納税の公開ページに載る人口ビジョンの要約`;

/** The population facts and the extended period of the city's strategy, as published; its goals are not in the material and stay empty. */
export async function seedChikumaStrategy(ctx: Ctx, plan: Plan, words: VersionWords): Promise<void> {
  expectAccepted(await takeKnownFrames(ctx), "the national frames");
  expectAccepted(await takeKnownProgrammes(ctx), "the grant programmes");
  const common = { source, isPublic: true } as const;
  const peak = { code: "peak", name: "実績（最も多かった年）", kind: "record", baseYear: 1999, method: "" } as const;
  await seedPath(ctx, { ...peak, ...common }, [{ year: 1999, group: "total", value: 64_766 }]);
  const reference = {
    code: "reference",
    name: "社人研の推計",
    kind: "reference",
    baseYear: 2010,
    method:
      "公開資料から読み取れる年だけを収めています。年齢別の値と基準年は読み取れず、基準年は推計の時期から平成22年（2010年）と見ています。",
  } as const;
  await seedPath(ctx, { ...reference, ...common }, [
    { year: 2040, group: "total", value: 44_978 },
    { year: 2060, group: "total", value: 32_711 },
  ]);
  expectAccepted(await addAim(ctx, { name: "5万人を維持する", year: 2040, value: 50_000, source: page }), "the aim");
  const frame = (await listFrames(ctx)).find(({ code }) => code === "first-2015");
  const entry = {
    slug: "strategy-2015",
    frameId: frame?.id ?? null,
    form: "separate",
    name: "千曲市まち・ひと・しごと創生総合戦略",
    statement: "",
    source: page,
    startYear: 2015,
    endYear: 2019,
  } as const;
  const strategy = expectAccepted(await createStrategy(ctx, { ...entry, planId: plan.id }), "the strategy");
  const ground = {
    reason: "総合計画の前期基本計画と終わりをそろえるため、指標の目標だけを改めて2年間延長されました。",
    decidedBy: "",
    decidedOn: "",
  };
  const extended = { ...entry, id: strategy.id, version: strategy.version, endYear: 2021, ground };
  expectAccepted(await editStrategy(ctx, extended), "the strategy's extension");
  const version = { of: publishableStrategy, reference: entry.slug, ...words };
  expectAccepted(await publishNow(ctx, version), "the strategy's publication");
}
