import type { ReactNode } from "react";
import { wordsOf } from "#kernel/folding.ts";
import { currentOf, type Edition } from "#web/public/editions.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { Pager, partOf, type Paging } from "#web/public/pager.tsx";
import { nodeHref } from "#web/public/plan/addresses.ts";
import { codeAndTitle } from "#web/public/plan/branches.ts";
import type { PublicTopic } from "#web/public/voices/ledger.ts";
import { TopicItem } from "#web/public/voices/topic-list.tsx";
import { Badge } from "#web/ui/parts.tsx";
import { SearchForm } from "#web/ui/public-header.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { excerpt, marked } from "./marking.ts";
import type { OtherHit } from "./elsewhere.ts";
import { FoundElsewhere, Marked } from "./found-elsewhere.tsx";
import type { Group, Hit, Suggestion } from "./search.ts";

export const groupsPerPage = 20;

export interface SearchPageProps {
  readonly site: Site;
  readonly editions: readonly Edition[];
  readonly query: string;
  readonly groups: readonly Group[];
  readonly suggestions: readonly Suggestion[];
  /** What was said and answered (意見と市の考え方) with these words. */
  readonly topics: readonly PublicTopic[];
  /** What was found in the statistics and the strategies. */
  readonly others: readonly OtherHit[];
  /** Which part of the results. */
  readonly paging: Paging;
}

/** What was found for a query, measure (施策) by measure; or, before one was asked, where to begin. */
export function SearchPage(props: SearchPageProps): ReactNode {
  const { site, query, groups, topics, others, paging, editions } = props;
  const shown = partOf(groups, paging);
  const words = wordsOf(query);
  return (
    <PublicPage
      site={site}
      title="さがす"
      detail={query === "" ? undefined : `「${query}」${paging.number > 1 ? `${paging.number}ページ目` : ""}`}
      description={`${site.name}の総合計画の中を、知りたいことばでさがす`}
      publication={currentOf(editions)?.head}
      query={query}
      isHidden
    >
      <div className="page section-first">
        <h1>計画の中をさがす</h1>
        <SearchForm site={site} id="page-q" query={query} className="search-large mt-6" />
        {words.length === 0 && <Beginning site={site} editions={editions} />}
        {words.length > 0 && (
          <p className="mt-6 font-bold" role="status">
            「{query}」が{foundWords(props)}
          </p>
        )}
        {words.length > 0 && groups.length + topics.length + others.length === 0 && <NothingFound {...props} />}
        {shown.length > 0 && (
          <ol className="list-plain mt-4">
            {shown.map((group) => (
              <Found key={group.measure.id} site={site} group={group} words={words} isNamed={editions.length > 1} />
            ))}
          </ol>
        )}
        <Pager label="検索結果のページ" paging={paging} hrefOf={(number) => searchHref(site, query, number)} />
        <FoundTopics {...props} />
        <FoundElsewhere site={site} others={others} words={words} />
      </div>
    </PublicPage>
  );
}

function foundWords({ groups, topics, others }: SearchPageProps): string {
  const places = [
    groups.length > 0 ? `${groups.length}件の施策など` : "",
    topics.length > 0 ? `${topics.length}件の意見` : "",
    others.length > 0 ? `計画書・統計・総合戦略の${others.length}件` : "",
  ].filter(Boolean);
  return places.length > 0 ? `${places.join("、")}で見つかりました。` : "見つかりませんでした。";
}

const topicsShown = 5;

/** What was said and answered with these words: the first few, and the way to all. */
function FoundTopics({ site, query, topics }: SearchPageProps): ReactNode {
  if (topics.length === 0) return null;
  return (
    <section className="mt-12" aria-labelledby="found-topics">
      <h2 id="found-topics" className="text-[1.5rem]">
        意見と市の考え方
      </h2>
      <ol className="list-plain topic-list">
        {topics.slice(0, topicsShown).map((topic) => (
          <TopicItem key={topic.number} site={site} topic={topic} />
        ))}
      </ol>
      {topics.length > topicsShown && (
        <p className="mt-4">
          <a href={hrefIn(site, `/voices?${new URLSearchParams({ q: query })}#list`)}>
            意見と市の考え方をすべて見る（{topics.length}件）
          </a>
        </p>
      )}
    </section>
  );
}

interface FoundProps {
  readonly site: Site;
  readonly group: Group;
  readonly words: readonly string[];
  /** Whether the plan's name is said: there are several. */
  readonly isNamed: boolean;
}

function Found({ site, group, words, isNamed }: FoundProps): ReactNode {
  const { edition, measure, hits } = group;
  const level = edition.snapshot.levels.find(({ depth }) => depth === measure.depth)?.name ?? "";
  const own = hits.find((hit) => hit.node === measure);
  const below = hits.filter((hit) => hit.node !== measure);
  return (
    <li className="border-t border-solid-gray-200 py-5">
      <p className="text-[0.875rem] text-solid-gray-700">
        {level}
        {isNamed && `（${edition.snapshot.plan.name}）`}
        {edition.head.openness === "discussion" && <span className="stamp ml-2">未確定</span>}
      </p>
      <h2 className="mt-1 text-[1.25rem]">
        <a href={nodeHref({ site, edition }, measure)}>
          <Marked pieces={marked(codeAndTitle(measure), words)} />
        </a>
      </h2>
      {measure.keyword !== "" && (
        <p className="mt-1">
          <Badge>
            <Marked pieces={marked(measure.keyword, words)} />
          </Badge>
        </p>
      )}
      {own && <Excerpts hit={own} words={words} />}
      {below.map((hit) => (
        <div key={hit.node.id} className="mt-3 border-l-4 border-solid-gray-200 pl-4">
          <p className="font-bold">
            <a href={nodeHref({ site, edition }, hit.node)}>
              <Marked pieces={marked(codeAndTitle(hit.node), words)} />
            </a>
          </p>
          <Excerpts hit={hit} words={words} />
        </div>
      ))}
    </li>
  );
}

/** At most two texts in which the words stand; title and keyword are already to be seen. */
function Excerpts({ hit, words }: { readonly hit: Hit; readonly words: readonly string[] }): ReactNode {
  const texts = hit.texts.filter(({ place }) => place === "indicator" || place === "text").slice(0, 2);
  if (texts.length === 0) return null;
  return (
    <dl className="mt-2">
      {texts.map((each) => (
        <div key={each.label + each.text} className="mt-1">
          <dt className="text-[0.875rem] text-solid-gray-700">{each.label}</dt>
          <dd className="m-0">
            <Marked pieces={excerpt(each.text, words) ?? []} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function NothingFound({ site, suggestions, editions }: SearchPageProps): ReactNode {
  return (
    <>
      {suggestions.length > 0 && (
        <>
          <h2 className="mt-6 text-[1.25rem]">このことばなら見つかります</h2>
          <ul className="list-plain actions mt-3">
            {suggestions.map((each) => (
              <li key={each.query}>
                <a className="button button-secondary" href={searchHref(site, each.query)}>
                  {each.query}（{each.count}件）
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <Beginning site={site} editions={editions} />
    </>
  );
}

/** The plan's own keywords as a way in. */
function Beginning({ site, editions }: { readonly site: Site; readonly editions: readonly Edition[] }): ReactNode {
  const keywords = editions
    .flatMap(({ snapshot }) => snapshot.nodes.map((node) => node.keyword))
    .filter((word) => word !== "");
  const ways = [...new Set(keywords)].slice(0, 40);
  if (editions.length === 0)
    return <p className="mt-6">公表された計画は、まだありません。公表されると、ここでさがせます。</p>;
  if (ways.length === 0) return null;
  return (
    <>
      <h2 className="mt-8 text-[1.25rem]">計画に出てくることば</h2>
      <ul className="list-plain mt-3 flex flex-wrap gap-x-5">
        {ways.map((word) => (
          <li key={word}>
            <a className="inline-block py-2.5" href={searchHref(site, word)}>
              {word}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function searchHref(site: Site, query: string, number = 1): string {
  const parameters = new URLSearchParams(number > 1 ? { q: query, page: String(number) } : { q: query });
  return hrefIn(site, `/search?${parameters}`);
}
