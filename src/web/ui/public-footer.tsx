import type { ReactNode } from "react";
import type { PublicationHead } from "#domain/publication/published.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { hrefIn, type Site } from "#web/site.ts";

interface FooterProps {
  readonly site: Site;
  readonly publication: PublicationHead | undefined;
}

/** Which version this is, since when, whom to ask; then the links that every page needs. */
export function PublicFooter({ site, publication }: FooterProps): ReactNode {
  return (
    <footer className="site-footer">
      <div className="page">
        {publication && <Provenance publication={publication} />}
        <nav aria-label="このサイトについて" className="no-print">
          <ul className="list-plain footer-links">
            <FooterLink site={site} path="/accessibility" label="アクセシビリティ" />
            {site.sections.includes("data") && <FooterLink site={site} path="/opendata" label="オープンデータ" />}
            <FooterLink site={site} path="/feed.xml" label="更新情報の配信（フィード）" />
            <li>
              <a href="/staff">職員用サインイン</a>
            </li>
          </ul>
        </nav>
        {site.contact !== "" && <p className="footer-small">このサイトについてのお問い合わせ：{site.contact}</p>}
        {site.pageAddress !== undefined && (
          <p className="footer-small print-only">このページのアドレス：{site.pageAddress}</p>
        )}
        <p className="footer-small">
          {site.isUnofficial
            ? "このサイトは市が運営するものではありません。内容は公開資料によります。"
            : `文章とデータは、出典（${site.name}）を示せば自由に使えます（クリエイティブ・コモンズ 表示 4.0 国際）。`}
        </p>
      </div>
    </footer>
  );
}

function Provenance({ publication }: { readonly publication: PublicationHead }): ReactNode {
  return (
    <dl className="provenance">
      <div>
        <dt>版</dt>
        <dd>
          {publication.label}
          {publication.openness === "discussion" && <span className="stamp">未確定</span>}
        </dd>
      </div>
      <div>
        <dt>公表した日</dt>
        <dd>{dateWithBoth(tokyoDay(publication.publishedAt))}</dd>
      </div>
      <div>
        <dt>担当</dt>
        <dd>
          {publication.divisionName}
          {publication.divisionContact !== "" && (
            <span className="provenance-contact">{publication.divisionContact}</span>
          )}
        </dd>
      </div>
    </dl>
  );
}

function FooterLink({
  site,
  path,
  label,
}: {
  readonly site: Site;
  readonly path: string;
  readonly label: string;
}): ReactNode {
  return (
    <li>
      <a href={hrefIn(site, path)}>{label}</a>
    </li>
  );
}
