import type { ReactNode } from "react";
import { channelLabels, dutyLabels, type TopicSnapshot } from "#domain/voices/published.ts";
import { spanText } from "#web/public/consultations/words.ts";
import { Pager, partOf, type Paging } from "#web/public/pager.tsx";
import { hrefIn, type Site } from "#web/site.ts";
import { TableFrame } from "#web/ui/parts.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { occasionHref, topicHref, traceCrumb } from "./addresses.ts";
import type { VoicesEdition } from "./edition.ts";
import { answerFileNames } from "./occasion-files.ts";
import { Tallies, TalliesNote } from "./occasion-tallies.tsx";
import type { PlanPlaces } from "./places.ts";
import { CategoryBadge, ChangeText, DecisionWords, MarksNote, PlaceLink, UndecidedStamp } from "./topic-words.tsx";

interface OccasionPageProps {
  readonly site: Site;
  readonly edition: VoicesEdition;
  readonly places: PlanPlaces;
  readonly paging: Paging;
}

/** How many lines of the table stand on a page; the files have all. */
export const linesPerPage = 50;

/** The result of one occasion: how it was held, then what was said and what the city makes of it, as a table. */
export function OccasionPage({ site, edition, places, paging }: OccasionPageProps): ReactNode {
  const { head, snapshot } = edition;
  const { occasion, topics } = snapshot;
  const hasChanges = topics.some(({ changes }) => changes.length > 0);
  return (
    <PublicPage
      site={site}
      title={occasion.title}
      section="voices"
      crumbs={[traceCrumb(site)]}
      publication={head}
      description={`${occasion.title}に届いた意見と、市の考え方`}
    >
      <div className="page section-first results">
        <UndecidedStamp edition={edition} />
        <h1>{occasion.title}　意見と市の考え方</h1>
        <About site={site} edition={edition} />
        <section className="mt-12" aria-labelledby="table-title">
          <h2 id="table-title" className="text-[1.5rem]">
            意見の概要と市の考え方
          </h2>
          {topics.length === 0 && <p className="mt-2">まとめた意見はありません。</p>}
          {topics.length > 0 && <FileLinks site={site} edition={edition} />}
          <div className="my-2">{hasChanges && <MarksNote />}</div>
          {topics.length > 0 && (
            <ResultTable site={site} topics={partOf(topics, paging)} places={places} title={occasion.title} />
          )}
          <Pager
            label="表のページ"
            paging={paging}
            hrefOf={(number) => `${occasionHref(site, head.reference)}?page=${number}#table-title`}
          />
        </section>
      </div>
    </PublicPage>
  );
}

/** 実施概要: over which time, how, with how many voices. */
function About({ site, edition }: Pick<OccasionPageProps, "site" | "edition">): ReactNode {
  const { occasion, tallies, topics } = edition.snapshot;
  return (
    <section className="mt-6" aria-labelledby="about-title">
      <h2 id="about-title" className="text-[1.5rem]">
        実施の概要
      </h2>
      <dl className="facts">
        <Fact name="方法">
          {channelLabels[occasion.channel]}（{dutyLabels[occasion.duty]}）
        </Fact>
        <Fact name="期間">{spanText(occasion)}</Fact>
        <Fact name="計画">
          <a href={hrefIn(site, `/plan/${occasion.planSlug}`)}>{occasion.planName}</a>
        </Fact>
        <Fact name="意見の数">
          {tallies.voices}件（論点{tallies.points}件、まとめると{topics.length}件）
        </Fact>
      </dl>
      <Tallies edition={edition} />
      <TalliesNote />
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The same table, whole, as files: made from this very publication. */
function FileLinks({ site, edition }: Pick<OccasionPageProps, "site" | "edition">): ReactNode {
  return (
    <ul className="list-plain way-list no-print">
      {answerFileNames.map(({ file, label }) => (
        <li key={file}>
          <a href={`${occasionHref(site, edition.head.reference)}/${file}`}>この表を{label}で受け取る</a>
        </li>
      ))}
    </ul>
  );
}

interface ResultTableProps extends Pick<OccasionPageProps, "site" | "places"> {
  readonly topics: readonly TopicSnapshot[];
  readonly title: string;
}

/** On a phone every line stands as a card, its cells named by their heads. */
function ResultTable({ site, topics, places, title }: ResultTableProps): ReactNode {
  return (
    <TableFrame label={`${title}の結果の表`}>
      <table className="table result-table">
        <thead>
          <tr>
            {["番号", "該当箇所", "意見の概要", "件数", "市の考え方", "対応区分", "修正箇所"].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {topics.map((topic) => (
            <ResultRow key={topic.number} site={site} topic={topic} places={places} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

interface ResultRowProps extends Pick<OccasionPageProps, "site" | "places"> {
  readonly topic: TopicSnapshot;
}

function ResultRow({ site, topic, places }: ResultRowProps): ReactNode {
  return (
    <tr>
      <td className="number">
        <CellName>番号</CellName>
        {topic.number}
      </td>
      <td>
        {(topic.place !== "" || topic.node) && <CellName>該当箇所</CellName>}
        {topic.place}
        {topic.node && (
          <p>
            <PlaceLink site={site} places={places} node={topic.node} />
          </p>
        )}
      </td>
      <th scope="row">
        <CellName>意見の概要</CellName>
        <a href={topicHref(site, topic.number)}>{topic.title}</a>
      </th>
      <td className="number">
        <CellName>件数</CellName>
        {topic.points}
      </td>
      <td className="whitespace-pre-line">
        <CellName>市の考え方</CellName>
        {topic.response}
        {topic.decision && (
          <p className="trace-note">
            決定：
            <DecisionWords decision={topic.decision} />
          </p>
        )}
      </td>
      <td>
        <CellName>対応区分</CellName>
        <CategoryBadge topic={topic} />
      </td>
      <td>
        {topic.changes.length > 0 && <CellName>修正箇所</CellName>}
        {topic.changes.map((change) => (
          <div key={`${change.nodeId}${change.field}`}>
            <PlaceLink site={site} places={places} node={{ ...change, id: change.nodeId }} />「{change.fieldLabel}」
            <ChangeText change={change} />
          </div>
        ))}
      </td>
    </tr>
  );
}

/** The head again, for a phone, where the row of heads is out of sight. */
function CellName({ children }: { readonly children: string }): ReactNode {
  return (
    <span className="result-head" aria-hidden="true">
      {children}
    </span>
  );
}
