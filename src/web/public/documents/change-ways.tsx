import type { ReactNode } from "react";
import { comparedKey, sectionPlaces } from "#domain/documents/published.ts";
import type { ChangeSnapshot } from "#domain/voices/published.ts";
import type { Site } from "#web/site.ts";
import { comparisonHref, editionName, sectionHref } from "./addresses.ts";
import type { DocumentEdition } from "./edition.ts";
import { firstWritten, type FirstWritten } from "./written-change.ts";

interface Props {
  readonly site: Site;
  readonly editions: readonly DocumentEdition[];
  readonly change: ChangeSnapshot;
}

/** From a text that opinions changed: to the version that says it first, and to that version beside the one before. */
export function ChangeWays({ site, editions, change }: Props): ReactNode {
  const ways = firstWritten(editions, change).flatMap((first) => waysOf(site, first, change.nodeId));
  if (ways.length === 0) return null;
  return (
    <ul className="list-plain way-list no-print">
      {ways.map(({ href, words }) => (
        <li key={href}>
          <a href={href}>{words}</a>
        </li>
      ))}
    </ul>
  );
}

interface Way {
  readonly href: string;
  readonly words: string;
}

function waysOf(site: Site, { edition, before }: FirstWritten, nodeId: string): Way[] {
  const { content } = edition.snapshot;
  const section = content.sections.find((each) => each.nodeId === nodeId);
  if (!section) return [];
  const reading = {
    href: sectionHref(site, edition, sectionPlaces(content).get(section.id) ?? ""),
    words: `この文章を「${editionName(edition)}」で読む`,
  };
  if (!before) return [reading];
  const key = comparedKey(section, { old: before.snapshot.content, fresh: content });
  const words = `「${before.snapshot.version.name}」とくらべる（新旧対照表）`;
  return [reading, { href: comparisonHref(site, before, edition, key), words }];
}
