import type { ReactNode } from "react";
import { occasionHref } from "#web/public/voices/addresses.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { Badge } from "#web/ui/parts.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import type { ConsultationEdition } from "./edition.ts";
import { consultationsTitle, kindLabel, spanText, standingText, toneOf } from "./words.ts";

interface Props {
  readonly site: Site;
  readonly editions: readonly ConsultationEdition[];
}

/** What one can take part in now, what is to come, and what became of what is over. */
export function ConsultationsPage({ site, editions }: Props): ReactNode {
  const inPhase = (...phases: readonly string[]) => editions.filter(({ phase }) => phases.includes(phase));
  return (
    <PublicPage
      site={site}
      title={consultationsTitle}
      section="voices"
      description={`${site.name}の計画づくりに意見をとどける：意見募集、懇談会、ワークショップ、提案の募集`}
    >
      <div className="page section-first">
        <h1>{consultationsTitle}</h1>
        <p className="lead">
          計画は、みなさんの声をきいて作ります。いただいた意見が、どう検討され、何が変わったかも、ここで公表します。
        </p>
        <p className="mt-3">
          <a href={hrefIn(site, "/voices")} className="forward-link">
            これまでの意見のゆくえを見る
          </a>
        </p>
        {editions.length === 0 && <NothingYet site={site} />}
        <Part site={site} id="open" title="いま受け付けているもの" editions={soonestFirst(inPhase("open"))} />
        <Part site={site} id="to-come" title="これから始まるもの" editions={inPhase("announced").toReversed()} />
        <Part site={site} id="closed" title="結果をまとめているもの" editions={inPhase("closed")} />
        <Part site={site} id="finished" title="結果を公表したもの" editions={inPhase("finished")} />
      </div>
    </PublicPage>
  );
}

/** What ends first stands first; what has no end stands last. */
export function soonestFirst(editions: readonly ConsultationEdition[]): readonly ConsultationEdition[] {
  return editions.toSorted((one, other) => endOf(one).localeCompare(endOf(other)));
}

function endOf({ snapshot }: ConsultationEdition): string {
  return snapshot.closesOn ?? "9999";
}

function NothingYet({ site }: { readonly site: Site }): ReactNode {
  return (
    <div className="nothing-yet">
      <p className="nothing-yet-title">いま募集しているものは、ありません。</p>
      <p>{site.name}が意見募集や懇談会を始めると、ここに載ります。始まりは「更新情報の配信」でもお知らせします。</p>
    </div>
  );
}

interface PartProps extends Props {
  readonly id: string;
  readonly title: string;
}

function Part({ site, id, title, editions }: PartProps): ReactNode {
  if (editions.length === 0) return null;
  return (
    <section className="mt-10" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="mb-4 text-[1.5rem]">
        {title}
      </h2>
      <ConsultationList site={site} editions={editions} />
    </section>
  );
}

/** Consultations as cards: what it is, until when, in a few words. */
export function ConsultationList({ site, editions }: Props): ReactNode {
  return (
    <ul className="list-plain consultation-list">
      {editions.map((edition) => (
        <li key={edition.head.id} className="card">
          <p className="consultation-standing">
            <Badge tone={toneOf(edition)}>{standingText(edition, site.clock.today())}</Badge>
            <span>{kindLabel(edition.snapshot)}</span>
          </p>
          <h3>
            <a href={hrefIn(site, `/consultations/${edition.head.reference}`)}>{edition.snapshot.title}</a>
          </h3>
          <p>{spanText(edition.snapshot)}</p>
          {edition.snapshot.summary !== "" && <p className="prose">{edition.snapshot.summary}</p>}
          {edition.results && (
            <p>
              <a href={occasionHref(site, edition.snapshot.occasionId)} className="forward-link">
                結果を見る（意見と市の考え方）
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
