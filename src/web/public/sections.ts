import type { PublicSection, Site } from "#web/site.ts";
import { consultationEditions } from "./consultations/edition.ts";
import { currentEdition } from "./editions.ts";
import { isPresent } from "./present.ts";
import { statisticsEdition } from "./statistics/edition.ts";
import { strategyEditions } from "./strategy/edition.ts";

/** A site before it is known what stands behind the words of its navigation. */
export type BareSite = Omit<Site, "sections">;

/** The site with those parts in its navigation that have something behind them, by what is published now. */
export async function withSections(site: BareSite): Promise<Site> {
  const nodes = (await currentEdition(site))?.snapshot.nodes;
  const isBehind: Record<PublicSection, boolean> = {
    plan: nodes !== undefined,
    formulation: await isPresent(site, "formulation"),
    indicators: nodes?.some(({ indicators }) => indicators.length > 0) ?? false,
    voices: (await consultationEditions(site)).length > 0 || (await isPresent(site, "voices")),
    sdgs: nodes?.some(({ sdgs }) => sdgs.length > 0) ?? false,
    statistics: (await statisticsEdition(site)) !== undefined,
    strategy: (await strategyEditions(site)).length > 0,
    data: (await site.publications.heads()).length > 0,
  };
  const all: readonly PublicSection[] = [
    "plan",
    "formulation",
    "indicators",
    "voices",
    "sdgs",
    "statistics",
    "strategy",
    "data",
  ];
  return { ...site, sections: all.filter((section) => isBehind[section]) };
}
