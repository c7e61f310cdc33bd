import type { ReactNode } from "react";
import { hrefIn, type PublicSection, type Site } from "#web/site.ts";
import { Icon } from "./icons.tsx";

/** The words of the navigation. Each appears when it has something behind it. */
const sections: readonly { readonly section: PublicSection; readonly path: string; readonly label: string }[] = [
  { section: "plan", path: "/plan", label: "計画を読む" },
  { section: "formulation", path: "/formulation", label: "計画づくり" },
  { section: "indicators", path: "/indicators", label: "進みぐあい" },
  { section: "voices", path: "/consultations", label: "声をとどける" },
  { section: "sdgs", path: "/sdgs", label: "SDGs" },
  { section: "statistics", path: "/statistics", label: "統計" },
  { section: "strategy", path: "/strategy", label: "総合戦略" },
  { section: "data", path: "/opendata", label: "データ" },
];

/** What must be known before reading: that this is a preview, that the city is invented, that the site is not its own. */
export function Banner({ site }: { readonly site: Site }): ReactNode {
  if (site.notice === "" && site.previewExit === undefined) return null;
  return (
    <aside className="banner" aria-label="このサイトについて">
      {site.previewExit !== undefined && (
        <p className="page">
          <strong className="banner-mark">公開前の確認</strong>
          この画面は、まだ公開されていません。<a href={site.previewExit}>職員用ページへ戻る</a>
        </p>
      )}
      {site.notice !== "" && (
        <p className="page">
          {site.isUnofficial && <strong className="banner-mark">非公式</strong>}
          {site.notice}
        </p>
      )}
    </aside>
  );
}

interface HeaderProps {
  readonly site: Site;
  readonly section: PublicSection | undefined;
  readonly query: string | undefined;
}

/** Name, navigation and search. On a phone the navigation waits in a menu that needs no script. */
export function PublicHeader({ site, section, query }: HeaderProps): ReactNode {
  return (
    <header className="site-header">
      <div className="page site-header-row">
        <p className="site-name">
          <a href={hrefIn(site, "/")}>
            {site.name}の<span className="site-name-plan">総合計画</span>
          </a>
        </p>
        {site.sections.length > 0 && <HeaderTools site={site} section={section} query={query} />}
      </div>
    </header>
  );
}

/** Ways in; absent before anything is published, when none would lead anywhere. */
function HeaderTools({ site, section, query }: HeaderProps): ReactNode {
  return (
    <>
      <SearchForm site={site} id="header-q" label="このサイトをさがす" query={query} className="site-search" />
      <nav aria-label="おもな案内" className="site-nav">
        <SectionLinks site={site} section={section} />
      </nav>
      <a href={hrefIn(site, "/search")} className="header-tool">
        <Icon name="search" />
        さがす
      </a>
      <details className="site-menu">
        <summary className="header-tool">
          <Icon name="menu" />
          メニュー
        </summary>
        <nav aria-label="メニュー" className="site-menu-panel">
          <SectionLinks site={site} section={section} />
        </nav>
      </details>
    </>
  );
}

function SectionLinks({ site, section }: Pick<HeaderProps, "site" | "section">): ReactNode {
  return (
    <ul className="list-plain">
      {sections
        .filter(({ section: own }) => site.sections.includes(own))
        .map((each) => (
          <li key={each.section}>
            <a href={hrefIn(site, each.path)} aria-current={each.section === section ? "true" : undefined}>
              {each.label}
            </a>
          </li>
        ))}
    </ul>
  );
}

interface SearchFormProps {
  readonly site: Site;
  /** Unique on the page: a page may have the header's box and one of its own. */
  readonly id: string;
  readonly query?: string | undefined;
  readonly label?: string;
  readonly className?: string;
}

/** The search box: words of two characters and more are found in all published plans. */
export function SearchForm({
  site,
  id,
  query = "",
  label = "計画の中をさがす",
  className = "",
}: SearchFormProps): ReactNode {
  return (
    <form action={hrefIn(site, "/search")} role="search" aria-label={label} className={`search-form ${className}`}>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <input
        id={id}
        name="q"
        type="search"
        className="input"
        defaultValue={query}
        placeholder="知りたいことば"
        autoComplete="off"
      />
      <button className="button" aria-label="さがす">
        <Icon name="search" />
        <span className="search-word">さがす</span>
      </button>
    </form>
  );
}
