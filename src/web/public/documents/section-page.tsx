import type { ReactNode } from "react";
import { sectionPlaces, type SectionContent } from "#domain/documents/published.ts";
import type { NodeSnapshot } from "#domain/plan/published.ts";
import { RelatedPlans, SdgLinks } from "#web/public/plan/measure-links.tsx";
import type { Site } from "#web/site.ts";
import { sectionTitle } from "#web/ui/documents/contents-list.tsx";
import { SectionText } from "#web/ui/documents/section-text.tsx";
import type { Crumb } from "#web/ui/parts.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { documentHref, documentsCrumb, documentsHref, editionName, sectionHref } from "./addresses.ts";
import type { DocumentEdition } from "./edition.ts";
import { Citation } from "./citation.tsx";
import { SectionWays, type SectionAround } from "./section-ways.tsx";
import { VersionNotice } from "./version-head.tsx";

interface Props {
  readonly site: Site;
  readonly edition: DocumentEdition;
  readonly section: SectionContent;
  readonly around: SectionAround;
}

/** A section of a version, with the ways to those around it. */
export function SectionPage({ site, edition, section, around }: Props): ReactNode {
  const { content, version } = edition.snapshot;
  const title = sectionTitle(section);
  const path = sectionHref(site, edition, sectionPlaces(content).get(section.id) ?? "");
  const node = content.plan.nodes.find(({ id }) => id === section.nodeId);
  const below = content.sections.filter(({ parentId }) => parentId === section.id);
  return (
    <PublicPage
      site={site}
      title={title}
      detail={version.name}
      section="plan"
      crumbs={[
        documentsCrumb(site),
        { href: documentHref(site, edition), label: editionName(edition) },
        ...above(site, edition, section),
      ]}
      publication={edition.head}
      canonical={path}
      description={`${editionName(edition)}「${title}」`}
    >
      <article className="page section-first">
        <VersionNotice site={site} edition={edition} next={around.next} section={section} />
        <h1>{title}</h1>
        <p className="mt-2">
          {editionName(edition)}
          {section.divisions.length > 0 && `　担当：${section.divisions.join("、")}`}
        </p>
        <SectionText content={content} section={section} pictureAddress={(file) => pictureHref(site, edition, file)}>
          {node && <NodeFacts site={site} node={node} />}
        </SectionText>
        <Below site={site} edition={edition} sections={below} />
        <SectionWays site={site} edition={edition} section={section} around={around} />
        <Citation site={site} edition={edition} section={title} path={path} />
        <Around site={site} edition={edition} section={section} />
      </article>
    </PublicPage>
  );
}

/** What the frozen plan holds of a node beside its texts: the goals it serves, the plans it goes with. */
function NodeFacts({ site, node }: { readonly site: Site; readonly node: NodeSnapshot }): ReactNode {
  return (
    <>
      {node.sdgs.length > 0 && (
        <div className="mt-8">
          <h2 id="text-sdgs" className="mb-2 text-[1.25rem]">
            SDGsとのつながり
          </h2>
          <SdgLinks site={site} node={node} />
        </div>
      )}
      {node.relatedPlans.length > 0 && (
        <div className="mt-8">
          <h2 id="text-plans" className="mb-2 text-[1.25rem]">
            関連する計画
          </h2>
          <RelatedPlans node={node} />
        </div>
      )}
    </>
  );
}

function pictureHref(site: Site, edition: DocumentEdition, file: string): string {
  return `${documentHref(site, edition)}/files/${file}`;
}

function above(site: Site, edition: DocumentEdition, section: SectionContent): Crumb[] {
  const { content } = edition.snapshot;
  const parent = content.sections.find(({ id }) => id === section.parentId);
  if (!parent) return [];
  const href = sectionHref(site, edition, sectionPlaces(content).get(parent.id) ?? "");
  return [...above(site, edition, parent), { href, label: sectionTitle(parent) }];
}

interface LinksProps {
  readonly site: Site;
  readonly edition: DocumentEdition;
}

function Below({ site, edition, sections }: LinksProps & { readonly sections: readonly SectionContent[] }): ReactNode {
  if (sections.length === 0) return null;
  const places = sectionPlaces(edition.snapshot.content);
  return (
    <nav className="mt-10" aria-labelledby="below-title">
      <h2 id="below-title" className="mb-2 text-[1.25rem]">
        この中の節
      </h2>
      <ul className="list-plain way-list">
        {sections.map((section) => (
          <li key={section.id}>
            <a href={sectionHref(site, edition, places.get(section.id) ?? "")}>{sectionTitle(section)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The sections before and behind it, the contents that they stand in, the other versions. */
function Around({ site, edition, section }: LinksProps & { readonly section: SectionContent }): ReactNode {
  const { content } = edition.snapshot;
  const places = sectionPlaces(content);
  const at = content.sections.findIndex(({ id }) => id === section.id);
  const ways = [
    { name: "前へ", to: content.sections[at - 1] },
    { name: "次へ", to: content.sections[at + 1] },
  ];
  return (
    <nav className="mt-10 no-print" aria-label="前と次の節">
      <ul className="list-plain way-list">
        {ways.map(
          ({ name, to }) =>
            to && (
              <li key={name}>
                <a href={sectionHref(site, edition, places.get(to.id) ?? "")}>
                  {name}：{sectionTitle(to)}
                </a>
              </li>
            ),
        )}
        <li>
          <a href={documentHref(site, edition)}>{editionName(edition)}の目次へ戻る</a>
        </li>
        <li>
          <a href={documentsHref(site)}>ほかの版を読む</a>
        </li>
      </ul>
    </nav>
  );
}
