import type { ReactNode } from "react";
import type { VoiceSnapshot } from "#domain/voices/published.ts";
import { ChangeWays } from "#web/public/documents/change-ways.tsx";
import type { DocumentEdition } from "#web/public/documents/edition.ts";
import { indicatorHref } from "#web/public/indicators/addresses.ts";
import { latestReading, targetReading } from "#web/public/indicators/readings.ts";
import type { Site } from "#web/site.ts";
import { topicHref } from "./addresses.ts";
import type { PublicTopic } from "./ledger.ts";
import type { PlanPlace, PlanPlaces } from "./places.ts";
import { Answer, CategoryBadge, ChangeText, DecisionWords, PlaceLink } from "./topic-words.tsx";

/** A link (段) of the chain from a voice to what is measured. */
interface Link {
  readonly key: string;
  readonly title: string;
  readonly content: ReactNode;
}

interface ChainProps {
  readonly site: Site;
  readonly places: PlanPlaces;
  /** The versions of plans' documents that may be read. */
  readonly documents: readonly DocumentEdition[];
}

/** What became of one point: words → topic → answer → decision → changed text → measure → indicators, as far as each exists. */
export function PointChain({
  point,
  topic,
  ...at
}: ChainProps & {
  readonly point: VoiceSnapshot["points"][number];
  readonly topic: PublicTopic | undefined;
}): ReactNode {
  const links = [wordsLink(point), ...(topic ? [topicLink(at.site, topic), ...topicLinks(at, topic)] : [])];
  return <Chain links={[...links, leftOutLink(point)]} />;
}

/** From the answer of a topic on. */
export function TopicChain({ topic, ...at }: ChainProps & { readonly topic: PublicTopic }): ReactNode {
  return <Chain links={topicLinks(at, topic)} />;
}

function Chain({ links }: { readonly links: readonly (Link | undefined)[] }): ReactNode {
  return (
    <ol className="list-plain chain">
      {links
        .filter((link) => link !== undefined)
        .map(({ key, title, content }) => (
          <li key={key}>
            <h3>{title}</h3>
            {content}
          </li>
        ))}
    </ol>
  );
}

function wordsLink({ words }: VoiceSnapshot["points"][number]): Link | undefined {
  if (words === "") return undefined;
  return { key: "words", title: "意見のこの部分", content: <blockquote className="said">{words}</blockquote> };
}

function leftOutLink({ exclusion }: VoiceSnapshot["points"][number]): Link | undefined {
  if (exclusion === "") return undefined;
  return { key: "leftOut", title: "対象外としました", content: <p>理由：{exclusion}</p> };
}

function topicLink(site: Site, topic: PublicTopic): Link {
  const content = (
    <p>
      <a href={topicHref(site, topic.number)}>
        {topic.number}番　{topic.title}
      </a>
      <span className="trace-note">同じ趣旨の意見は、あわせて{topic.points}件です。</span>
    </p>
  );
  return { key: "topic", title: "まとめた意見", content };
}

function topicLinks(at: ChainProps, topic: PublicTopic): (Link | undefined)[] {
  return [
    answerLink(topic),
    topic.decision
      ? {
          key: "decision",
          title: "決定",
          content: (
            <p>
              <DecisionWords decision={topic.decision} />
            </p>
          ),
        }
      : undefined,
    ...topic.changes.map((change): Link => ({
      key: `${change.nodeId}${change.field}`,
      title: "変わった文章",
      content: (
        <>
          <p>
            <PlaceLink {...at} node={{ ...change, id: change.nodeId }} />「{change.fieldLabel}」
          </p>
          <ChangeText change={change} />
          <ChangeWays site={at.site} editions={at.documents} change={change} />
        </>
      ),
    })),
    placeLink(at, topic),
    ...measuresOf(at.places, topic).map((place) => indicatorsLink(at.site, place)),
  ];
}

function answerLink(topic: PublicTopic): Link | undefined {
  const { response, division, from } = topic;
  if (response === "") return undefined;
  const isUse = from.every(({ occasion }) => occasion.duty === "classify");
  const content = (
    <>
      <p className="mb-2">
        <CategoryBadge topic={topic} />
      </p>
      <Answer text={response} />
      {division !== "" && <p className="trace-note">担当：{division}</p>}
    </>
  );
  return { key: "answer", title: isUse ? "どう生かしたか" : "市の考え方", content };
}

/** Where the topic's place in the plan is, unless a change already said so. */
function placeLink(at: ChainProps, { node, place, changes }: PublicTopic): Link | undefined {
  if (changes.some(({ nodeId }) => nodeId === node?.id) || (!node && place === "")) return undefined;
  const content = (
    <p>
      {node ? <PlaceLink {...at} node={node} /> : place}
      {node && place !== "" && <span className="trace-note">{place}</span>}
    </p>
  );
  return { key: "place", title: "計画の中の場所", content };
}

/** The nodes with indicators by which it will be seen whether the change works. */
function measuresOf(places: PlanPlaces, { node, changes }: PublicTopic): PlanPlace[] {
  const ids = new Set([...changes.map(({ nodeId }) => nodeId), ...(node ? [node.id] : [])]);
  return [...ids].flatMap((id) => places.get(id) ?? []).filter(({ branch }) => branch.node.indicators.length > 0);
}

function indicatorsLink(site: Site, { edition, branch }: PlanPlace): Link {
  const content = (
    <ul className="list-disc pl-6">
      {branch.node.indicators.map((indicator) => (
        <li key={indicator.id}>
          <a href={indicatorHref({ site, edition }, indicator)}>{indicator.name}</a>
          <span className="trace-note">
            最新：{latestReading(indicator).text}　目標：{targetReading(indicator).text}
          </span>
        </li>
      ))}
    </ul>
  );
  return { key: `indicators${branch.node.id}`, title: "効果の測り方（指標）", content };
}
