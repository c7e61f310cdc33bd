import type { ReactNode } from "react";
import { holds, personId, type Role } from "#domain/audit/index.ts";
import type { Visit } from "#web/visit.ts";
import { assetUrl, islandScripts } from "./assets.ts";
import { noticeText } from "./notices.ts";
import { Crumbs, Notice, type Crumb } from "./parts.tsx";

interface NavigationLink {
  readonly href: string;
  readonly label: string;
  readonly roles: readonly Role[];
  /** Pages of the same work, shown below it while one is on any of them. */
  readonly below?: readonly NavigationLink[];
}

const readers: readonly Role[] = ["planning", "finance", "clerk", "chief", "executive", "contractor", "auditor"];

/** The subjects in the order of the work. A word appears when there is something behind it and the person may open it. */
const navigation: readonly NavigationLink[] = [
  { href: "/staff", label: "はじめに", roles: [...readers, "administrator", "member"] },
  {
    href: "/staff/plans",
    label: "計画",
    roles: readers,
    below: [{ href: "/staff/word-templates", label: "Wordのひな形", roles: ["planning"] }],
  },
  { href: "/staff/manuscripts", label: "原稿", roles: readers },
  { href: "/staff/statistics", label: "統計と背景", roles: readers },
  { href: "/staff/strategy", label: "総合戦略", roles: readers },
  { href: "/staff/consultations", label: "意見募集など", roles: readers.filter((role) => role !== "contractor") },
  {
    href: "/staff/voices",
    label: "意見",
    roles: readers.filter((role) => role !== "contractor"),
    below: [
      { href: "/staff/voices/occasions", label: "聴取の機会", roles: readers.filter((role) => role !== "contractor") },
      { href: "/staff/entry", label: "紙・ファイルの入力", roles: ["planning", "clerk", "chief"] },
      { href: "/staff/desk", label: "仕分け", roles: readers.filter((role) => role !== "contractor") },
      { href: "/staff/responses", label: "市の考え方", roles: readers.filter((role) => role !== "contractor") },
    ],
  },
  { href: "/staff/declarations", label: "宣言", roles: readers.filter((role) => role !== "contractor") },
  { href: "/staff/formulation", label: "策定", roles: readers.filter((role) => role !== "contractor") },
  { href: "/staff/publications", label: "公表", roles: readers },
  { href: "/staff/jobs", label: "処理の状況", roles: [...readers, "administrator"] },
  { href: "/staff/divisions", label: "組織", roles: ["administrator", "planning"] },
  { href: "/staff/people", label: "職員と権限", roles: ["administrator", "auditor"] },
  { href: "/staff/municipality", label: "自治体の設定", roles: ["administrator"] },
  { href: "/staff/events", label: "操作の記録", roles: ["administrator", "auditor"] },
];

export interface StaffPageProps {
  readonly visit: Visit;
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  readonly children: ReactNode;
  /** Full width for grids and trees. */
  readonly wide?: boolean;
  /** Seconds after which the page renews itself, to show progress; without script it reloads. */
  readonly refreshSeconds?: number;
}

/** A page of the staff site: navigation at the left, the way back above the title, a notice after a write. */
export function StaffPage(props: StaffPageProps): ReactNode {
  const { visit, title, crumbs = [], children, wide, refreshSeconds } = props;
  const notice = noticeText(visit.query.get("notice"));
  return (
    <html lang="ja" data-person={personId(visit.ctx.actor) ?? undefined}>
      <StaffHead {...props} />
      <body>
        <a href="#main" className="skip-link">
          本文へ移る
        </a>
        <div className="staff-frame">
          <StaffHeader visit={visit} />
          <StaffNavigation visit={visit} />
          <main
            id="main"
            data-refresh={refreshSeconds}
            className={`min-w-0 px-6 pb-16 ${wide ? "" : "max-w-[1120px]"}`}
          >
            {crumbs.length > 0 && <Crumbs crumbs={crumbs} here={title} />}
            {notice && (
              <div role="status" className="mt-4">
                <Notice title={notice} tone="good" />
              </div>
            )}
            <h1 className="mt-4 mb-6 text-[1.75rem]">{title}</h1>
            {children}
          </main>
        </div>
      </body>
    </html>
  );
}

function StaffHead({ visit, title, refreshSeconds }: StaffPageProps): ReactNode {
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      {refreshSeconds && (
        <noscript>
          <meta httpEquiv="refresh" content={String(refreshSeconds)} />
        </noscript>
      )}
      <script type="module" src={islandScripts("staff-page")[0]} />
      {refreshSeconds && <script type="module" src={islandScripts("page-refresh")[0]} />}
      <title>{`${title}｜${visit.ctx.municipality.name} 総合計画（職員用）`}</title>
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href={assetUrl("src/web/ui/styles/staff.css")} />
      <link rel="stylesheet" href={assetUrl("src/web/ui/styles/fonts.css")} media="(min-width: 768px)" />
    </head>
  );
}

function StaffHeader({ visit }: { readonly visit: Visit }): ReactNode {
  const { actor, municipality } = visit.ctx;
  return (
    <header className="staff-head flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-solid-gray-420 px-6 py-2">
      <p className="font-bold">
        <a href="/staff" className="no-underline text-solid-gray-900">
          {municipality.name} 総合計画<span className="ml-2 font-normal text-solid-gray-700">職員用</span>
        </a>
      </p>
      {holds(actor, ...readers, "administrator") && <StaffSearch visit={visit} />}
      <p>
        <a href="/">公開サイト</a>
      </p>
      {actor.kind === "person" && actor.actingFor && (
        <form method="post" action="/staff/deputies/return" className="flex items-center gap-3">
          <span className="badge badge-caution">{actor.actingFor.name}さんの代理として操作中</span>
          <button className="button button-secondary button-small">自分に戻る</button>
        </form>
      )}
      {actor.kind === "person" && (
        <form method="post" action="/staff/sign-out" className="flex items-center gap-3">
          <a href="/staff/account">{actor.name}</a>
          <button className="button button-secondary button-small">サインアウト</button>
        </form>
      )}
    </header>
  );
}

/** Search over everything the person may read. */
function StaffSearch({ visit }: { readonly visit: Visit }): ReactNode {
  return (
    <form action="/staff/search" role="search" className="flex min-w-60 flex-1 gap-2">
      <label htmlFor="staff-q" className="visually-hidden">
        職員用ページの検索
      </label>
      <input
        id="staff-q"
        name="q"
        type="search"
        className="input max-w-md !min-h-9 !py-1"
        placeholder="施策・指標・課を探す（Ctrl＋K）"
        aria-keyshortcuts="Control+K"
        defaultValue={visit.query.get("q") ?? ""}
      />
      <button className="button button-secondary button-small">探す</button>
    </form>
  );
}

function StaffNavigation({ visit }: { readonly visit: Visit }): ReactNode {
  const path = visit.url.pathname;
  const isHere = (href: string) => (href === "/staff" ? path === href : path === href || path.startsWith(`${href}/`));
  const open = ({ roles }: NavigationLink) => holds(visit.ctx.actor, ...roles);
  const links = navigation.filter(open).flatMap((link) => {
    const { below = [] } = link;
    const isOpen = isHere(link.href) || below.some(({ href }) => isHere(href));
    return [
      { ...link, isBelow: false },
      ...(isOpen ? below.filter(open) : []).map((each) => ({ ...each, isBelow: true })),
    ];
  });
  return (
    <nav aria-label="職員用の案内" className="no-print border-r border-solid-gray-200 bg-solid-gray-50 py-4">
      <ul className="list-plain max-[899px]:flex max-[899px]:flex-wrap">
        {links.map(({ href, label, isBelow }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={isHere(href) ? "page" : undefined}
              className={`block ${isBelow ? "pl-10 pr-6" : "px-6"} py-2 text-solid-gray-900 no-underline hover:underline aria-[current]:bg-blue-900 aria-[current]:font-bold aria-[current]:text-white`}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
