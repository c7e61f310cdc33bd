import { opennessLabels, undecidedStamp, type PublicationHead } from "#domain/publication/published.ts";
import { planNames } from "#web/public/editions.ts";
import { publicationPath } from "#web/publication-address.ts";
import { hrefIn, type Site } from "#web/site.ts";
import type { PublicRoute, PublicVisit } from "#web/public/route.ts";
import { xmlAnswer, xmlText } from "#web/public/xml.ts";

const newest = 50;

/** The feed (Atom): what was made public, and what was taken back with its reason. */
export const feedRoutes: readonly PublicRoute[] = [{ path: "/feed.xml", handle: sendFeed }];

async function sendFeed({ site }: PublicVisit): Promise<Response> {
  const names = await planNames(site);
  const entries = (await site.publications.heads())
    .filter(({ subject }) => subject !== "proposal") // one by one they would push everything else out; the call itself is told
    .map((head) => entryOf(site, head, names.get(head.reference) ?? ""));
  const shown = entries.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, newest);
  const updated = shown[0]?.at ?? site.clock.now();
  const address = `${site.origin}${hrefIn(site, "/feed.xml")}`;
  const body = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">
<id>${xmlText(address)}</id>
<title>${xmlText(`${site.name}の総合計画 公表の記録`)}</title>
<updated>${updated.toISOString()}</updated>
<author><name>${xmlText(site.name)}</name></author>
<link rel="self" type="application/atom+xml" href="${xmlText(address)}"/>
<link rel="alternate" type="text/html" href="${xmlText(`${site.origin}${hrefIn(site, "/")}`)}"/>
${shown.map((entry) => entry.xml).join("\n")}
</feed>
`;
  return xmlAnswer(body, "application/atom+xml");
}

/**
 * One entry for each publication under one id, whatever became of it: a reader that took it before replaces what it has, so that
 * a purged text goes from there too.
 */
function entryOf(site: Site, head: PublicationHead, planName: string): { readonly at: Date; readonly xml: string } {
  const { at, title, summary } = happening(head, planName);
  const link = `${site.origin}${hrefIn(site, publicationPath(head))}`;
  const xml = `<entry>
<id>urn:uuid:${head.id}</id>
<title>${xmlText(title)}</title>
<published>${head.publishedAt.toISOString()}</published>
<updated>${at.toISOString()}</updated>
<link rel="alternate" type="text/html" href="${xmlText(link)}"/>
<summary>${xmlText(summary)}</summary>
</entry>`;
  return { at, xml };
}

interface Happening {
  readonly at: Date;
  readonly title: string;
  readonly summary: string;
}

/** What became of an edition last, with the plan's name before the edition's: a reader sees entries without their surroundings. */
function happening(head: PublicationHead, planName: string): Happening {
  const name = [planName, head.label].filter(Boolean).join("　");
  if (head.purge)
    return {
      at: head.purge.at,
      title: `公表した版を完全に削除しました${planName === "" ? "" : `：${planName}`}`,
      summary: `理由：${head.purge.reason}`,
    };
  if (head.withdrawal) {
    return {
      at: head.withdrawal.at,
      title: `取り下げました：${name}`,
      summary: `理由：${head.withdrawal.reason}`,
    };
  }
  const stamp = head.openness === "discussion" ? `（${undecidedStamp}）` : "";
  const contact = [`担当：${head.divisionName}`, head.divisionContact].filter(Boolean).join("　");
  return {
    at: head.publishedAt,
    title: `${opennessLabels[head.openness]}しました：${name}${stamp}`,
    summary: [head.note, contact].filter(Boolean).join("\n"),
  };
}
