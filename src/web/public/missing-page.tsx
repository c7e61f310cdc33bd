import { page } from "#web/answer.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { SearchForm } from "#web/ui/public-header.tsx";
import { hrefIn, type PublicSection, type Site } from "#web/site.ts";

/** What was asked for is not among the published: the search, and the ways in. */
export function missingPage(site: Site): Response {
  const title = "ページが見つかりません";
  const has = (section: PublicSection) => site.sections.includes(section);
  return page(
    <PublicPage site={site} title={title} description={title} isHidden>
      <div className="page section-first">
        <h1>{title}</h1>
        <div className="prose mt-4">
          <p>
            計画が新しくなって番号が変わったか、アドレスが正しくない可能性があります。
            {has("plan") && "知りたいことばで、計画の中をさがせます。"}
          </p>
        </div>
        {has("plan") && <SearchForm site={site} id="missing-q" className="search-large mt-6" />}
        <ul className="list-plain way-list mt-8">
          {has("plan") && (
            <li>
              <a href={hrefIn(site, "/plan")}>計画を読む</a>
            </li>
          )}
          {has("indicators") && (
            <li>
              <a href={hrefIn(site, "/indicators")}>進みぐあいを見る</a>
            </li>
          )}
          <li>
            <a href={hrefIn(site, "/")}>トップページへ</a>
          </li>
        </ul>
      </div>
    </PublicPage>,
    404,
  );
}
