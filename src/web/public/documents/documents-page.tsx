import type { ReactNode } from "react";
import { grouped } from "#kernel/grouped.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { comparisonHref, documentHref, documentsTitle } from "./addresses.ts";
import type { DocumentEdition } from "./edition.ts";
import { OpennessMark } from "./version-head.tsx";

interface Props {
  readonly site: Site;
  readonly editions: readonly DocumentEdition[];
}

/** All published versions of the plans' documents, plan by plan, the newest first, each beside the one before it. */
export function DocumentsPage({ site, editions }: Props): ReactNode {
  const byPlan = [...grouped(editions, ({ snapshot }) => snapshot.content.plan.plan.id).values()];
  return (
    <PublicPage
      site={site}
      title={documentsTitle}
      section="plan"
      description={`${site.name}の計画書の骨子案、素案、最終案などを、公表した版ごとに読み、くらべる`}
    >
      <div className="page section-first">
        <h1>{documentsTitle}</h1>
        <p className="lead">
          計画は、案の段階から公表します。どの版も、公表したときのまま残り、あとから変わることはありません。
        </p>
        {byPlan.length === 0 && <NothingYet site={site} />}
        {byPlan.map((own) => (
          <PlanVersions key={own[0]?.head.id} site={site} editions={own} />
        ))}
      </div>
    </PublicPage>
  );
}

function NothingYet({ site }: { readonly site: Site }): ReactNode {
  return (
    <div className="nothing-yet">
      <p className="nothing-yet-title">公表された版は、まだありません。</p>
      <p>
        {site.name}
        が骨子案や素案を公表すると、ここで読み、前の版とくらべられます。公表は「更新情報の配信」でもお知らせします。
      </p>
      <p className="mt-3">
        <a href={hrefIn(site, "/formulation")}>計画づくりの進みぐあいを見る</a>
      </p>
    </div>
  );
}

function PlanVersions({ site, editions }: Props): ReactNode {
  const [newest] = editions;
  if (!newest) return null;
  const { plan } = newest.snapshot.content.plan;
  return (
    <section className="mt-10" aria-labelledby={`plan-${plan.slug}`}>
      <h2 id={`plan-${plan.slug}`} className="text-[1.5rem]">
        {plan.name}
      </h2>
      <ul className="list-plain mt-4">
        {editions.map((edition, index) => (
          <VersionLine key={edition.head.id} site={site} edition={edition} before={editions[index + 1]} />
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  readonly site: Site;
  readonly edition: DocumentEdition;
  readonly before: DocumentEdition | undefined;
}

function VersionLine({ site, edition, before }: LineProps): ReactNode {
  const { version } = edition.snapshot;
  return (
    <li className="version-line">
      <p>
        <a href={documentHref(site, edition)} className="text-[1.125rem] font-bold">
          {version.name}
        </a>
        <OpennessMark edition={edition} />
      </p>
      <p className="mt-1">
        {dateWithBoth(version.frozenOn)}　{version.reason}
      </p>
      {before && (
        <p className="mt-1">
          <a href={comparisonHref(site, before, edition)}>
            {before.snapshot.version.name}から変わったところ（新旧対照表）
          </a>
        </p>
      )}
    </li>
  );
}
