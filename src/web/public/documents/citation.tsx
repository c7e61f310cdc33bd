import type { ReactNode } from "react";
import { warekiDate } from "#kernel/wareki.ts";
import type { Site } from "#web/site.ts";
import { editionName } from "./addresses.ts";
import type { DocumentEdition } from "./edition.ts";

interface Props {
  readonly site: Site;
  readonly edition: DocumentEdition;
  /** The section's title; "" for the whole version. */
  readonly section: string;
  /** The page's own address on the site. */
  readonly path: string;
}

/** What one writes where this page is cited: who, which version, what, of which day, where, and the hash that proves it. */
export function Citation({ site, edition, section, path }: Props): ReactNode {
  const { number, frozenOn, hash } = edition.snapshot.version;
  const what = `${site.name}「${editionName(edition)}（第${number}版）」${section}`;
  return (
    <details className="mt-8 no-print">
      <summary>この{section === "" ? "版" : "節"}を引用する</summary>
      <p className="citation mt-3">
        {what}、{warekiDate(frozenOn)}、{site.origin}
        {path}（版のSHA-256：{hash}）
      </p>
    </details>
  );
}
