import { canonicalJson, type Json } from "#kernel/canonical-json.ts";
import { stateOf, type PublicationHead } from "#domain/publication/published.ts";
import { planNames, presentEditions, type Edition } from "#web/public/editions.ts";
import { statisticsEdition, type StatisticsEdition } from "#web/public/statistics/edition.ts";
import { strategyEditions, type StrategyEdition } from "#web/public/strategy/edition.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { csvOf, fileOf, jsonOf, type DataFile, type DataSet } from "./data-set.ts";
import { planDataSets } from "./plan-data.ts";
import { statisticsSet } from "./statistics-data.ts";
import { strategyDataSets } from "./strategy-data.ts";
import { publicationSet } from "./publication-data.ts";

export const ccBy = {
  name: "クリエイティブ・コモンズ 表示 4.0 国際",
  id: "CC-BY-4.0",
  url: "https://creativecommons.org/licenses/by/4.0/deed.ja",
} as const;

/** A data set with its files and their address. */
export interface Shelf {
  readonly set: DataSet;
  readonly files: readonly DataFile[];
  /** The folder of the files' addresses, ending in "/". */
  readonly folder: string;
}

/** The data sets of one plan in the version that stands. */
export interface PlanShelves {
  readonly edition: Edition;
  readonly shelves: readonly Shelf[];
}

/** The data sets of one strategy as it stands. */
export interface StrategyShelves {
  readonly edition: StrategyEdition;
  readonly shelves: readonly Shelf[];
}

/** What the city offers as open data (オープンデータ). */
export interface Catalogue {
  readonly plans: readonly PlanShelves[];
  /** Before the city has published statistics there is none. */
  readonly statistics: (Shelf & { readonly edition: StatisticsEdition }) | undefined;
  readonly strategies: readonly StrategyShelves[];
  readonly publications: Shelf;
  readonly heads: readonly PublicationHead[];
  /** What each plan is called, by its word in addresses. */
  readonly planNames: ReadonlyMap<string, string>;
}

export async function catalogueOf(site: Site): Promise<Catalogue> {
  const heads = await site.publications.heads();
  const plans = (await presentEditions(site)).map((edition) => ({ edition, shelves: planShelves(site, edition) }));
  return {
    plans,
    heads,
    planNames: await planNames(site),
    publications: publicationShelf(site, heads),
    statistics: await statisticsShelf(site),
    strategies: await strategyShelves(site),
  };
}

function planShelves(site: Site, edition: Edition): Shelf[] {
  const folder = hrefIn(site, `/opendata/${edition.head.reference}/`);
  const about = { ...ownerOf(site), publication: aboutHead(edition.head) };
  return planDataSets(site, edition).map((set) => ({ set, folder, files: [csvOf(set), jsonOf(set, about)] }));
}

/** The published statistics as files. */
export async function statisticsShelf(site: Site): Promise<Catalogue["statistics"]> {
  const edition = await statisticsEdition(site);
  if (!edition) return undefined;
  const set = statisticsSet(edition);
  const about = { ...ownerOf(site), publication: aboutHead(edition.head) };
  return { edition, set, folder: hrefIn(site, "/opendata/statistics/"), files: [csvOf(set), jsonOf(set, about)] };
}

/** The published strategies as files, each in a folder of its own. */
export async function strategyShelves(site: Site): Promise<StrategyShelves[]> {
  return (await strategyEditions(site)).map((edition) => {
    const folder = hrefIn(site, `/opendata/strategy/${edition.head.reference}/`);
    const about = { ...ownerOf(site), publication: aboutHead(edition.head) };
    const shelves = strategyDataSets(edition).map((set) => ({ set, folder, files: [csvOf(set), jsonOf(set, about)] }));
    return { edition, shelves };
  });
}

export function publicationShelf(site: Site, heads: readonly PublicationHead[]): Shelf {
  const set = publicationSet(site, heads);
  return { set, folder: hrefIn(site, "/opendata/"), files: [csvOf(set), jsonOf(set, ownerOf(site))] };
}

/** The files of one plan's data sets, for the address of a single one. */
export function planFiles(site: Site, edition: Edition): DataFile[] {
  return planShelves(site, edition).flatMap((shelf) => shelf.files);
}

/** The exact canonical text of a publication, so that its SHA-256 is the published hash. */
export function payloadFile(head: PublicationHead, payload: Json): DataFile {
  return fileOf(`${head.id}.json`, "application/json; charset=utf-8", canonicalJson(payload));
}

function ownerOf(site: Site): Record<string, Json> {
  const licence = site.isUnofficial ? null : { name: ccBy.name, id: ccBy.id, url: ccBy.url };
  return { municipality: { code: site.code, name: site.name }, licence };
}

function aboutHead(head: PublicationHead): Json {
  return {
    id: head.id,
    label: head.label,
    openness: head.openness,
    hash: head.hash,
    publishedAt: head.publishedAt.toISOString(),
  };
}

/** The catalogue for programs: every file with its address, hash and size; `npm run verify` walks through it. */
export function catalogueFile(site: Site, catalogue: Catalogue): DataFile {
  const { plans, statistics, strategies, publications } = catalogue;
  const ofSubjects = [...plans, ...strategies].flatMap(({ shelves: own }) => own);
  const shelves = [...ofSubjects, ...(statistics ? [statistics] : []), publications];
  const files = shelves.flatMap((shelf) =>
    shelf.files.map((file) => ({
      title: shelf.set.title,
      url: `${site.origin}${shelf.folder}${file.name}`,
      hash: file.hash,
      bytes: file.bytes,
      rows: shelf.set.rows.length,
    })),
  );
  const readable = catalogue.heads.filter((head) => stateOf(head) === "current" || stateOf(head) === "superseded");
  const payloads = readable.map((head) => ({
    title: head.label,
    url: `${site.origin}${payloadHref(site, head)}`,
    hash: head.hash,
  }));
  const content = { ...ownerOf(site), files, publications: payloads };
  return fileOf("catalogue.json", "application/json; charset=utf-8", `${JSON.stringify(content, null, 1)}\n`);
}

export function payloadHref(site: Site, head: PublicationHead): string {
  return hrefIn(site, `/opendata/publications/${head.id}.json`);
}
