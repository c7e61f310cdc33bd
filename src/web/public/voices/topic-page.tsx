import type { ReactNode } from "react";
import { Pager, partOf, type Paging } from "#web/public/pager.tsx";
import type { DocumentEdition } from "#web/public/documents/edition.ts";
import type { Site } from "#web/site.ts";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { occasionHref, topicHref, traceCrumb, voiceHref } from "./addresses.ts";
import { TopicChain } from "./chain.tsx";
import type { VoicesEdition } from "./edition.ts";
import type { PublicPoint, PublicTopic } from "./ledger.ts";
import type { PlanPlaces } from "./places.ts";
import { BackToList, CategoryBadge, MarksNote, UndecidedStamp } from "./topic-words.tsx";

interface TopicPageProps {
  readonly site: Site;
  readonly topic: PublicTopic;
  readonly edition: VoicesEdition | undefined;
  readonly places: PlanPlaces;
  readonly documents: readonly DocumentEdition[];
  /** Its points whose words may be read. */
  readonly points: readonly PublicPoint[];
  readonly paging: Paging;
}

/** How many points of one topic stand on a page. */
export const wordsPerPage = 50;

/** One topic: what the city makes of it and what changed, then the words of all who said so. */
export function TopicPage({ site, topic, edition, places, documents, points, paging }: TopicPageProps): ReactNode {
  const title = `${topic.number}番　${topic.title}`;
  return (
    <PublicPage
      site={site}
      title={title}
      section="voices"
      crumbs={[traceCrumb(site)]}
      publication={edition?.head}
      description={`${topic.points}件の意見をまとめたものと、市の考え方、計画の変わったところ`}
    >
      <div className="page section-first">
        <UndecidedStamp edition={edition} />
        <h1>{title}</h1>
        <p className="topic-facts mt-3">
          <CategoryBadge topic={topic} />
          <span>同じ趣旨の意見：{topic.points}件</span>
        </p>
        <From site={site} topic={topic} />
        {topic.changes.length > 0 && <MarksNote />}
        <section className="mt-8" aria-labelledby="course-title">
          <h2 id="course-title" className="text-[1.5rem]">
            ゆくえ
          </h2>
          {topic.response === "" && <p className="mt-2">市の考え方は、まだ示されていません。</p>}
          <TopicChain site={site} places={places} documents={documents} topic={topic} />
        </section>
        <section className="mt-12" id="words" aria-labelledby="words-title">
          <h2 id="words-title" className="text-[1.5rem]">
            寄せられたことば
          </h2>
          <Words site={site} topic={topic} points={points} paging={paging} />
        </section>
        <BackToList site={site} />
      </div>
    </PublicPage>
  );
}

function From({ site, topic }: Pick<TopicPageProps, "site" | "topic">): ReactNode {
  return (
    <ul className="list-plain way-list">
      {topic.from.map(({ occasion, points }) => (
        <li key={occasion.id}>
          <a href={occasionHref(site, occasion.id)}>
            {occasion.title}：{points}件
          </a>
        </li>
      ))}
    </ul>
  );
}

function Words({ site, topic, points, paging }: Omit<TopicPageProps, "places" | "documents" | "edition">): ReactNode {
  const rest = topic.points - points.length;
  return (
    <>
      <ul className="list-plain said-list">
        {partOf(points, paging).map(({ voice, words }, index) => (
          <li key={index}>
            <blockquote className="said">{words}</blockquote>
            <a href={voiceHref(site, voice.number)}>意見 {voice.number}番のゆくえ</a>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p className="mt-4">
          {points.length > 0 && "ほかに、"}文を公開していない意見が{rest}
          件あります。提出した人が公開を望まないか、公開しない理由があるものです。
        </p>
      )}
      <Pager
        label="ことばのページ"
        paging={paging}
        hrefOf={(number) => `${topicHref(site, topic.number)}?page=${number}#words`}
      />
    </>
  );
}
