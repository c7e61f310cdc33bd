import type { ReactNode } from "react";
import { documentRoleLabels, type PublishedDocument, type PublishedFile } from "#domain/consultations/published.ts";
import { documentHref } from "#web/public/documents/addresses.ts";
import type { DocumentEdition } from "#web/public/documents/edition.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { Icon } from "#web/ui/icons.tsx";

interface Props {
  readonly site: Site;
  readonly slug: string;
  readonly documents: readonly PublishedDocument[];
  readonly role: PublishedDocument["role"];
  readonly title: string;
  /** The versions of the plan's document that are meant, by the plan's publication that is named. */
  readonly drafts?: ReadonlyMap<string, DocumentEdition> | undefined;
}

/** The documents of a consultation in one role: what is asked about, or what explains it. */
export function Documents({ site, slug, documents, role, title, drafts }: Props): ReactNode {
  const own = documents.filter((each) => each.role === role);
  if (own.length === 0) return null;
  return (
    <section className="mt-10" aria-labelledby={`${role}-title`}>
      <h2 id={`${role}-title`} className="text-[1.5rem]">
        {title}
      </h2>
      <ul className="list-plain way-list mt-3">
        {own.map((each) => (
          <li key={`${each.title}${each.file?.id}${each.version?.publicationId}`}>
            <Document site={site} slug={slug} document={each} drafts={drafts} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Document({
  site,
  slug,
  drafts,
  document: { title, role, file, version },
}: Pick<Props, "site" | "slug" | "drafts"> & { readonly document: PublishedDocument }): ReactNode {
  const name = title || documentRoleLabels[role];
  const draft = version && drafts?.get(version.publicationId);
  if (draft)
    return (
      <a href={documentHref(site, draft)}>
        <Icon name="forward" />
        {name}（{draft.snapshot.version.name}、第{draft.snapshot.version.number}版）
      </a>
    );
  if (version)
    return (
      <a href={hrefIn(site, `/plan/${version.planSlug}?edition=${version.publicationId}`)}>
        <Icon name="forward" />
        {name}（{version.label}）
      </a>
    );
  if (!file) return name;
  return (
    <a href={hrefIn(site, `/consultations/${slug}/files/${file.id}`)}>
      <Icon name="file" />
      {name}（{fileWords(file)}）
    </a>
  );
}

/** 「PDF、1.2MB」 */
function fileWords({ name, size }: PublishedFile): string {
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toUpperCase() ?? "ファイル";
  const kilobytes = Math.max(1, Math.round(size / 1024));
  return `${ending}、${kilobytes < 1000 ? `${kilobytes}KB` : `${(kilobytes / 1024).toFixed(1)}MB`}`;
}
