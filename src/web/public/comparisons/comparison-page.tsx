import type { ReactNode } from "react";
import { keysThroughLineage, sectionKey, sectionPlaces } from "#domain/documents/published.ts";
import type { ComparisonTable } from "#export/comparison-paper/comparison-table.ts";
import { undecidedStamp } from "#domain/publication/published.ts";
import { warekiDate } from "#kernel/wareki.ts";
import type { ComparisonRequest } from "#web/comparison-request.ts";
import { comparisonHref, documentsCrumb, sectionHref } from "#web/public/documents/addresses.ts";
import type { DocumentEdition } from "#web/public/documents/edition.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { ComparisonView, VersionChoice } from "#web/ui/comparison-view.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";

export interface ComparedPair {
  readonly old: DocumentEdition;
  readonly fresh: DocumentEdition;
}

interface Props {
  readonly site: Site;
  readonly editions: readonly DocumentEdition[];
  readonly request: ComparisonRequest;
  /** Undefined as long as there are no two versions, or one of them is still to be chosen. */
  readonly compared: (ComparedPair & { readonly table: ComparisonTable }) | undefined;
}

/** Two published versions beside each other, with the opinions that changed them. */
export function ComparisonPage({ site, editions, request, compared }: Props): ReactNode {
  const title = compared ? `新旧対照表　${pairWords(compared)}` : "新旧対照表";
  return (
    <PublicPage
      site={site}
      title={title}
      section="plan"
      crumbs={[documentsCrumb(site)]}
      {...(compared && { canonical: comparisonHref(site, compared.old, compared.fresh) })}
      description={`${site.name}の計画書の二つの版をくらべ、変わったところと、そのもとになった意見を読む`}
    >
      <div className="page section-first">
        {compared?.table.marks.includes(undecidedStamp) && <p className="stamp mb-4">{undecidedStamp}</p>}
        <h1>{title}</h1>
        <p className="lead">計画書の二つの版を並べて、変わったところを示します。</p>
        {editions.length < 2 ? <NothingYet site={site} /> : <Comparing {...{ site, editions, request, compared }} />}
      </div>
    </PublicPage>
  );
}

/** 「骨子案から素案へ」; versions of two plans with the plans' names. */
function pairWords({ old, fresh }: ComparedPair): string {
  const [one, other] = [old.snapshot.content.plan.plan, fresh.snapshot.content.plan.plan];
  const [before, after] = [old.snapshot.version.name, fresh.snapshot.version.name];
  if (one.id === other.id) return `「${before}」から「${after}」へ`;
  return `「${one.name}　${before}」から「${other.name}　${after}」へ`;
}

function NothingYet({ site }: Pick<Props, "site">): ReactNode {
  return (
    <div className="nothing-yet">
      <p className="nothing-yet-title">くらべられる版が、まだありません。</p>
      <p>{site.name}が同じ計画の版を二つ公表すると、ここで変わったところを読めます。</p>
    </div>
  );
}

function Comparing({ site, editions, request, compared }: Props): ReactNode {
  const path = hrefIn(site, "/documents/compare");
  return (
    <>
      <VersionChoice
        action={path}
        request={request}
        versions={editions.map((edition) => ({ value: edition.head.reference, label: choiceWords(edition) }))}
      />
      {compared ? (
        <ComparisonView
          table={compared.table}
          request={request}
          path={path}
          reason={compared.fresh.snapshot.version.reason}
          sectionHref={sectionHrefs(site, compared)}
        />
      ) : (
        <p>くらべる版をもう一つ選び、「くらべる」を押してください。</p>
      )}
    </>
  );
}

/** What tells versions apart comes first: a telephone shows no more of it. */
function choiceWords({ snapshot: { version, content } }: DocumentEdition): string {
  return `${version.name}（第${version.number}版）　${warekiDate(version.frozenOn)}　${content.plan.plan.name}`;
}

/** Where the section behind a key of the comparison is read: in the newer version or, once it is gone, in the older one. */
function sectionHrefs(site: Site, { old, fresh }: ComparedPair): (key: string) => string | undefined {
  const keyOf = keysThroughLineage(fresh.snapshot.content, old.snapshot.content);
  const hrefs = new Map<string, string>();
  for (const [edition, toKey] of [[old, (key: string) => key] as const, [fresh, keyOf] as const]) {
    const { content } = edition.snapshot;
    const places = sectionPlaces(content);
    for (const section of content.sections)
      hrefs.set(toKey(sectionKey(section)), sectionHref(site, edition, places.get(section.id) ?? ""));
  }
  return (key) => hrefs.get(key);
}
