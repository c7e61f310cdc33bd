import { sdgGoals, strengthLabels, strengthSigns } from "#domain/plan/index.ts";
import type { Block, Part, Run } from "../paper/paper.ts";
import type { PlanEdition } from "./edition.ts";
import { plainBlock } from "./rich-blocks.ts";
import { allBelow, anchorOf, codeAndTitle, type Branch } from "./tree.ts";

/** SDGsとのつながり: measures × 17 goals. */
export function sdgPart({ snapshot }: PlanEdition, roots: readonly Branch[]): Part | undefined {
  const measures = roots.flatMap((root) => allBelow(root)).filter(({ hasPage }) => hasPage);
  if (measures.every(({ node }) => node.sdgs.length === 0)) return undefined;
  return { title: "SDGsとのつながり", blocks: [legend(), matrix(measures), ...gaps(snapshot.sdgGapNotes)] };
}

function legend(): Block {
  return plainBlock(
    `${strengthSigns.direct}は${strengthLabels.direct}もの、${strengthSigns.related}は${strengthLabels.related}ものを示します。数字は17の目標の番号です。`,
  );
}

function matrix(measures: readonly Branch[]): Block {
  return {
    kind: "table",
    caption: "施策とSDGsの目標",
    isDense: true,
    columns: [
      { heading: measures[0]?.levelName ?? "施策", share: 11, align: "start" },
      ...sdgGoals.map(({ number, color }) => ({ heading: String(number), share: 1, align: "center", color }) as const),
    ],
    rows: measures.map(({ node }) => [
      [{ text: codeAndTitle(node), to: anchorOf(node) }],
      ...sdgGoals.map(({ number }) => signRuns(node.sdgs.find(({ goal }) => goal === number))),
    ]),
  };
}

function signRuns(link: { readonly strength: "direct" | "related" } | undefined): Run[] {
  return link ? [{ text: strengthSigns[link.strength] }] : [];
}

function gaps(notes: PlanEdition["snapshot"]["sdgGapNotes"]): Block[] {
  const explained = notes.filter(({ explanation }) => explanation !== "");
  const list: Block = {
    kind: "facts",
    items: sdgGoals.map(({ number, name }) => ({ name: String(number), runs: [{ text: name }] })),
  };
  const why: Block[] = explained.map(({ goal, explanation }) =>
    plainBlock(`目標${goal}「${sdgGoals.find(({ number }) => number === goal)?.name ?? ""}」：${explanation}`, "note"),
  );
  return [
    { kind: "heading", level: 2, text: "17の目標" },
    list,
    ...(why.length > 0
      ? [{ kind: "heading", level: 2, text: "直接かかわる施策のない目標について" } as const, ...why]
      : []),
  ];
}
