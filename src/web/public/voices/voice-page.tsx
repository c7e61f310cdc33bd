import type { ReactNode } from "react";
import { channelLabels, wayLabels } from "#domain/voices/published.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { Pager, partOf, type Paging } from "#web/public/pager.tsx";
import type { DocumentEdition } from "#web/public/documents/edition.ts";
import type { Site } from "#web/site.ts";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { occasionHref, topicHref, traceCrumb, voiceHref } from "./addresses.ts";
import { PointChain } from "./chain.tsx";
import type { VoicesEdition } from "./edition.ts";
import { withheldReason, type PublicLedger, type PublicVoice } from "./ledger.ts";
import type { PlanPlaces } from "./places.ts";
import { BackToList, MarksNote, UndecidedStamp } from "./topic-words.tsx";

interface VoicePageProps {
  readonly site: Site;
  readonly ledger: PublicLedger;
  readonly places: PlanPlaces;
  readonly documents: readonly DocumentEdition[];
  readonly voice: PublicVoice;
  readonly edition: VoicesEdition | undefined;
  readonly paging: Paging;
}

/** How many points of one voice stand on a page. */
export const pointsPerPage = 20;

/** The public trace of one voice: what was said, and point by point what became of it. */
export function VoicePage(props: VoicePageProps): ReactNode {
  const { site, ledger, voice, edition, paging } = props;
  const title = `意見 ${voice.number}番のゆくえ`;
  const isMarked = voice.points.some(
    ({ topicNumber }) => (ledger.topicBy.get(topicNumber ?? 0)?.changes ?? []).length > 0,
  );
  return (
    <PublicPage
      site={site}
      title={title}
      section="voices"
      crumbs={[traceCrumb(site)]}
      publication={edition?.head}
      description={`${voice.occasion.title}に届いた意見${voice.number}番に、市がどう答え、計画の何が変わったか`}
      isHidden={voice.hiddenReason !== ""}
    >
      <div className="page section-first">
        <UndecidedStamp edition={edition} />
        <h1>{title}</h1>
        <Facts site={site} voice={voice} />
        <Words voice={voice} />
        <Joined {...props} />
        {isMarked && <MarksNote />}
        {partOf(voice.points, paging).map((point, index) => (
          <PointTrace key={index} {...props} point={point} place={(paging.number - 1) * paging.size + index + 1} />
        ))}
        <Pager
          label="論点のページ"
          paging={paging}
          hrefOf={(number) => `${voiceHref(site, voice.number)}?page=${number}`}
        />
        <BackToList site={site} />
      </div>
    </PublicPage>
  );
}

function Facts({ site, voice }: Pick<VoicePageProps, "site" | "voice">): ReactNode {
  const { occasion } = voice;
  return (
    <dl className="facts">
      <div>
        <dt>届いた日</dt>
        <dd>{dateWithBoth(voice.receivedOn)}</dd>
      </div>
      <div>
        <dt>届き方</dt>
        <dd>
          {channelLabels[occasion.channel]}（{wayLabels[voice.way]}）
        </dd>
      </div>
      <div>
        <dt>募集・会合</dt>
        <dd>
          <a href={occasionHref(site, occasion.id)}>{occasion.title}</a>
        </dd>
      </div>
    </dl>
  );
}

/** The words as far as they are public, or why they are not. */
function Words({ voice }: Pick<VoicePageProps, "voice">): ReactNode {
  return (
    <section className="mt-8" aria-labelledby="words-title">
      <h2 id="words-title" className="text-[1.5rem]">
        意見の文
      </h2>
      {voice.text !== null && <blockquote className="said whitespace-pre-line">{voice.text}</blockquote>}
      {voice.text?.includes("■") && (
        <p className="trace-note">■は、個人が分かるところなど、公開しない文字を隠したものです。</p>
      )}
      {voice.text === null && <p className="mt-2">{withheldWords(voice)}</p>}
    </section>
  );
}

function withheldWords(voice: PublicVoice): string {
  const why = `この意見の文は、公開していません。理由：${withheldReason(voice)}`;
  return voice.hiddenReason !== "" ? why : `${why}。市の考え方は、文を公開しない意見にも同じように示しています。`;
}

/** 同じ意見です: the topic that it joins. */
function Joined({ site, ledger, voice }: VoicePageProps): ReactNode {
  const topic = ledger.topicBy.get(voice.joinsTopicNumber ?? 0);
  if (!topic) return null;
  return (
    <p className="mt-4">
      「同じ意見です」として届きました：
      <a href={topicHref(site, topic.number)}>
        {topic.number}番　{topic.title}
      </a>
    </p>
  );
}

interface PointTraceProps extends VoicePageProps {
  readonly point: PublicVoice["points"][number];
  /** Which point of the voice it is, from 1. */
  readonly place: number;
}

function PointTrace({ site, ledger, places, documents, voice, point, place }: PointTraceProps): ReactNode {
  const topic = ledger.topicBy.get(point.topicNumber ?? 0);
  if (!topic && point.exclusion === "") return null;
  return (
    <section className="mt-8" aria-labelledby={`point-${place}`}>
      <h2 id={`point-${place}`} className="text-[1.5rem]">
        {voice.points.length > 1 ? `論点${place}のゆくえ` : "ゆくえ"}
      </h2>
      <PointChain site={site} places={places} documents={documents} point={point} topic={topic} />
    </section>
  );
}
