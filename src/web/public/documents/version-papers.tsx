import type { ReactNode } from "react";
import type { PaperFacts } from "#web/public/plan/paper-link.tsx";
import { paperFacts } from "#web/public/plan/paper-link.tsx";
import type { Site } from "#web/site.ts";
import { documentHref } from "./addresses.ts";
import type { DocumentEdition } from "./edition.ts";

/** The PDFs of a version that were made (本編, 概要版); undefined until then. */
export interface VersionPapers {
  readonly main: PaperFacts | undefined;
  readonly summary: PaperFacts | undefined;
}

interface Props {
  readonly site: Site;
  readonly edition: DocumentEdition;
  readonly papers: VersionPapers;
}

/** The version as papers to print, the short one first; nothing until one is made. */
export function VersionPapersList({ site, edition, papers }: Props): ReactNode {
  const files = [
    { name: "概要版", file: "summary.pdf", facts: papers.summary },
    { name: "計画書（本編）", file: "paper.pdf", facts: papers.main },
  ].filter(({ facts }) => facts !== undefined);
  if (files.length === 0) return null;
  return (
    <ul className="list-plain way-list mt-6">
      {files.map(({ name, file, facts }) => (
        <li key={file}>
          <a href={`${documentHref(site, edition)}/${file}`}>
            {name}を読む（PDF{facts && `、${paperFacts(facts)}`}）
          </a>
        </li>
      ))}
    </ul>
  );
}
