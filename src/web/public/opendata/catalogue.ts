import { canonicalJson, type Json } from "#kernel/canonical-json.ts";
import { stateOf, type PublicationHead } from "#domain/publication/published.ts";
import { planNames, presentEditions, type Edition } from "#web/public/editions.ts";
import { consultationEditions } from "#web/public/consultations/edition.ts";
import { declarationEditions } from "#web/public/declarations/edition.ts";
import { formulationEditions } from "#web/public/formulation/edition.ts";
import { statisticsEdition } from "#web/public/statistics/edition.ts";
import { strategyEditions } from "#web/public/strategy/edition.ts";
import { voicesEditions } from "#web/public/voices/edition.ts";
import { ledgerOf } from "#web/public/voices/ledger.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { csvOf, fileOf, jsonOf, type DataFile, type DataSet } from "./data-set.ts";
import { consultationSet } from "./consultation-data.ts";
import { declarationDataSets } from "./declaration-data.ts";
import { stageSet } from "./formulation-data.ts";
import { planDataSets } from "./plan-data.ts";
import { statisticsSet } from "./statistics-data.ts";
import { strategyDataSets } from "./strategy-data.ts";
import { publicationSet } from "./publication-data.ts";
import { voicesDataSets } from "./voices-data.ts";

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

/** The data sets of one thing that was made public: a plan, the statistics, a strategy, the voices. */
export interface Offer {
  /** Its anchor on the page. */
  readonly id: string;
  readonly title: string;
  /** Where people read the same. */
  readonly path: string;
  /** The publication it is made from; of what is made from several there is none. */
  readonly head: PublicationHead | undefined;
  /** What must be known before using it; "" for nothing. */
  readonly note: string;
  readonly shelves: readonly Shelf[];
}

/** What the city offers as open data (オープンデータ). */
export interface Catalogue {
  readonly offers: readonly Offer[];
  readonly publications: Shelf;
  readonly heads: readonly PublicationHead[];
  /** What each publication is of, by its word in addresses. */
  readonly planNames: ReadonlyMap<string, string>;
}

/** The subjects in the order in which the page shows them. One more kind of data is one more line. */
const makers: readonly ((site: Site) => Promise<readonly Offer[]>)[] = [
  planOffers,
  consultationOffers,
  voicesOffers,
  declarationOffers,
  formulationOffers,
  statisticsOffers,
  strategyOffers,
];

export async function catalogueOf(site: Site): Promise<Catalogue> {
  const heads = await site.publications.heads();
  const offers: Offer[] = [];
  for (const make of makers) offers.push(...(await make(site)));
  return { offers, heads, planNames: await planNames(site), publications: publicationShelf(site, heads) };
}

/** Plans, what is decided before what is still under discussion (検討中). */
async function planOffers(site: Site): Promise<Offer[]> {
  const editions = await presentEditions(site);
  const decided = editions.filter(({ head }) => head.openness === "decided");
  const drafts = editions.filter(({ head }) => head.openness === "discussion");
  return [...decided, ...drafts].map((edition) => planOffer(site, edition));
}

function planOffer(site: Site, edition: Edition): Offer {
  const { head, snapshot } = edition;
  const sets = planDataSets(site, edition);
  const shelves = shelvesOf(site, sets, { folder: `/opendata/${head.reference}/`, head });
  return { id: head.reference, title: snapshot.plan.name, path: `/plan/${head.reference}`, head, note: "", shelves };
}

/** The published statistics as files. */
export async function statisticsOffers(site: Site): Promise<Offer[]> {
  const edition = await statisticsEdition(site);
  if (!edition) return [];
  const { head, snapshot } = edition;
  const sources = [...new Set(snapshot.dataSets.map(({ source }) => source))];
  const note = `値のもとの出典は、${sources.join("、")}です。使うときは、それぞれの利用条件に従ってください。`;
  const shelves = shelvesOf(site, [statisticsSet(edition)], { folder: "/opendata/statistics/", head });
  return [{ id: "statistics", title: "統計", path: "/statistics", head, note, shelves }];
}

/** The published strategies as files, each in a folder of its own. */
export async function strategyOffers(site: Site): Promise<Offer[]> {
  return (await strategyEditions(site)).map((edition) => {
    const { head, snapshot } = edition;
    const folder = `/opendata/strategy/${head.reference}/`;
    const about = { id: head.reference, title: snapshot.strategy.name, path: `/strategy/${head.reference}`, note: "" };
    return { ...about, head, shelves: shelvesOf(site, strategyDataSets(edition), { folder, head }) };
  });
}

/** Where and when citizens were and are heard. */
export async function consultationOffers(site: Site): Promise<Offer[]> {
  const editions = await consultationEditions(site);
  if (editions.length === 0) return [];
  const shelves = shelvesOf(site, [consultationSet(editions)], { folder: "/opendata/", head: undefined });
  return [{ id: "consultations", title: "意見募集と会合", path: "/consultations", head: undefined, note: "", shelves }];
}

/** What was said and what became of it, of all published results together. */
export async function voicesOffers(site: Site): Promise<Offer[]> {
  const ledger = ledgerOf(await voicesEditions(site));
  if (ledger.editions.length === 0) return [];
  const note = "提出した人が公開を望む意見の、個人の分かるところを隠した写しです。氏名や連絡先はありません。";
  const shelves = shelvesOf(site, voicesDataSets(ledger), { folder: "/opendata/", head: undefined });
  return [{ id: "voices", title: "意見と市の考え方", path: "/voices", head: undefined, note, shelves }];
}

/** Who declared a part in a plan, and with whom its measures are carried out. */
export async function declarationOffers(site: Site): Promise<Offer[]> {
  return (await declarationEditions(site)).map(({ head, snapshot }) => {
    const folder = `/opendata/declarations/${head.reference}/`;
    const title = `${snapshot.plan.name}の宣言と協働の相手`;
    const note = "名前は、公表を望む事業者・団体だけが載っています。担当の方の氏名や連絡先はありません。";
    const shelves = shelvesOf(site, declarationDataSets(snapshot), { folder, head });
    return { id: `declarations-${head.reference}`, title, path: "/declarations", head, note, shelves };
  });
}

/** The stages of the plans' making. */
export async function formulationOffers(site: Site): Promise<Offer[]> {
  const editions = (await formulationEditions(site)).filter(({ snapshot }) => snapshot.stages.length > 0);
  return editions.map(({ head, snapshot }) => {
    const folder = `/opendata/formulation/${head.reference}/`;
    const shelves = shelvesOf(site, [stageSet(snapshot)], { folder, head });
    const title = `${snapshot.plan.name}の策定の状況`;
    return { id: `formulation-${head.reference}`, title, path: "/formulation", head, note: "", shelves };
  });
}

interface Kept {
  readonly folder: string;
  readonly head: PublicationHead | undefined;
}

function shelvesOf(site: Site, sets: readonly DataSet[], { folder, head }: Kept): Shelf[] {
  const about = head ? { ...ownerOf(site), publication: aboutHead(head) } : ownerOf(site);
  return sets.map((set) => ({ set, folder: hrefIn(site, folder), files: [csvOf(set), jsonOf(set, about)] }));
}

/** The files of offers, for the address of a single one. */
export function filesOf(offers: readonly Offer[]): DataFile[] {
  return offers.flatMap(({ shelves }) => shelves.flatMap(({ files }) => files));
}

export function publicationShelf(site: Site, heads: readonly PublicationHead[]): Shelf {
  const set = publicationSet(site, heads);
  return { set, folder: hrefIn(site, "/opendata/"), files: [csvOf(set), jsonOf(set, ownerOf(site))] };
}

/** The files of one plan's data sets, for the address of a single one. */
export function planFiles(site: Site, edition: Edition): DataFile[] {
  return filesOf([planOffer(site, edition)]);
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
  const shelves = [...catalogue.offers.flatMap(({ shelves: own }) => own), catalogue.publications];
  const files = shelves.flatMap((shelf) =>
    shelf.files.map((file) => ({
      title: shelf.set.title,
      url: `${site.origin}${shelf.folder}${file.name}`,
      hash: file.hash,
      bytes: file.bytes,
      rows: shelf.set.rows.length,
      columns: shelf.set.columns.map(({ key, title }) => ({ key, title })),
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
