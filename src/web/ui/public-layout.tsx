import type { ReactNode } from "react";
import type { PublicationHead } from "#domain/publication/published.ts";
import { hrefIn, type PublicSection, type Site } from "#web/site.ts";
import { assetUrl } from "./assets.ts";
import { Crumbs, type Crumb } from "./parts.tsx";
import { PublicFooter } from "./public-footer.tsx";
import { Banner, PublicHeader } from "./public-header.tsx";

export interface PublicPageProps {
  readonly site: Site;
  /** Title of the page; "" on the home page, whose title is the site's. */
  readonly title: string;
  /** What tells this page from others of the same title: the word searched for, the goal chosen. Stands in the window's title only. */
  readonly detail?: string | undefined;
  /** Which word of the navigation this page belongs to. */
  readonly section?: PublicSection;
  /** Pages between the home page and this one. */
  readonly crumbs?: readonly Crumb[];
  /** What the page was made from: its version, date and division stand at its foot. */
  readonly publication?: PublicationHead | undefined;
  /** One sentence for search engines and link previews. */
  readonly description: string;
  /** The one address under which the page is known, however it was reached. */
  readonly canonical?: string;
  /** What was searched for, kept in the search box. */
  readonly query?: string;
  /** Not to be found by search engines: results, missing pages. */
  readonly isHidden?: boolean;
  readonly children: ReactNode;
}

/** The name of the whole public site, as its title and header say it. */
export function siteTitle(site: Site): string {
  return `${site.name}の総合計画${site.isUnofficial && !site.name.includes("非公式") ? "（非公式）" : ""}`;
}

/** A page of the public site, complete without script. `children` begins with the page's one h1. */
export function PublicPage(props: PublicPageProps): ReactNode {
  const { site, title, crumbs = [], children } = props;
  return (
    <html lang="ja">
      <PublicHead {...props} />
      <body className="public">
        <a href="#main" className="skip-link">
          本文へ移る
        </a>
        <Banner site={site} />
        <PublicHeader site={site} section={props.section} query={props.query} />
        <main id="main">
          {title !== "" && (
            <div className="page">
              <Crumbs crumbs={[{ href: hrefIn(site, "/"), label: "トップ" }, ...crumbs]} here={title} />
            </div>
          )}
          {children}
        </main>
        <PublicFooter site={site} publication={props.publication} />
      </body>
    </html>
  );
}

/** The window's title: detail, title, edition where it is not the present one, site. */
function windowTitle({ site, title, detail, publication }: PublicPageProps): string {
  if (title === "") return siteTitle(site);
  const isPresent = !publication || (publication.openness === "decided" && publication.supersededById === null);
  const isNamed = isPresent || title.endsWith(publication.label); // a version of a document is titled by its name
  const own = [detail, title].filter(Boolean).join("｜");
  return `${own}${isNamed ? "" : `（${publication.label}）`}｜${siteTitle(site)}`;
}

function PublicHead(props: PublicPageProps): ReactNode {
  const { site, title, description, isHidden, canonical } = props;
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {(site.isUnofficial || isHidden || site.base !== "") && <meta name="robots" content="noindex" />}
      {canonical !== undefined && site.base === "" && <link rel="canonical" href={`${site.origin}${canonical}`} />}
      <title>{windowTitle(props)}</title>
      <meta name="description" content={description} />
      <meta property="og:type" content={title === "" ? "website" : "article"} />
      <meta property="og:site_name" content={siteTitle(site)} />
      <meta property="og:title" content={title === "" ? siteTitle(site) : title} />
      <meta property="og:description" content={description} />
      <meta property="og:locale" content="ja_JP" />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href={assetUrl("src/web/ui/styles/public.css")} />
      <link rel="stylesheet" href={assetUrl("src/web/ui/styles/fonts.css")} media="(min-width: 768px)" />
      <link rel="alternate" type="application/atom+xml" title="公表の記録" href={hrefIn(site, "/feed.xml")} />
    </head>
  );
}
