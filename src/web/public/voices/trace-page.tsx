import type { ReactNode } from "react";
import { figure } from "#kernel/figures.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { PublicPage } from "#web/ui/public-layout.tsx";
import type { Paging } from "#web/public/pager.tsx";
import { traceTitle } from "./addresses.ts";
import { figuresOf, type Figure } from "./figures.ts";
import { flowOf } from "./flow.ts";
import { FlowPicture } from "./flow-picture.tsx";
import type { PublicLedger, PublicTopic } from "./ledger.ts";
import { OccasionTable, Tallies, TalliesNote } from "./occasion-tallies.tsx";
import type { PlanPlaces } from "./places.ts";
import { TopicList } from "./topic-list.tsx";

interface TracePageProps {
  readonly site: Site;
  readonly ledger: PublicLedger;
  readonly places: PlanPlaces;
  readonly query: URLSearchParams;
  readonly chosen: readonly PublicTopic[];
  readonly paging: Paging;
}

/** What became of the voices: in figures, as a picture, topic by topic, and by the occasions that gathered them. */
export function TracePage(props: TracePageProps): ReactNode {
  const { site, ledger, places } = props;
  const flow = flowOf(ledger, places);
  return (
    <PublicPage
      site={site}
      title={traceTitle}
      detail={chosenWords(props)}
      section="voices"
      description={`${site.name}の計画づくりで届いた意見と、市の考え方、計画の変わったところ`}
    >
      <div className="page section-first">
        <h1>{traceTitle}</h1>
        <p className="lead">
          計画づくりでいただいた意見が、どう検討され、だれがいつ決め、計画のどの文章が変わったかを、一つずつたどれます。
        </p>
        <Figures figures={figuresOf(ledger)} />
        <NumberForm site={site} />
      </div>
      {flow.total > 0 && (
        <section className="page section" aria-labelledby="flow-title">
          <h2 id="flow-title">意見の流れ</h2>
          <p className="section-note mb-4">
            論点{figure(flow.total, 0)}件が、どの道すじで届き、市がどう対応し、計画のどこに関わるかです。
          </p>
          <FlowPicture flow={flow} />
        </section>
      )}
      <TopicList {...props} />
      <section className="page section" id="occasions" aria-labelledby="occasions-title">
        <h2 id="occasions-title" className="mb-4">
          募集・会合ごとの結果
        </h2>
        <OccasionTable site={site} editions={ledger.editions} />
        {ledger.editions.map((edition) => (
          <details key={edition.head.id} className="fold">
            <summary>{edition.snapshot.occasion.title}：受付の方法、区分、年代、地区</summary>
            <Tallies edition={edition} />
          </details>
        ))}
        <TalliesNote />
        <p className="mt-4">
          <a href={hrefIn(site, "/opendata#voices")}>意見と市の考え方を表（CSV）で受け取る</a>
        </p>
      </section>
    </PublicPage>
  );
}

function chosenWords({ query, paging }: TracePageProps): string {
  const words = query.get("q") ? `「${query.get("q")}」` : "";
  return `${words}${paging.number > 1 ? `${paging.number}ページ目` : ""}`;
}

function Figures({ figures }: { readonly figures: readonly Figure[] }): ReactNode {
  return (
    <dl className="figures">
      {figures.map(({ name, value, unit, source }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <b>{figure(value, 0)}</b>
            {unit}
            <span className="trace-note">{source}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** For those who know the number of a voice: on a receipt, in a table. */
function NumberForm({ site }: { readonly site: Site }): ReactNode {
  return (
    <form action={hrefIn(site, "/voices")} className="number-form no-print">
      <label htmlFor="number" className="field-label">
        意見の番号でたどる
      </label>
      <div className="actions">
        <input id="number" name="number" className="input input-short" inputMode="numeric" autoComplete="off" />
        <button className="button button-secondary">たどる</button>
      </div>
    </form>
  );
}
