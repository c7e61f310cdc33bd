import type { ReactNode } from "react";
import { wordsOf } from "#kernel/folding.ts";
import { currentOf, type Edition } from "#web/public/editions.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { nodeHref } from "#web/public/plan/addresses.ts";
import { codeAndTitle } from "#web/public/plan/branches.ts";
import { Badge } from "#web/ui/parts.tsx";
import { SearchForm } from "#web/ui/public-header.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { excerpt, marked, type Piece } from "./marking.ts";
import type { Group, Hit, Suggestion } from "./search.ts";

export const groupsPerPage = 20;

export interface SearchPageProps {
  readonly site: Site;
  readonly editions: readonly Edition[];
  readonly query: string;
  readonly groups: readonly Group[];
  readonly suggestions: readonly Suggestion[];
  /** Which page of results, from 1. */
  readonly number: number;
}

/** What was found for a query, measure (施策) by measure; or, before one was asked, where to begin. */
export function SearchPage(props: SearchPageProps): ReactNode {
  const { site, query, groups, number, editions } = props;
  const shown = groups.slice((number - 1) * groupsPerPage, number * groupsPerPage);
  const words = wordsOf(query);
  return (
    <PublicPage
      site={site}
      title="さがす"
      detail={query === "" ? undefined : `「${query}」${number > 1 ? `${number}ページ目` : ""}`}
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
            「{query}」が
            {groups.length > 0 ? `${groups.length}件の施策などで見つかりました。` : "見つかりませんでした。"}
          </p>
        )}
        {words.length > 0 && groups.length === 0 && <NothingFound {...props} />}
        {shown.length > 0 && (
          <ol className="list-plain mt-4">
            {shown.map((group) => (
              <Found key={group.measure.id} site={site} group={group} words={words} isNamed={editions.length > 1} />
            ))}
          </ol>
        )}
        <Pages {...props} />
      </div>
    </PublicPage>
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

function Marked({ pieces }: { readonly pieces: readonly Piece[] }): ReactNode {
  return pieces.map((piece, index) => (piece.isHit ? <mark key={index}>{piece.text}</mark> : piece.text));
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

function Pages({ site, query, groups, number }: SearchPageProps): ReactNode {
  const last = Math.ceil(groups.length / groupsPerPage);
  if (last <= 1) return null;
  return (
    <nav aria-label="検索結果のページ" className="actions mt-6">
      {number > 1 && (
        <a className="button button-secondary" href={searchHref(site, query, number - 1)}>
          前の{groupsPerPage}件
        </a>
      )}
      <span>
        {last}ページ中{number}ページ
      </span>
      {number < last && (
        <a className="button button-secondary" href={searchHref(site, query, number + 1)}>
          次の{groupsPerPage}件
        </a>
      )}
    </nav>
  );
}

function searchHref(site: Site, query: string, number = 1): string {
  const parameters = new URLSearchParams(number > 1 ? { q: query, page: String(number) } : { q: query });
  return hrefIn(site, `/search?${parameters}`);
}
