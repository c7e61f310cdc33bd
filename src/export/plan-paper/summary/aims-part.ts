import { countOf } from "#kernel/counting.ts";
import { periodLabel } from "#kernel/period.ts";
import type { Block, Part } from "../../paper/paper.ts";
import type { PlanEdition } from "../edition.ts";
import { plainBlock } from "../rich-blocks.ts";
import { codeAndTitle, type Branch } from "../tree.ts";
import { firstSentence } from "./first-words.ts";

/** What the city wants to become, and its goals with the first sentence of their aims. */
export function aimsPart({ snapshot: { plan } }: PlanEdition, roots: readonly Branch[]): Part {
  const summary = plan.summary.split("\n").filter((line) => line.trim() !== "");
  const vision: Block[] =
    plan.vision === "" ? [] : [{ kind: "panel", isWhole: true, blocks: [plainBlock(plan.vision, "lead")] }];
  return {
    title: "めざすまちの姿",
    blocks: [
      ...vision,
      ...summary.slice(0, 4).map((line) => plainBlock(line)),
      { kind: "facts", items: [{ name: "計画の期間", runs: [{ text: periodLabel(plan) }] }] },
      ...goals(roots),
    ],
  };
}

function goals(roots: readonly Branch[]): Block[] {
  const [first] = roots;
  if (!first) return [];
  return [
    { kind: "heading", level: 2, text: countOf(roots.length, first.levelName) },
    {
      kind: "facts",
      items: roots.map(({ node }) => ({
        name: codeAndTitle(node),
        runs: [{ text: firstSentence(node.fields.vision) }],
      })),
    },
  ];
}
