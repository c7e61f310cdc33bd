import type { ReactNode } from "react";
import { grouped } from "#kernel/grouped.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { comparisonHref, documentHref, documentsTitle } from "./addresses.ts";
import type { DocumentEdition, EndedDocument } from "./edition.ts";
import { OpennessMark } from "./version-head.tsx";

interface Props {
  readonly site: Site;
  readonly editions: readonly DocumentEdition[];
  /** Those that may no longer be read. */
  readonly ended: readonly EndedDocument[];
  /** What each plan is called, by its word in addresses. */
  readonly planNames: ReadonlyMap<string, string>;
}

/** All published versions of the plans' documents, plan by plan, the newest first, each beside the one before it. */
export function DocumentsPage({ site, editions, ended, planNames }: Props): ReactNode {
  const byPlan = grouped(editions, ({ snapshot }) => snapshot.content.plan.plan.slug);
  const endedByPlan = grouped(ended, ({ planSlug }) => planSlug);
  const slugs = [...new Set([...byPlan.keys(), ...endedByPlan.keys()])];
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
        {slugs.length === 0 && <NothingYet site={site} />}
        {slugs.map((slug) => (
          <PlanVersions
            key={slug}
            site={site}
            slug={slug}
            name={planNames.get(slug) ?? "計画"}
            editions={byPlan.get(slug) ?? []}
            ended={endedByPlan.get(slug) ?? []}
          />
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

interface PlanProps extends Omit<Props, "planNames"> {
  readonly slug: string;
  readonly name: string;
}

function PlanVersions({ site, slug, name, editions, ended }: PlanProps): ReactNode {
  return (
    <section className="mt-10" aria-labelledby={`plan-${slug}`}>
      <h2 id={`plan-${slug}`} className="text-[1.5rem]">
        {name}
      </h2>
      <ul className="list-plain mt-4">
        {editions.map((edition, index) => (
          <VersionLine key={edition.head.id} site={site} edition={edition} before={editions[index + 1]} />
        ))}
        {ended.map(({ head, act, day, reason }) => (
          <li key={head.id} className="version-line">
            <p className="font-bold">{head.label}</p>
            <p className="mt-1">
              {dateWithBoth(day)}に{act}。理由：{reason}
            </p>
          </li>
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
