import { page } from "#web/answer.tsx";
import type { ConsultationEdition } from "#web/public/consultations/edition.ts";
import { ConsultationList, soonestFirst } from "#web/public/consultations/consultations-page.tsx";
import { hrefIn, type Site } from "#web/site.ts";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { traceCrumb, traceTitle } from "./addresses.ts";

/** Before the first results: what will be here, when, and where one can have a say now. */
export function emptyTracePage(site: Site, consultations: readonly ConsultationEdition[]): Response {
  const waiting = soonestFirst(consultations.filter(({ phase }) => phase === "open" || phase === "announced"));
  return page(
    <PublicPage
      site={site}
      title={traceTitle}
      section="voices"
      description={`${site.name}の計画づくりで届いた意見のゆくえ。公表された結果は、まだありません。`}
    >
      <div className="page section-first">
        <h1>{traceTitle}</h1>
        <div className="nothing-yet">
          <p className="nothing-yet-title">公表された結果は、まだありません。</p>
          <p>
            意見募集や懇談会で届いた意見について、市が考え方を決めて公表すると、その日からここで、意見の一つ一つがどう検討され、計画のどこが変わったかをたどれます。公表は「更新情報の配信」でもお知らせします。
          </p>
        </div>
        {waiting.length > 0 && (
          <section className="mt-10" aria-labelledby="waiting-title">
            <h2 id="waiting-title" className="mb-4 text-[1.5rem]">
              いま意見を出せるもの・これから始まるもの
            </h2>
            <ConsultationList site={site} editions={waiting} />
          </section>
        )}
      </div>
    </PublicPage>,
  );
}

/** No voice, topic or result stands at this address: why that may be, and what to do. */
export function missingNumberPage(site: Site): Response {
  const title = "この番号の意見は見つかりません";
  return page(
    <PublicPage site={site} title={title} section="voices" crumbs={[traceCrumb(site)]} description={title} isHidden>
      <div className="page section-first">
        <h1>{title}</h1>
        <div className="prose mt-4">
          <p>次のどれかかもしれません。</p>
          <ul className="list-disc pl-6">
            <li>番号がまちがっている：受付のときの画面や紙で、番号を確かめてください。</li>
            <li>結果がまだ公表されていない：市の考え方が決まって公表されると、見られるようになります。</li>
            <li>公表した結果を取り下げた：新しく公表すると、また見られるようになります。</li>
          </ul>
          <p>
            <a href={hrefIn(site, "/voices")}>意見のゆくえ</a>で、番号やことばからさがせます。
          </p>
        </div>
      </div>
    </PublicPage>,
    404,
  );
}
