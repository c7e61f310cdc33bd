import type { ReactNode } from "react";
import { opennessLabels } from "#domain/documents/published.ts";
import { undecidedStamp } from "#domain/publication/published.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import type { Site } from "#web/site.ts";
import { documentHref, editionName } from "./addresses.ts";
import type { DocumentEdition } from "./edition.ts";

/** 「検討中として公開」 or 「公表」, as a mark beside a version's name. */
export function OpennessMark({ edition }: { readonly edition: DocumentEdition }): ReactNode {
  return <span className="badge ml-3">{opennessLabels[edition.snapshot.version.openness]}</span>;
}

interface Props {
  readonly site: Site;
  readonly edition: DocumentEdition;
  readonly next: DocumentEdition | undefined;
}

/** What every page of a version says first: that it is undecided, and which version came after. */
export function VersionNotice({ site, edition, next }: Props): ReactNode {
  const { version } = edition.snapshot;
  return (
    <>
      {version.openness === "discussion" && <p className="stamp mb-4">{undecidedStamp}</p>}
      {next && (
        <p className="later-version mb-4">
          このあと、{dateWithBoth(next.snapshot.version.frozenOn)}に
          <a href={documentHref(site, next)}>{next.snapshot.version.name}</a>
          ができました。
        </p>
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
