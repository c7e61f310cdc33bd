import type { ReactNode } from "react";
import type { PublicationHead } from "#domain/publication/published.ts";
import { countOf } from "#kernel/counting.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { periodLabel } from "#kernel/period.ts";
import { hrefIn } from "#web/site.ts";
import { comparableCount, indicatorsUnder, pictureOf } from "#web/public/indicators/goal-progress.ts";
import { Standing } from "#web/public/indicators/indicators-page.tsx";
import { diagramHref, type Reading } from "#web/public/plan/addresses.ts";
import type { ConsultationEdition } from "#web/public/consultations/edition.ts";
import { branchesOf, type Branch } from "#web/public/plan/branches.ts";
import type { FormulationEdition } from "#web/public/formulation/edition.ts";
import { EditionHistory, EditionNotice } from "#web/public/plan/edition-notice.tsx";
import { countsOf } from "#web/public/plan/plan-page.tsx";
import { ChangedByVoices } from "#web/public/voices/changed-by-voices.tsx";
import type { PublicLedger } from "#web/public/voices/ledger.ts";
import { Icon } from "#web/ui/icons.tsx";
import { SearchForm } from "#web/ui/public-header.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { everydayWords } from "./everyday-words.ts";
import { GoalCard } from "./goal-card.tsx";
import { Landscape } from "./landscape.tsx";
import { MakingWords } from "./making-words.tsx";
import { NowSection } from "./now-section.tsx";
import { planOf } from "./published-heads.ts";
import { timelineOf } from "./timeline.ts";
import { TimelineList } from "./timeline-list.tsx";

interface HomePageProps {
  readonly reading: Reading;
  /** Every publication of a plan or of a version of its document, the newest first. */
  readonly heads: readonly PublicationHead[];
  /** What each plan is called, by its word in addresses. */
  readonly planNames: ReadonlyMap<string, string>;
  readonly consultations: readonly ConsultationEdition[];
  /** What became of people's words, as far as it is published. */
  readonly ledger: PublicLedger;
  /** Where the plans stand that are being made. */
  readonly formulations: readonly FormulationEdition[];
}

const latestShown = 5;
const wordsShown = 8;

/** The entrance: what the city wants to become, a box to find one's own matter, the goals, how it goes, where it is. */
export function HomePage(props: HomePageProps): ReactNode {
  const { reading, heads, planNames, consultations, ledger, formulations } = props;
  const { site, edition } = reading;
  const { plan } = edition.snapshot;
  const roots = branchesOf(edition.snapshot);
  const own = heads.filter((head) => planOf(head) === edition.head.reference);
  return (
    <PublicPage
      site={site}
      title=""
      publication={edition.head}
      description={`${plan.name}を読む、さがす、進みぐあいを見る。計画の期間は${periodLabel(plan)}です。`}
    >
      <Hero reading={reading} roots={roots} formulations={formulations} />
      <NowSection site={reading.site} consultations={consultations} />
      <section className="page section" aria-labelledby="goals-title">
        <h2 id="goals-title">{countOf(roots.length, roots[0]?.levelName ?? "")}</h2>
        {roots.some(pictureOf) && (
          <p className="section-note">
            図は、折れ線がこれまでの実績、ひし形が目標です。
            {`${fiscalYearLabel(plan.endYear)}は、${plan.endYear}年度です。`}
          </p>
        )}
        <ul className="list-plain goal-grid">
          {roots.map((goal) => (
            <GoalCard key={goal.node.id} reading={reading} goal={goal} />
          ))}
          <li className="goal-card goal-card-all">
            <p>{countsOf(roots)}を、1枚の図で見られます。</p>
            <p>
              <a href={diagramHref(reading)} className="forward-link">
                体系図を見る
                <Icon name="forward" />
              </a>
            </p>
          </li>
        </ul>
      </section>
      <ChangedByVoices site={site} ledger={ledger} />
      <ProgressSection reading={reading} roots={roots} />
      <section className="page section" aria-labelledby="timeline-title">
        <h2 id="timeline-title">計画のあゆみ</h2>
        <TimelineList site={site} steps={timelineOf(own, plan, site.clock.today())} />
        {formulations.length > 0 && (
          <p className="mt-4">
            <a href={hrefIn(site, "/formulation")} className="forward-link">
              計画づくりの進み方を見る
              <Icon name="forward" />
            </a>
          </p>
        )}
      </section>
      <section className="page section" aria-labelledby="latest-title">
        <h2 id="latest-title">新しく公表したもの</h2>
        <EditionHistory site={site} heads={heads.slice(0, latestShown)} planNames={planNames} />
      </section>
    </PublicPage>
  );
}

interface HeroProps extends Pick<HomePageProps, "reading" | "formulations"> {
  readonly roots: readonly Branch[];
}

function Hero({ reading, roots, formulations }: HeroProps): ReactNode {
  const { site, edition } = reading;
  const { plan } = edition.snapshot;
  return (
    <div className="hero">
      <div className="page">
        <EditionNotice {...reading} />
        <h1 className="hero-title">
          {plan.vision !== "" && <span className="hero-label">{site.name}がめざすまちの姿</span>}
          {visionLines(plan.vision || plan.name).map((line) => (
            <span key={line} className="hero-line">
              {line}
            </span>
          ))}
        </h1>
        <p className="hero-text">
          総合計画は、どんなまちをめざし、そのために何をするかを定めた、市のいちばんもとになる計画です。
          {countsOf(roots)}で、
          {periodLabel(plan)}の取組を示しています。
        </p>
        <MakingWords site={site} formulations={formulations} />
        <Find reading={reading} />
      </div>
      <Landscape />
    </div>
  );
}

/** A vision is often written in two breaths, parted by a full-width space: so it is set in lines. */
function visionLines(vision: string): readonly string[] {
  return vision.split("\u3000").filter((line) => line !== "");
}

/** The search box with words that are sure to find something. */
function Find({ reading: { site, edition } }: { readonly reading: Reading }): ReactNode {
  return (
    <div className="find">
      <p className="find-title" id="find-title">
        知りたいことばでさがす
      </p>
      <SearchForm site={site} id="home-q" label="知りたいことばでさがす" className="search-large" />
      <ul className="list-plain find-words" aria-label="ことばの例">
        {everydayWords(edition.snapshot, wordsShown).map((word) => (
          <li key={word}>
            <a href={hrefIn(site, `/search?q=${encodeURIComponent(word)}`)}>{word}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How it goes: only counts of plain facts, and the way to check them. */
function ProgressSection({
  reading,
  roots,
}: {
  readonly reading: Reading;
  readonly roots: readonly Branch[];
}): ReactNode {
  const indicators = roots.flatMap(indicatorsUnder);
  if (indicators.length === 0) return null;
  return (
    <section className="page section" aria-labelledby="progress-title">
      <h2 id="progress-title">進みぐあい</h2>
      <p className="section-note">
        まちの変化を測る{indicators.length}の指標
        {comparableCount(indicators) > 0 && "が、目標に対してどこにあるかを数えました"}。
      </p>
      <Standing reading={reading} indicators={indicators} />
      <p className="mt-4">
        <a href={hrefIn(reading.site, "/indicators")} className="forward-link">
          すべての指標を見る
          <Icon name="forward" />
        </a>
      </p>
    </section>
  );
}
