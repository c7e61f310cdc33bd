import { periodLabel } from "#kernel/period.ts";
import { warekiDate } from "#kernel/wareki.ts";
import type { Paper } from "../../paper/paper.ts";
import { wrapped } from "../../paper/wrapped.ts";
import type { PlanEdition } from "../edition.ts";
import { withLivingLinks } from "../living-links.ts";
import { partsBy, wordsAround, type PartMaker } from "../plan-paper.ts";
import { treePart } from "../tree-part.ts";
import type { Branch } from "../tree.ts";
import { aimsPart } from "./aims-part.ts";
import { courtesyPart } from "./courtesy-part.ts";
import { goalsPart } from "./goals-part.ts";
import { prioritiesPart } from "./priorities-part.ts";

const makers: readonly PartMaker[] = [aimsPart, shortTree, goalsPart, prioritiesPart, courtesyPart];

/** 概要版: the plan for every household, in four to eight pages. What is shown of a large plan: README.md. */
export function summaryPaper(edition: PlanEdition): Paper {
  const { plan } = edition.snapshot;
  return withLivingLinks({
    ...wordsAround(edition),
    title: `${plan.name}　概要版`,
    cover: null,
    masthead: {
      kicker: edition.city,
      name: wrapped(plan.name, 11).join("\n"),
      issue: "概要版",
      lines: [edition.version, warekiDate(edition.day), periodLabel(plan)],
    },
    contentsDepth: 1,
    isParted: true,
    parts: partsBy(makers, edition),
  });
}

/** 体系図 down to the measures: what stands below them is in the whole plan. */
function shortTree(edition: PlanEdition, roots: readonly Branch[]) {
  return treePart(edition, roots.map(cut));
}

function cut(branch: Branch): Branch {
  return { ...branch, children: branch.hasPage ? [] : branch.children.map(cut) };
}
