import { stateOf } from "#domain/publication/published.ts";
import { page } from "#web/answer.tsx";
import { editionOf } from "#web/public/editions.ts";
import { missingPage } from "#web/public/missing-page.tsx";
import type { PublicVisit } from "#web/public/route.ts";
import { withdrawnPage } from "#web/public/withdrawn-page.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { planHref, type Reading } from "./addresses.ts";

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
  if (!file) return notYetPage({ site, edition });
  return new Response(file.bytes, {
    headers: {
      "content-type": file.mediaType,
      "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "cache-control": "no-store",
    },
  });
}

/** It is being made, or could not be: the pages say the same. */
function notYetPage(reading: Reading): Response {
  const { site, edition } = reading;
  const answer = page(
    <PublicPage
      site={site}
      title="計画書（PDF）はまだありません"
      section="plan"
      publication={edition.head}
      description="計画書（PDF）はまだありません"
    >
      <div className="page section-first">
        <h1>計画書（PDF）はまだありません</h1>
        <p className="mt-4">
          この版の計画書は、作っているところか、まだ作られていません。同じ内容を
          <a href={planHref(reading)}>{edition.snapshot.plan.name}のページ</a>で読めます。
        </p>
      </div>
    </PublicPage>,
  );
  answer.headers.set("cache-control", "no-store");
  return answer;
}
