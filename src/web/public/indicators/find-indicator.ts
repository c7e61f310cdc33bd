import type { IndicatorSnapshot, RemovedIndicatorSnapshot } from "#domain/plan/published.ts";
import { currentOf, editionOf, planHeads, presentEditions, type Edition } from "#web/public/editions.ts";
import { allOf, branchesOf, type Branch } from "#web/public/plan/branches.ts";
import type { Site } from "#web/site.ts";
import { indicatorCode } from "./addresses.ts";

/** An indicator with the edition and the measure it is read in. */
export interface FoundIndicator {
  readonly edition: Edition;
  readonly branch: Branch;
  readonly indicator: IndicatorSnapshot;
}

interface Wanted {
  readonly code: string;
  readonly query: URLSearchParams;
}

/**
 * The indicator of a code: in the edition or plan that the address names, else in the plan the city goes by, else in the plan that
 * begins last of those that have the code. Undefined where no plan has it.
 */
export async function findIndicator(site: Site, { code, query }: Wanted): Promise<FoundIndicator | undefined> {
  for (const edition of await editionsFor(site, query)) {
    const found = indicatorIn(edition, code);
    if (found) return found;
  }
  return undefined;
}

/** An indicator that was taken off its plan, with the edition that says why. */
export interface FoundRemoval {
  readonly edition: Edition;
  readonly removed: RemovedIndicatorSnapshot;
  /** Its measure, where the plan still has it. */
  readonly branch: Branch | undefined;
}

/** The removal of an indicator of this code, in the same order of plans. */
export async function findRemoval(site: Site, { code, query }: Wanted): Promise<FoundRemoval | undefined> {
  for (const edition of await editionsFor(site, query)) {
    const { removedIndicators } = edition.snapshot;
    const removed = removedIndicators.find((each) => indicatorCode(each) === code || each.id === code);
    const branch = removed && allOf(branchesOf(edition.snapshot)).find(({ node }) => node.id === removed.nodeId);
    if (removed) return { edition, removed, branch };
  }
  return undefined;
}

async function editionsFor(site: Site, query: URLSearchParams): Promise<readonly Edition[]> {
  const wanted = query.get("edition");
  const head = wanted === null ? undefined : (await planHeads(site)).find(({ id }) => id === wanted);
  const slug = head?.reference ?? query.get("plan");
  if (slug !== null) {
    const edition = await editionOf(site, slug, wanted);
    return edition ? [edition] : [];
  }
  const present = await presentEditions(site);
  const current = currentOf(present);
  return [...(current ? [current] : []), ...present];
}

function indicatorIn(edition: Edition, code: string): FoundIndicator | undefined {
  for (const branch of allOf(branchesOf(edition.snapshot))) {
    const indicator = branch.node.indicators.find((each) => indicatorCode(each) === code || each.id === code);
    if (indicator) return { edition, branch, indicator };
  }
  return undefined;
}
