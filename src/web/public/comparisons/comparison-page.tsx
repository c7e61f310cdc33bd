import type { ReactNode } from "react";
import type { ComparisonTable } from "#export/comparison-paper/comparison-table.ts";
import { undecidedStamp } from "#domain/publication/published.ts";
import type { ComparisonRequest } from "#web/comparison-request.ts";
import { documentsCrumb, editionName } from "#web/public/documents/addresses.ts";
import type { DocumentEdition } from "#web/public/documents/edition.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { ComparisonView, VersionChoice } from "#web/ui/comparison-view.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";

interface Props {
  readonly site: Site;
  readonly editions: readonly DocumentEdition[];
  readonly request: ComparisonRequest;
  /** Undefined as long as there are no two versions. */
  readonly table: ComparisonTable | undefined;
}

/** Two published versions beside each other, with the opinions that changed them. */
export function ComparisonPage({ site, editions, request, table }: Props): ReactNode {
  const path = hrefIn(site, "/documents/compare");
  return (
    <PublicPage
      site={site}
      title="新旧対照表"
      section="plan"
      crumbs={[documentsCrumb(site)]}
      description={`${site.name}の計画書の二つの版をくらべ、変わったところと、そのもとになった意見を読む`}
    >
      <div className="page section-first">
        {table?.marks.includes(undecidedStamp) && <p className="stamp mb-4">{undecidedStamp}</p>}
        <h1>新旧対照表</h1>
        <p className="lead">計画書の二つの版を並べて、変わったところを示します。</p>
        {table ? (
          <>
            <VersionChoice
              action={path}
              request={request}
              versions={editions.map((edition) => ({ value: edition.head.reference, label: editionName(edition) }))}
            />
            <ComparisonView table={table} request={request} path={path} />
          </>
        ) : (
          <div className="nothing-yet">
            <p className="nothing-yet-title">くらべられる版が、まだありません。</p>
            <p>{site.name}が同じ計画の版を二つ公表すると、ここで変わったところを読めます。</p>
          </div>
        )}
      </div>
    </PublicPage>
  );
}
