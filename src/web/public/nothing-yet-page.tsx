import { page } from "#web/answer.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import type { PublicSection, Site } from "#web/site.ts";

interface Waiting {
  readonly title: string;
  readonly section: PublicSection;
}

/** Before the first publication: what will be here, and when. */
export function nothingYetPage(site: Site, { title, section }: Waiting): Response {
  return page(
    <PublicPage
      site={site}
      title={title}
      section={section}
      description={`${site.name}の総合計画。公表された計画は、まだありません。`}
    >
      <div className="page section-first">
        <h1>{title}</h1>
        <div className="nothing-yet">
          <p className="nothing-yet-title">公表された計画は、まだありません。</p>
          <p>
            {site.name}
            が計画や、計画の案を公表すると、その日からここで読めます。公表は「更新情報の配信」でもお知らせします。
          </p>
        </div>
      </div>
    </PublicPage>,
  );
}
