import type { ReactNode } from "react";
import { sdgGoals } from "#domain/plan/published.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { PublicPage } from "#web/ui/public-layout.tsx";
import type { DeclarationEdition } from "./edition.ts";
import { DeclarationWords } from "./together-section.tsx";

export const declarationsTitle = "ともに進める人たち";

interface Props {
  readonly site: Site;
  readonly editions: readonly DeclarationEdition[];
  /** Whether a plan is public for which one can declare something. */
  readonly canDeclare: boolean;
}

/** Who declared to carry the plan out with the city, and how to do so. */
export function DeclarationsPage({ site, editions, canDeclare }: Props): ReactNode {
  const shown = editions.filter(({ snapshot }) => snapshot.declarations.length > 0);
  return (
    <PublicPage
      site={site}
      title={declarationsTitle}
      section="sdgs"
      publication={shown[0]?.head}
      description={`${site.name}の計画をともに進める事業者・団体の宣言`}
    >
      <div className="page section-first">
        <h1>{declarationsTitle}</h1>
        <p className="lead">
          計画は、市だけでは進みません。市内の事業者や団体が、SDGsと施策のために自分たちで取り組むことを宣言しています。
        </p>
        {canDeclare && <Ways site={site} />}
        {shown.length === 0 && (
          <div className="nothing-yet">
            <p className="nothing-yet-title">公表した宣言は、まだありません。</p>
            <p>届いた宣言を市が確かめて公表すると、ここに載ります。</p>
          </div>
        )}
        {shown.map((edition) => (
          <OfPlan key={edition.head.id} site={site} edition={edition} />
        ))}
      </div>
    </PublicPage>
  );
}

function Ways({ site }: { readonly site: Site }): ReactNode {
  return (
    <p className="actions mt-6 no-print">
      <a className="button" href={hrefIn(site, "/declarations/new")}>
        宣言する
      </a>
      <a className="button button-secondary" href={hrefIn(site, "/declarations/receipt")}>
        受付番号で、自分の宣言を見る
      </a>
    </p>
  );
}

function OfPlan({
  site,
  edition: { snapshot, head },
}: {
  readonly site: Site;
  readonly edition: DeclarationEdition;
}): ReactNode {
  const id = `plan-${head.reference}`;
  const data = hrefIn(site, `/opendata/declarations/${head.reference}/declarations.csv`);
  return (
    <section className="mt-10" aria-labelledby={id}>
      <h2 id={id} className="text-[1.5rem]">
        {snapshot.plan.name}の宣言（{snapshot.declarations.length}件）
      </h2>
      <ul className="list-plain proposal-list mt-4">
        {snapshot.declarations.map((declaration) => (
          <li key={declaration.number} id={`declaration-${declaration.number}`} className="card">
            <DeclarationWords declaration={declaration} />
            <p>SDGs：{goalsOf(declaration)}</p>
            {declaration.measures.length > 0 && (
              <p>
                施策：
                {declaration.measures.map(({ id: measure, code, title }) => (
                  <a
                    key={measure}
                    className="mr-3"
                    href={hrefIn(site, `/plan/${snapshot.plan.slug}/${encodeURIComponent(code)}`)}
                  >
                    {code} {title}
                  </a>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-4">
        <a href={data}>宣言の一覧をCSVで受け取る</a>
      </p>
    </section>
  );
}

export function goalsOf({ goals }: { readonly goals: readonly number[] }): string {
  const names = new Map(sdgGoals.map(({ number, name }) => [number, name]));
  return goals.map((goal) => `${goal} ${names.get(goal) ?? ""}`).join("、");
}
