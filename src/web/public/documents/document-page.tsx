import type { ReactNode } from "react";
import { dateWithBoth } from "#kernel/wareki.ts";
import type { Site } from "#web/site.ts";
import { ContentsList } from "#web/ui/documents/contents-list.tsx";
import { TableFrame } from "#web/ui/parts.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { Citation } from "./citation.tsx";
import { comparisonHref, documentHref, documentsCrumb, editionName, sectionHref } from "./addresses.ts";
import type { DocumentEdition } from "./edition.ts";
import { VersionPapersList, type VersionPapers } from "./version-papers.tsx";
import { VersionNotice, VersionTitle } from "./version-head.tsx";

interface Props {
  readonly site: Site;
  readonly edition: DocumentEdition;
  readonly next: DocumentEdition | undefined;
  /** Other versions of the same plan, to compare with. */
  readonly others: readonly DocumentEdition[];
  readonly papers: VersionPapers;
}

/** A version of a plan's document: what it is, its contents, its typing errors, and how to check that it is unchanged. */
export function DocumentPage({ site, edition, next, others, papers }: Props): ReactNode {
  const { version, content } = edition.snapshot;
  return (
    <PublicPage
      site={site}
      title={editionName(edition)}
      section="plan"
      crumbs={[documentsCrumb(site)]}
      publication={edition.head}
      canonical={documentHref(site, edition)}
      description={`${site.name}の${editionName(edition)}：目次、正誤表、ほかの版との新旧対照表`}
    >
      <div className="page section-first">
        <VersionNotice site={site} edition={edition} next={next} />
        <VersionTitle edition={edition} />
        <p className="mt-3">{version.reason}</p>
        <VersionPapersList site={site} edition={edition} papers={papers} />
        <Errata edition={edition} />
        <section className="mt-10" aria-labelledby="contents-title">
          <h2 id="contents-title" className="text-[1.5rem]">
            目次
          </h2>
          <ContentsList content={content} hrefOf={(place) => sectionHref(site, edition, place)} />
        </section>
        <Comparisons site={site} edition={edition} others={others} />
        <Proof site={site} edition={edition} />
        <Citation site={site} edition={edition} section="" path={documentHref(site, edition)} />
      </div>
    </PublicPage>
  );
}

function Errata({ edition }: { readonly edition: DocumentEdition }): ReactNode {
  const { errata } = edition.snapshot;
  if (errata.length === 0) return null;
  return (
    <section className="mt-10" aria-labelledby="errata-title">
      <h2 id="errata-title" className="text-[1.5rem]">
        正誤表
      </h2>
      <p className="mt-2 mb-3">版の文章は変えずに、誤りをここでお知らせします。</p>
      <TableFrame label="正誤表">
        <table className="table">
          <caption className="visually-hidden">正誤表</caption>
          <thead>
            <tr>
              {["箇所", "誤", "正", "お知らせした日"].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {errata.map(({ place, wrong, corrected, addedOn }) => (
              <tr key={`${place}${wrong}${addedOn}`}>
                <th scope="row">{place || "全体"}</th>
                <td>{wrong}</td>
                <td>{corrected}</td>
                <td>{dateWithBoth(addedOn)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

function Comparisons({ site, edition, others }: Pick<Props, "site" | "edition" | "others">): ReactNode {
  if (others.length === 0) return null;
  return (
    <section className="mt-10" aria-labelledby="comparisons-title">
      <h2 id="comparisons-title" className="text-[1.5rem]">
        ほかの版とくらべる
      </h2>
      <ul className="list-plain way-list mt-3">
        {others.map((other) => {
          const isOlder = other.snapshot.version.number < edition.snapshot.version.number;
          const href = isOlder ? comparisonHref(site, other, edition) : comparisonHref(site, edition, other);
          return (
            <li key={other.head.id}>
              <a href={href}>
                「{other.snapshot.version.name}」{isOlder ? "から変わったところ" : "で変わるところ"}（新旧対照表）
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** How anyone can see for themselves that the version is what it was. */
function Proof({ site, edition }: Pick<Props, "site" | "edition">): ReactNode {
  const file = `${edition.head.reference}.json`;
  return (
    <section className="mt-10" aria-labelledby="proof-title">
      <h2 id="proof-title" className="text-[1.5rem]">
        変わっていないことの確かめ方
      </h2>
      <p className="mt-2">
        この版の内容は、
        <a href={`${documentHref(site, edition)}/content.json`} download={file}>
          1つのファイル（JSON）
        </a>
        で受け取れます。受け取ったままのファイルのSHA-256が次の文字と同じなら、凍結したときのままです。
      </p>
      <p className="mt-2">
        Windowsでは<code> certutil -hashfile {file} SHA256 </code>、MacやLinuxでは<code> shasum -a 256 {file} </code>
        と打つと、その文字が出ます。開いて保存し直したファイルでは、変わることがあります。
      </p>
      <p className="version-hash mt-2">{edition.snapshot.version.hash}</p>
    </section>
  );
}
