import { stateOf, type PublicationHead } from "#domain/publication/published.ts";
import type { StoredFile } from "#platform/files/stored-files.ts";
import { page } from "#web/answer.tsx";
import { editionOf } from "#web/public/editions.ts";
import { missingPage } from "#web/public/missing-page.tsx";
import type { PublicVisit } from "#web/public/route.ts";
import { withdrawnPage } from "#web/public/withdrawn-page.tsx";
import type { Site } from "#web/site.ts";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { planHref } from "./addresses.ts";

/**
 * The PDF made from the very publication that is read. Whether it may be read is asked of the publications each time, so that a
 * withdrawal or a purge ends it at once. Nothing of it stays in the memory of pages.
 */
export async function showPaper(visit: PublicVisit): Promise<Response> {
  const { site, params, query } = visit;
  const edition = await editionOf(site, params.plan ?? "", query.get("edition"));
  if (!edition) return (await withdrawnPage(visit)) ?? missingPage(site);
  const state = stateOf(edition.head);
  const file = state === "current" || state === "superseded" ? await site.papers.bytesOf(edition.head.id) : undefined;
  if (!file)
    return notYetPage({
      site,
      head: edition.head,
      name: edition.snapshot.plan.name,
      href: planHref({ site, edition }),
    });
  return inlineFile(file);
}

/** A paper as the browser shows it itself; kept by nobody, since it may be withdrawn. */
export function inlineFile({ bytes, mediaType, name }: StoredFile): Response {
  return new Response(bytes, {
    headers: {
      "content-type": mediaType,
      "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
      "cache-control": "no-store",
    },
  });
}

interface Wanted {
  readonly site: Site;
  readonly head: PublicationHead;
  /** Where the same content can be read. */
  readonly name: string;
  readonly href: string;
}

/** It is being made, or could not be: the pages say the same. */
export function notYetPage({ site, head, name, href }: Wanted): Response {
  const title = "計画書（PDF）はまだありません";
  const answer = page(
    <PublicPage site={site} title={title} section="plan" publication={head} description={title}>
      <div className="page section-first">
        <h1>{title}</h1>
        <p className="mt-4">
          この版の計画書は、作っているところか、まだ作られていません。同じ内容を
          <a href={href}>{name}のページ</a>で読めます。
        </p>
      </div>
    </PublicPage>,
    404,
  );
  answer.headers.set("cache-control", "no-store");
  return answer;
}
