import type { ReactNode } from "react";
import {
  isSectionChanged,
  laterSection,
  sectionKey,
  sectionPlaces,
  type SectionContent,
} from "#domain/documents/published.ts";
import { opennessLabels, undecidedStamp } from "#domain/publication/published.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import type { Site } from "#web/site.ts";
import { comparisonHref, documentHref, editionName, sectionHref } from "./addresses.ts";
import type { DocumentEdition } from "./edition.ts";

/** 「検討中として公開」 or 「公表」, as a mark beside a version's name. */
export function OpennessMark({ edition }: { readonly edition: DocumentEdition }): ReactNode {
  return <span className="badge ml-3">{opennessLabels[edition.snapshot.version.openness]}</span>;
}

interface Props {
  readonly site: Site;
  readonly edition: DocumentEdition;
  readonly next: DocumentEdition | undefined;
  /** On a section's page: leads to what became of it. */
  readonly section?: SectionContent;
}

/** What every page of a version says first: that it is undecided, and which version came after. */
export function VersionNotice({ site, edition, next, section }: Props): ReactNode {
  const { version } = edition.snapshot;
  return (
    <>
      {version.openness === "discussion" && <p className="stamp mb-4">{undecidedStamp}</p>}
      {next && (
        <p className="later-version mb-4">
          このあと、{dateWithBoth(next.snapshot.version.frozenOn)}に
          <a href={documentHref(site, next)}>{next.snapshot.version.name}</a>
          ができました。
          {section ? (
            <LaterSection site={site} edition={edition} next={next} section={section} />
          ) : (
            <a href={comparisonHref(site, edition, next)}>変わったところを見る（新旧対照表）</a>
          )}
        </p>
      )}
    </>
  );
}

interface LaterProps {
  readonly site: Site;
  readonly edition: DocumentEdition;
  readonly next: DocumentEdition;
  readonly section: SectionContent;
}

/** What became of a section in the next version: the ways to it and to what changed, or that it is gone. */
function LaterSection({ site, edition, next, section }: LaterProps): ReactNode {
  const pair = { old: edition.snapshot.content, fresh: next.snapshot.content };
  const later = laterSection(section, pair);
  const place = later && sectionPlaces(pair.fresh).get(later.id);
  const key = sectionKey(section);
  return (
    <>
      {place === undefined ? (
        "この節は、その版にはありません。"
      ) : (
        <a href={sectionHref(site, next, place)}>{next.snapshot.version.name}のこの節を読む</a>
      )}
      {isSectionChanged(key, pair) ? (
        <>
          {place !== undefined && "　"}
          <a href={comparisonHref(site, edition, next, key)}>この節の変わったところを見る（新旧対照表）</a>
        </>
      ) : (
        "（この節は変わっていません）"
      )}
    </>
  );
}

/** The title of a version with its day. */
export function VersionTitle({ edition }: { readonly edition: DocumentEdition }): ReactNode {
  const { version } = edition.snapshot;
  return (
    <>
      <h1>{editionName(edition)}</h1>
      <p className="lead">
        {dateWithBoth(version.frozenOn)}の版（第{version.number}版）
        <OpennessMark edition={edition} />
      </p>
    </>
  );
}
