import { periodLabel } from "#kernel/period.ts";
import type { Block, Part } from "../paper/paper.ts";
import type { PlanEdition } from "./edition.ts";
import { plainBlock } from "./rich-blocks.ts";
import { allBelow, type Branch } from "./tree.ts";

/** 計画のあらまし: what the plan is, in one page. */
export function outlinePart({ snapshot }: PlanEdition, roots: readonly Branch[]): Part {
  const { plan } = snapshot;
  const vision: Block[] =
    plan.vision === "" ? [] : [heading("めざすまちの姿"), { kind: "panel", blocks: [plainBlock(plan.vision, "lead")] }];
  const summary = plan.summary.split("\n").filter((line) => line.trim() !== "");
  return {
    title: "計画のあらまし",
    blocks: [
      ...vision,
      ...(summary.length > 0 ? [heading("計画について"), ...summary.map((line) => plainBlock(line))] : []),
      heading("計画の期間と構成"),
      { kind: "facts", items: [{ name: "期間", runs: [{ text: periodLabel(plan) }] }, ...countsOf(roots)] },
    ],
  };
}

function heading(text: string): Block {
  return { kind: "heading", level: 2, text };
}

/** 「基本目標 7」「政策 20」 from the top level down, and how many indicators. */
function countsOf(roots: readonly Branch[]): { name: string; runs: { text: string }[] }[] {
  const counts = new Map<string, number>();
  const all = roots.flatMap((root) => allBelow(root));
  for (const { levelName } of all) counts.set(levelName, (counts.get(levelName) ?? 0) + 1);
  counts.set(
    "指標",
    all.reduce((sum, { node }) => sum + node.indicators.length, 0),
  );
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([name, count]) => ({ name, runs: [{ text: String(count) }] }));
}
