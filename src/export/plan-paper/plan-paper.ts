import { periodLabel } from "#kernel/period.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import type { Paper, Part } from "../paper/paper.ts";
import { chapterParts } from "./chapter-parts.ts";
import { errataPart } from "./errata/errata-part.ts";
import { withErratumMarks } from "./errata/erratum-marks.ts";
import type { PlanEdition } from "./edition.ts";
import { indicatorPart } from "./indicator-part.ts";
import { imprintPart } from "./imprint-part.ts";
import { withLivingLinks } from "./living-links.ts";
import { lineagePart } from "./lineage-part.ts";
import { outlinePart } from "./outline-part.ts";
import { removedIndicatorPart } from "./removed-indicator-part.ts";
import { sdgPart } from "./sdg-part.ts";
import { strategyParts } from "./strategy-part.ts";
import { termPart } from "./term-part.ts";
import { treePart } from "./tree-part.ts";
import { branchesOf, type Branch } from "./tree.ts";

/** A maker of one part or of several; undefined where the plan has nothing for it. */
export type PartMaker = (edition: PlanEdition, roots: readonly Branch[]) => Part | readonly Part[] | undefined;

/** The parts of a printed plan (本編) in their order. An annex is one more maker before the imprint. */
const makers: readonly PartMaker[] = [
  outlinePart,
  treePart,
  chapterParts,
  indicatorPart,
  removedIndicatorPart,
  strategyParts,
  sdgPart,
  lineagePart,
  termPart,
  imprintPart,
];

/** The whole plan (計画書) as a section chief hands it to the mayor. A pure function of what it is given. */
export function planPaper(edition: PlanEdition): Paper {
  const { plan, levels } = edition.snapshot;
  return withLivingLinks({
    ...wordsAround(edition),
    title: plan.name,
    cover: { vision: plan.vision, lines: [periodLabel(plan), dateWithBoth(edition.day)] },
    contentsDepth: Math.min(4, 1 + Math.max(1, ...levels.map(({ depth }) => depth))),
    parts: correctedParts(makers, edition),
  });
}

/** What every paper of a plan says on each page: city, version, day, stamps. */
export function wordsAround(edition: PlanEdition): Pick<Paper, "city" | "version" | "madeOn" | "marks"> {
  return { city: edition.city, version: edition.version, madeOn: edition.day, marks: marksOf(edition) };
}

export function partsBy(all: readonly PartMaker[], edition: PlanEdition): Part[] {
  const roots = branchesOf(edition.snapshot);
  return all.flatMap((make) => make(edition, roots) ?? []);
}

/** The same with what is wrong in them: told in front (正誤表), and marked where it stands. */
export function correctedParts(all: readonly PartMaker[], edition: PlanEdition): Part[] {
  const errata = errataPart(edition);
  return [...(errata ? [errata] : []), ...withErratumMarks(partsBy(all, edition), edition.errata)];
}

/** What is stamped on every page. */
function marksOf({ standing, isUndecided }: PlanEdition): string[] {
  const own = { official: [], sample: ["見本"], unofficial: ["非公式"] }[standing];
  return isUndecided ? [...own, "未確定"] : own;
}
