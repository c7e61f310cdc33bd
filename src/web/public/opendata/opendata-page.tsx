import type { ReactNode } from "react";
import { stateLabels, stateOf, type PublicationHead } from "#domain/publication/published.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { ccBy, payloadHref, type Catalogue, type Offer, type Shelf } from "./catalogue.ts";
import type { DataFile } from "./data-set.ts";

interface Props {
  readonly site: Site;
  readonly catalogue: Catalogue;
}

interface OpenDataPageProps extends Props {
  /** The plan that the city goes by: its version stands at the foot of the page. */
  readonly current: PublicationHead | undefined;
}

/** All data sets with licence, version, date, number of rows and hash, and how anyone can check them. */
export function OpenDataPage({ site, catalogue, current }: OpenDataPageProps): ReactNode {
  return (
    <PublicPage
      site={site}
      title="オープンデータ"
      section="data"
      publication={current}
      description={`${site.name}の総合計画のデータ。CSVとJSONで、だれでも使えます。`}
    >
      <div className="page section-first">
        <h1>オープンデータ</h1>
        <div className="prose mt-4">
          <p>公表した計画の中身を、表計算ソフトやプログラムで使える形で置いています。</p>
          <Licence site={site} />
        </div>
        {catalogue.offers.length === 0 && (
          <p className="mt-6">公表された計画は、まだありません。公表すると、その日からここにデータが並びます。</p>
        )}
        {catalogue.offers.map((offer) => (
          <OfferData key={offer.id} site={site} offer={offer} />
        ))}
        <h2 className="mt-12 text-[1.5rem]">公表の記録</h2>
        <Shelves shelves={[catalogue.publications]} />
        {catalogue.heads.length > 0 && <Versions site={site} catalogue={catalogue} />}
        <Checking site={site} />
      </div>
    </PublicPage>
  );
}

function Licence({ site }: { readonly site: Site }): ReactNode {
  if (site.isUnofficial)
    return <p>公開されている資料から作ったデータです。使うときは、元の資料の利用条件に従ってください。</p>;
  return (
    <p>
      ライセンスは<a href={ccBy.url}>{ccBy.name}（CC BY 4.0）</a>です。「出典：{site.name}
      」と書けば、商用を含めて自由に使えます。
    </p>
  );
}

function OfferData({ site, offer }: { readonly site: Site; readonly offer: Offer }): ReactNode {
  const { id, title, path, head, note, shelves } = offer;
  return (
    <section className="mt-12" id={id}>
      <h2 className="text-[1.5rem]">
        {title}
        {head?.openness === "discussion" && <span className="stamp ml-3 text-[1rem]">未確定</span>}
      </h2>
      {head && (
        <dl className="mt-2 flex flex-wrap gap-x-6">
          <Fact name="版">
            <a href={hrefIn(site, path)}>{head.label}</a>
          </Fact>
          <Fact name="公表した日">{dateWithBoth(tokyoDay(head.publishedAt))}</Fact>
          <Fact name="担当">{head.divisionName}</Fact>
        </dl>
      )}
      {!head && (
        <p className="mt-2">
          <a href={hrefIn(site, path)}>{title}のページを見る</a>
        </p>
      )}
      {note !== "" && <p className="mt-2">{note}</p>}
      <Shelves shelves={shelves} />
      {head && (
        <p className="mt-3">
          公表した内容そのもの：<a href={payloadHref(site, head)}>JSON（正準形）</a>
          <Hash hash={head.hash} />
        </p>
      )}
    </section>
  );
}

/** One card for each data set, so that a phone shows the files without scrolling sideways. */
function Shelves({ shelves }: { readonly shelves: readonly Shelf[] }): ReactNode {
  return (
    <ul className="list-plain mt-4 grid gap-4 md:grid-cols-2 lg:grid-cols-3">
      {shelves.map((shelf) => (
        <li key={shelf.set.name} className="card">
          <h3 className="text-[1.125rem]">
            {shelf.set.title}
            <span className="ml-2 text-[0.875rem] font-normal">{counts.format(shelf.set.rows.length)}行</span>
          </h3>
          <p className="mt-1">{shelf.set.description}</p>
          <ul className="list-plain mt-2">
            {shelf.files.map((file) => (
              <FileLink key={file.name} shelf={shelf} file={file} />
            ))}
          </ul>
          <Columns shelf={shelf} />
          <Fingerprints files={shelf.files} />
        </li>
      ))}
    </ul>
  );
}

const counts = new Intl.NumberFormat("ja-JP");

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="flex gap-x-2">
      <dt className="text-solid-gray-700">{name}</dt>
      <dd className="m-0">{children}</dd>
    </div>
  );
}

function FileLink({ shelf, file }: { readonly shelf: Shelf; readonly file: DataFile }): ReactNode {
  const kind = file.name.endsWith(".csv") ? "CSV" : "JSON";
  return (
    <li>
      <a href={`${shelf.folder}${file.name}`} className="inline-block py-2.5">
        {shelf.set.title}の{kind}（{sizeWords(file.bytes)}）
      </a>
    </li>
  );
}

/** What stands in each column, and what programs call it. */
function Columns({ shelf: { set } }: { readonly shelf: Shelf }): ReactNode {
  return (
    <details className="fold mt-1">
      <summary>列の一覧（{set.columns.length.toString()}列）</summary>
      <ul className="list-disc pl-6">
        {set.columns.map(({ key, title }) => (
          <li key={key}>
            {title}（<code>{key}</code>）
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The hashes with which the files can be checked: for the few who do, so folded away. */
function Fingerprints({ files }: { readonly files: readonly DataFile[] }): ReactNode {
  return (
    <details className="fold mt-1">
      <summary>ファイルの指紋（SHA-256）</summary>
      <dl>
        {files.map((file) => (
          <div key={file.name} className="mt-2">
            <dt className="text-[0.875rem]">{file.name}</dt>
            <dd className="m-0">
              <Hash hash={file.hash} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function sizeWords(bytes: number): string {
  return bytes < 1_000 ? `${bytes}バイト` : `${(bytes / 1_000).toFixed(bytes < 10_000 ? 1 : 0)}キロバイト`;
}

function Hash({ hash }: { readonly hash: string }): ReactNode {
  return <code className="block text-[0.875rem] break-all text-solid-gray-700">{hash}</code>;
}

function Versions({ site, catalogue: { heads, planNames } }: Props): ReactNode {
  return (
    <details className="mt-4">
      <summary className="py-2 font-bold">これまでに公表した版（{heads.length.toString()}件）</summary>
      <ul className="list-plain mt-2">
        {heads.map((head) => {
          const state = stateOf(head);
          const end = head.purge ?? head.withdrawal;
          return (
            <li key={head.id} className="border-t border-solid-gray-200 py-3">
              <p>
                {dateWithBoth(tokyoDay(head.publishedAt))}　{planNames.get(head.reference) ?? head.reference}　
                {head.label}
                {head.openness === "discussion" && <span className="stamp ml-2">未確定</span>}　{stateLabels[state]}
              </p>
              {end && (
                <p>
                  {dateWithBoth(tokyoDay(end.at))}　理由：{end.reason}
                </p>
              )}
              {!end && (
                <a href={payloadHref(site, head)} className="inline-block py-1.5">{`${head.label}の内容（JSON）`}</a>
              )}
              <Hash hash={head.hash} />
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** How anyone can see that a file is what the city published. */
function Checking({ site }: { readonly site: Site }): ReactNode {
  return (
    <section className="prose mt-12">
      <h2 className="text-[1.5rem]">中身が正しいことの確かめ方</h2>
      <p>
        ファイルのSHA-256（指紋のような64文字）を計算し、「ファイルの指紋」の文字と同じなら、{site.name}
        のサイトに置いたものと一字一句同じです。
      </p>
      <ul className="list-disc pl-6">
        <li>
          Windows：<code>certutil -hashfile ファイル名 SHA256</code>
        </li>
        <li>
          macOS・Linux：<code>shasum -a 256 ファイル名</code>
        </li>
        <li>
          このソフトウェアを持っている人：<code>npm run verify -- {site.origin}</code>（すべてのファイルを確かめます）
        </li>
      </ul>
      <p>
        公表した内容のJSONは、RFC 8785の正準形です。プログラム向けの一覧は
        <a href={hrefIn(site, "/opendata/catalogue.json")}>catalogue.json</a>にあります。
      </p>
    </section>
  );
}
