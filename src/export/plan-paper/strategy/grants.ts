import { effectLabels, policyLabels, type GrantSnapshot, type StrategySnapshot } from "#domain/strategy/index.ts";
import { figure } from "#kernel/figures.ts";
import { fiscalYearShort } from "#kernel/fiscal-year.ts";
import type { Block, Run } from "../../paper/paper.ts";
import { plainBlock } from "../rich-blocks.ts";

/** 交付金を使う事業: what each is, where it stands in the strategy, and its money year by year. */
export function grantBlocks({ grants }: StrategySnapshot): Block[] {
  if (grants.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: "交付金を使う事業" },
    {
      kind: "table",
      caption: `事業と位置づけ（${grants.length}）`,
      columns: [
        { heading: "事業（担当）", share: 4, align: "start" },
        { heading: "制度・期間", share: 3.6, align: "start" },
        { heading: "基本目標・施策", share: 4.4, align: "start" },
      ],
      rows: grants.map((grant) => [nameRuns(grant), programmeRuns(grant), placeRuns(grant)]),
    },
    ...money(grants),
  ];
}

function nameRuns({ name, division }: GrantSnapshot): Run[] {
  return [{ text: name, isBold: true }, ...(division === "" ? [] : [{ text: `\n（${division}）` }])];
}

function programmeRuns({ programme, startYear, endYear }: GrantSnapshot): Run[] {
  return [{ text: `${programme}\n${fiscalYearShort(startYear)}〜${fiscalYearShort(endYear)}年度` }];
}

function placeRuns({ goal, measure }: GrantSnapshot): Run[] {
  const words = [goal === "" ? "" : `基本目標${goal}`, measure ? `${measure.code} ${measure.title}` : ""];
  return [{ text: words.filter(Boolean).join("\n") || "−" }];
}

/** Money in thousands of yen, and what the yearly check said; years of which nothing is known stay out. */
function money(grants: readonly GrantSnapshot[]): Block[] {
  const rows = grants.flatMap((grant) =>
    grant.years
      .filter(({ costYen, grantYen, spentYen, effect }) => (costYen ?? grantYen ?? spentYen ?? effect) !== null)
      .map(({ year, costYen, grantYen, spentYen, effect, policy }): Run[][] => [
        [{ text: grant.name }],
        [{ text: fiscalYearShort(year) }],
        ...[costYen, grantYen, spentYen].map((yen) => [{ text: thousands(yen) }]),
        [{ text: effect === null ? "−" : effectLabels[effect] }],
        [{ text: policy === null ? "−" : policyLabels[policy] }],
      ]),
  );
  if (rows.length === 0) return [];
  return [
    {
      kind: "table",
      caption: "事業費と効果の検証（金額の単位：千円）",
      columns: [
        { heading: "事業", share: 4, align: "start" },
        { heading: "年度", share: 1.1, align: "center" },
        { heading: "事業費", share: 1.8, align: "end" },
        { heading: "交付金額", share: 1.8, align: "end" },
        { heading: "実績額", share: 1.8, align: "end" },
        { heading: "事業効果", share: 2.8, align: "start" },
        { heading: "今後の方針", share: 2.8, align: "start" },
      ],
      rows,
    },
    plainBlock("千円未満は四捨五入しています。「−」は、まだ決まっていないか、分からないことを表します。", "note"),
  ];
}

function thousands(yen: number | null): string {
  return yen === null ? "−" : figure(Math.round(yen / 1_000), 0);
}
