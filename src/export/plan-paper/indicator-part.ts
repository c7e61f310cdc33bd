import { baselineReading, targetReading } from "../indicator-readings.ts";
import type { Block, Part } from "../paper/paper.ts";
import type { PlanEdition } from "./edition.ts";
import { nameOf, valueRuns } from "./indicator-table.ts";
import { placeRuns } from "./measure-sides.ts";
import { allBelow, codeAndTitle, type Branch } from "./tree.ts";

/** 指標の一覧: every indicator, goal by goal. */
export function indicatorPart(_edition: PlanEdition, roots: readonly Branch[]): Part | undefined {
  const blocks = roots.flatMap((root) => goalTable(root));
  return blocks.length === 0 ? undefined : { title: "指標の一覧", blocks };
}

function goalTable(root: Branch): Block[] {
  const rows = allBelow(root).flatMap(({ node }) =>
    node.indicators.map((indicator) => [
      placeRuns(node),
      [{ text: nameOf(indicator) }],
      valueRuns(baselineReading(indicator)),
      valueRuns(targetReading(indicator)),
      [{ text: indicator.division }],
    ]),
  );
  if (rows.length === 0) return [];
  const title = `${root.levelName} ${codeAndTitle(root.node)}`;
  return [
    { kind: "heading", level: 2, text: title },
    {
      kind: "table",
      caption: `${title}の指標（${rows.length}）`,
      columns: [
        { heading: "番号", share: 1.5, align: "start" },
        { heading: "指標", share: 7, align: "start" },
        { heading: "基準値", share: 2.4, align: "end" },
        { heading: "目標値", share: 2.4, align: "end" },
        { heading: "担当", share: 3.6, align: "start" },
      ],
      rows,
    },
  ];
}
