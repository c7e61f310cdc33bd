import type { Ctx } from "#domain/audit/index.ts";
import { fiscalIndices, knownDataSets } from "#domain/statistics/index.ts";
import { seedStatistics, valuesFrom } from "../statistics-insertion.ts";
import { currentBalance } from "./indices/current-balance.ts";
import { debtService } from "./indices/debt-service.ts";
import { fiscalStrength } from "./indices/fiscal-strength.ts";
import { futureBurden } from "./indices/future-burden.ts";
import { laspeyres } from "./indices/laspeyres.ts";

const firstYear = 2005;

/** What each index is, and its figures. */
const indices: Readonly<Record<string, { readonly figures: string; readonly description: string }>> = {
  "fiscal-strength": {
    figures: fiscalStrength,
    description: "標準的な行政に要る額のうち、自前の収入でまかなえる割合。3か年の平均です。",
  },
  "current-balance": {
    figures: currentBalance,
    description: "毎年入る使いみちの自由な収入のうち、人件費や扶助費など毎年かかる支出に充てた割合です。",
  },
  "debt-service": {
    figures: debtService,
    description: "標準的な収入のうち、借入れの返済などに充てた割合。3か年の平均です。",
  },
  "future-burden": {
    figures: futureBurden,
    description: "将来に負担すべき借入れなどの、標準的な収入に対する割合です。平成20年度から公表されています。",
  },
  laspeyres: { figures: laspeyres, description: "国の職員の給料を100としたときの、市町村の職員の給料の水準です。" },
};

/** The fiscal indices of the city and of all municipalities of Nagano, 2005 to 2021, as the ministry published them. */
export async function seedChikumaStatistics(ctx: Ctx): Promise<void> {
  const items = fiscalIndices.map((item) => {
    const { figures = "", description = "" } = indices[item.code] ?? {};
    return {
      ...item,
      description,
      isPublic: true,
      values: valuesFrom(figures, { firstYear, decimals: item.decimals }),
    };
  });
  const note =
    "長野県の市町村の平成17年度から令和3年度までの値。団体の数は、平成17〜19年度が81、平成20年度が80、平成21年度からは77です（合併による）。";
  const dataSet = { ...knownDataSets.fiscal, note };
  await seedStatistics(
    ctx,
    { dataSet, items, municipalities: [] },
    {
      label: "主要財政指標 平成17〜令和3年度（非公式）",
      openness: "decided",
      divisionName: "このサイトの運営者（千曲市ではありません）",
      divisionContact: "",
      note: "総務省が公表した値を、そのまま収めています。順位と中央値は、その値から計算したものです。",
    },
  );
}
