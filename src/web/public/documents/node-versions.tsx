import type { ReactNode } from "react";
import { comparedKey, isSectionChanged, sectionPlaces } from "#domain/documents/published.ts";
import { warekiDate } from "#kernel/wareki.ts";
import type { Site } from "#web/site.ts";
import { comparisonHref, sectionHref } from "./addresses.ts";
import { versionsInOrder, type DocumentEdition } from "./edition.ts";

interface Props {
  readonly site: Site;
  readonly editions: readonly DocumentEdition[];
  readonly planId: string;
  readonly nodeId: string;
  readonly levelName: string;
}

/** On a plan's page: what the versions of its document say at this place, and what changed there. Absent where none does. */
export function NodeVersions({ site, editions, planId, nodeId, levelName }: Props): ReactNode {
  const own = versionsInOrder(editions, planId);
  const lines = own.flatMap((edition, index) => versionLine(site, nodeId, { edition, before: own[index - 1] }) ?? []);
  if (lines.length === 0) return null;
  return (
    <section className="measure-section" id="versions" aria-labelledby="versions-title">
      <h2 id="versions-title">この{levelName}の、これまでの版</h2>
      <ul className="list-plain way-list">
        {lines.toReversed().map(({ key, words }) => (
          <li key={key}>{words}</li>
        ))}
      </ul>
    </section>
  );
}

interface Line {
  readonly key: string;
  readonly words: ReactNode;
}

interface Pair {
  readonly edition: DocumentEdition;
  readonly before: DocumentEdition | undefined;
}

function versionLine(site: Site, nodeId: string, { edition, before }: Pair): Line | undefined {
  const { version, content } = edition.snapshot;
  const section = content.sections.find((each) => each.nodeId === nodeId);
  if (!section) return undefined;
  const pair = before && { old: before.snapshot.content, fresh: content };
  const key = pair && comparedKey(section, pair);
  const words = (
    <>
      <a href={sectionHref(site, edition, sectionPlaces(content).get(section.id) ?? "")}>
        {version.name}（第{version.number}版）　{warekiDate(version.frozenOn)}
      </a>
      {before && pair && key !== undefined && isSectionChanged(key, pair) && (
        <>
          　<a href={comparisonHref(site, before, edition, key)}>{before.snapshot.version.name}から変わったところ</a>
        </>
      )}
    </>
  );
  return { key: edition.head.id, words };
}
