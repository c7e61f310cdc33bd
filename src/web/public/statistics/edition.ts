import { headFor, stateOf, type PublicationHead } from "#domain/publication/published.ts";
import {
  statisticsSnapshotSchema,
  valuesIn,
  type CitationSnapshot,
  type ItemSnapshot,
  type StatisticsSnapshot,
  type StatisticValue,
} from "#domain/statistics/published.ts";
import { isSamePrefecture } from "#domain/statistics/published.ts";
import type { Site } from "#web/site.ts";

/** The statistics (統計) that the city has published, as they stand. */
export interface StatisticsEdition {
  readonly head: PublicationHead;
  readonly snapshot: StatisticsSnapshot;
}

const parsed = new WeakMap<object, StatisticsSnapshot>();

/** The newest publication of statistics that may be read. */
export async function statisticsEdition(site: Pick<Site, "publications">): Promise<StatisticsEdition | undefined> {
  const head = headFor(await site.publications.heads(), "statistics", "statistics");
  if (!head || stateOf(head) !== "current") return undefined;
  const payload = await site.publications.payload(head.id);
  if (typeof payload !== "object" || payload === null) return undefined;
  const snapshot = parsed.get(payload) ?? statisticsSnapshotSchema.parse(payload);
  parsed.set(payload, snapshot);
  return { head, snapshot };
}

/** Beside whom an item is shown: 県内, or a group of the city's by name. */
export interface Beside {
  readonly name: string;
  readonly codes: readonly string[];
}

/** The municipalities of the prefecture that the publication names. */
export function prefectureOf({ municipality, municipalities }: StatisticsSnapshot): Beside {
  const codes = municipalities.map(({ code }) => code).filter((code) => isSamePrefecture(code, municipality.code));
  return { name: "県内", codes: [...new Set([municipality.code, ...codes])] };
}

/** 県内 and the groups, in the order in which a reader may choose. */
export function besidesOf(snapshot: StatisticsSnapshot): Beside[] {
  const own = snapshot.municipality.code;
  const groups = snapshot.groups.map(({ name, codes }) => ({ name, codes: [...new Set([own, ...codes])] }));
  return [prefectureOf(snapshot), ...groups];
}

/** Beside whom a measure shows what it cites; undefined for nobody. */
export function besideOf(snapshot: StatisticsSnapshot, { scope, group }: CitationSnapshot): Beside | undefined {
  if (scope === "none") return undefined;
  return scope === "prefecture"
    ? prefectureOf(snapshot)
    : besidesOf(snapshot)
        .slice(1)
        .find(({ name }) => name === group);
}

/** An item's values of those compared. */
export function valuesBeside(item: ItemSnapshot, { codes }: Beside): StatisticValue[] {
  const among = new Set(codes);
  return valuesIn({ years: item.years, rows: item.rows.filter(({ code }) => among.has(code)) });
}
