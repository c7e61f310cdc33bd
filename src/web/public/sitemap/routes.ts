import { consultationEditions } from "#web/public/consultations/edition.ts";
import { documentHref } from "#web/public/documents/addresses.ts";
import { documentEditions } from "#web/public/documents/edition.ts";
import { presentEditions } from "#web/public/editions.ts";
import { statisticsEdition } from "#web/public/statistics/edition.ts";
import { strategyEditions } from "#web/public/strategy/edition.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { indicatorHref } from "#web/public/indicators/addresses.ts";
import { occasionHref, topicHref, voiceHref } from "#web/public/voices/addresses.ts";
import { voicesEditions } from "#web/public/voices/edition.ts";
import { ledgerOf } from "#web/public/voices/ledger.ts";
import { nodeHref, planHref } from "#web/public/plan/addresses.ts";
import type { PublicRoute, PublicVisit } from "#web/public/route.ts";
import { xmlAnswer, xmlText } from "#web/public/xml.ts";

/** For search engines: what there is to read, and where not to look. */
export const sitemapRoutes: readonly PublicRoute[] = [
  { path: "/sitemap.xml", handle: sendSitemap },
  {
    path: "/robots.txt",
    handle: ({ site }) => new Response(robots(site), { headers: { "content-type": "text/plain; charset=utf-8" } }),
  },
];

const entrances = [
  "/",
  "/plan",
  "/documents",
  "/indicators",
  "/sdgs",
  "/formulation",
  "/consultations",
  "/voices",
  "/statistics",
  "/strategy",
  "/opendata",
  "/accessibility",
];

async function sendSitemap({ site }: PublicVisit): Promise<Response> {
  const addresses = entrances.map((path) => addressXml(site, hrefIn(site, path)));
  for (const edition of await presentEditions(site)) {
    const day = edition.head.publishedAt.toISOString();
    addresses.push(addressXml(site, planHref({ site, edition }), day));
    for (const node of edition.snapshot.nodes) addresses.push(addressXml(site, nodeHref({ site, edition }, node), day));
    for (const indicator of edition.snapshot.nodes.flatMap(({ indicators }) => indicators))
      addresses.push(addressXml(site, indicatorHref({ site, edition }, indicator), day));
  }
  const statistics = await statisticsEdition(site);
  for (const { code } of statistics?.snapshot.items ?? [])
    addresses.push(addressXml(site, hrefIn(site, `/statistics/${code}`), statistics?.head.publishedAt.toISOString()));
  for (const { head } of await strategyEditions(site))
    addresses.push(addressXml(site, hrefIn(site, `/strategy/${head.reference}`), head.publishedAt.toISOString()));
  for (const { head } of await consultationEditions(site))
    addresses.push(addressXml(site, hrefIn(site, `/consultations/${head.reference}`), head.publishedAt.toISOString()));
  for (const edition of await documentEditions(site))
    addresses.push(addressXml(site, documentHref(site, edition), edition.head.publishedAt.toISOString()));
  addresses.push(...(await traceAddresses(site)));
  return xmlAnswer(
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses.join("\n")}\n</urlset>\n`,
    "application/xml",
  );
}

/** The results, the topics, and the voices whose words may be read. */
async function traceAddresses(site: Site): Promise<string[]> {
  const { editions, topics, voices } = ledgerOf(await voicesEditions(site));
  return [
    ...editions.map(({ head }) => addressXml(site, occasionHref(site, head.reference), head.publishedAt.toISOString())),
    ...topics.map(({ number }) => addressXml(site, topicHref(site, number))),
    ...voices.filter(({ text }) => text !== null).map(({ number }) => addressXml(site, voiceHref(site, number))),
  ];
}

function addressXml(site: Site, path: string, changedAt?: string): string {
  const changed = changedAt === undefined ? "" : `<lastmod>${changedAt}</lastmod>`;
  return `<url><loc>${xmlText(`${site.origin}${path}`)}</loc>${changed}</url>`;
}

/** A site that is not the city's own must not be found in its place. */
function robots(site: Site): string {
  if (site.isUnofficial) return "User-agent: *\nDisallow: /\n";
  return `User-agent: *\nDisallow: /staff\nDisallow: /search\n\nSitemap: ${site.origin}/sitemap.xml\n`;
}
