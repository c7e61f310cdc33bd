import type { ReactNode } from "react";
import { assetUrl } from "#web/ui/assets.ts";
import { noticeText } from "#web/ui/notices.ts";
import { Notice } from "#web/ui/parts.tsx";
import type { Visit } from "#web/visit.ts";

export interface DoorPageProps {
  readonly visit: Visit;
  readonly title: string;
  readonly children: ReactNode;
}

/** A page before the door: for people who are not signed in yet. No navigation, one thing to do. */
export function DoorPage({ visit, title, children }: DoorPageProps): ReactNode {
  const notice = noticeText(visit.query.get("notice"));
  const { name } = visit.ctx.municipality;
  return (
    <html lang="ja">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <title>{`${title}｜${name} 総合計画（職員用）`}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={assetUrl("src/web/ui/styles/staff.css")} />
        <link rel="stylesheet" href={assetUrl("src/web/ui/styles/fonts.css")} media="(min-width: 768px)" />
      </head>
      <body className="min-h-screen bg-solid-gray-50">
        <header className="border-b border-solid-gray-420 bg-white px-6 py-3">
          <p className="font-bold">
            {name} 総合計画<span className="ml-2 font-normal text-solid-gray-700">職員用</span>
          </p>
        </header>
        <main className="mx-auto max-w-[36rem] px-4 py-10">
          <div className="card sm:p-8">
            <h1 className="mb-6 text-[1.5rem]">{title}</h1>
            {notice && (
              <div role="status" className="mb-6">
                <Notice title={notice} tone="good" />
              </div>
            )}
            {children}
          </div>
          <p className="mt-6 text-center">
            <a href="/">公開サイトへ</a>
          </p>
        </main>
      </body>
    </html>
  );
}
