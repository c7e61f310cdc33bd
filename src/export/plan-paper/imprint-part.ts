import { periodLabel } from "#kernel/period.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import type { Part } from "../paper/paper.ts";
import type { PlanEdition } from "./edition.ts";
import { plainBlock } from "./rich-blocks.ts";

/** 奥付: which version this is, whom to ask, and by what one can check it. */
export function imprintPart(edition: PlanEdition): Part {
  const { snapshot, division } = edition;
  const lines: readonly (readonly [string, string])[] = [
    ["計画", snapshot.plan.name],
    ["期間", periodLabel(snapshot.plan)],
    ["版", edition.version],
    [dayName(edition), dateWithBoth(edition.day)],
    ["発行", edition.city],
    ["担当", [division.name, division.contact].filter(Boolean).join("　")],
    ["内容の確認", hashWords(edition.hash)],
    ...edition.strategies.map(
      ({ snapshot: { strategy }, hash }) => ["総合戦略の内容の確認", `${strategy.name}\n${hashWords(hash)}`] as const,
    ),
  ];
  const note = {
    official: "",
    sample: "これは見本です。この市は実在せず、計画も数値もすべて作りものです。",
    unofficial: "公開されている資料から作ったもので、市が作成し、または確認したものではありません。",
  }[edition.standing];
  return {
    title: "この冊子について",
    blocks: [
      ...(note === "" ? [] : [plainBlock(note)]),
      ...(edition.isUndecided ? [plainBlock("この冊子は検討の途中のものです。内容は今後変わることがあります。")] : []),
      ...(edition.errata?.length ? [plainBlock(`この版には、正誤表があります（${edition.errata.length}件）。`)] : []),
      {
        kind: "facts",
        items: lines.filter(([, text]) => text !== "").map(([name, text]) => ({ name, runs: [{ text }] })),
      },
      ...(edition.lacksStrategies
        ? [
            plainBlock(
              "総合戦略編は、この版にはありません。版を定めたときの総合戦略の内容が、版に残っていないためです。",
              "note",
            ),
          ]
        : []),
      plainBlock(
        "「内容の確認」の文字（SHA-256）は、計画の内容が同じであれば、いつ、だれが作った冊子でも同じになります。",
        "note",
      ),
    ],
  };
}

function dayName({ isFrozen, isUndecided }: PlanEdition): string {
  if (isFrozen) return "版を定めた日";
  return isUndecided ? "作成した日" : "公表した日";
}

/** A hash in groups of eight, so that people can compare it by eye. */
function hashWords(hash: string): string {
  return (hash.match(/.{1,8}/g) ?? []).join(" ");
}
