import type { CheckPlace } from "#domain/plan/index.ts";
import { lineagePath } from "../lineage/addresses.ts";
import { addressOf } from "../plan/addresses.ts";

type Slug = { readonly slug: string };

export const checksPath = {
  list: ({ slug }: Slug) => `/staff/plans/${slug}/checks`,
  file: ({ slug }: Slug) => `/staff/plans/${slug}/checks.csv`,
  quality: ({ slug }: Slug) => `/staff/plans/${slug}/quality`,
  qualityFile: ({ slug }: Slug) => `/staff/plans/${slug}/quality.csv`,
} as const;

/** The page on which a finding is mended. */
export function placeAddress(plan: Slug, place: CheckPlace): string {
  switch (place.kind) {
    case "node":
      return addressOf.node(plan, place.id);
    case "nodeSdgs":
      return addressOf.nodeSdgs(plan, place.id);
    case "indicator":
      return addressOf.indicator(plan, place.id);
    case "link":
      return lineagePath.link(plan, place.id);
    case "sdgs":
      return addressOf.sdgs(plan);
    case "lineage":
      return `${lineagePath.board(plan)}?show=open`;
  }
}
