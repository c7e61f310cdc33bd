import type { ReactNode } from "react";
import { comparedKey, isSectionChanged, sectionKey, type SectionContent } from "#domain/documents/published.ts";
import { nodeHref } from "#web/public/plan/addresses.ts";
import { codeAndTitle } from "#web/public/plan/branches.ts";
import { topicHref } from "#web/public/voices/addresses.ts";
import type { PublicTopic } from "#web/public/voices/ledger.ts";
import type { PlanPlaces } from "#web/public/voices/places.ts";
import type { Site } from "#web/site.ts";
import { comparisonHref } from "./addresses.ts";
import type { DocumentEdition, Neighbouring } from "./edition.ts";
import { isWritten } from "./written-change.ts";

/** What is published around a section: the versions before and after, the opinions, today's plans. */
export interface SectionAround extends Neighbouring {
  readonly topics: readonly PublicTopic[];
  readonly places: PlanPlaces;
}

interface Props {
  readonly site: Site;
  readonly edition: DocumentEdition;
  readonly section: SectionContent;
  readonly around: SectionAround;
}

/** From a section on: to what changed in it, to the opinions that changed it, to the plan's page of today. */
export function SectionWays({ site, edition, section, around }: Props): ReactNode {
  const place = around.places.get(section.nodeId ?? "");
  const topics = changingTopics({ edition, section, around });
  const before = <FromBefore site={site} edition={edition} section={section} around={around} />;
  if (!around.before && topics.length === 0 && !place) return null;
  return (
    <section className="mt-10 no-print" aria-labelledby="ways-title">
      <h2 id="ways-title" className="text-[1.25rem]">
        この節のこれまでといま
      </h2>
      <ul className="list-plain way-list mt-3">
        {around.before && <li>{before}</li>}
        {topics.map(({ number, title, points }) => (
          <li key={number}>
            この節を変えた意見：
            <a href={topicHref(site, number)}>
              {title}（意見{points}件）
            </a>
          </li>
        ))}
        {place && (
          <li>
            いまの計画：
            <a href={nodeHref({ site, edition: place.edition }, place.branch.node)}>
              {codeAndTitle(place.branch.node)}（{place.edition.snapshot.plan.name}）
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}

function FromBefore({ site, edition, section, around: { before } }: Props): ReactNode {
  if (!before) return null;
  const pair = { old: before.snapshot.content, fresh: edition.snapshot.content };
  const key = comparedKey(section, pair);
  const { name } = before.snapshot.version;
  if (!isSectionChanged(key, pair)) return `この節は、「${name}」から変わっていません。`;
  return <a href={comparisonHref(site, before, edition, key)}>「{name}」から変わったところを見る（新旧対照表）</a>;
}

/** The topics (同趣旨の意見) because of which this version says what it says here. */
function changingTopics({ edition, section, around }: Omit<Props, "site">): readonly PublicTopic[] {
  if (section.nodeId === null) return [];
  return around.topics.filter(({ changes }) =>
    changes.some((change) => change.nodeId === sectionKey(section) && isWritten(edition.snapshot.content, change)),
  );
}
