import type { ReactNode } from "react";
import { page } from "#web/answer.tsx";
import { currentEdition } from "#web/public/editions.ts";
import type { PublicRoute, PublicVisit } from "#web/public/route.ts";
import type { Site } from "#web/site.ts";
import type { PublicationHead } from "#domain/publication/published.ts";
import { PublicPage, siteTitle } from "#web/ui/public-layout.tsx";

/** The accessibility policy (ウェブアクセシビリティ方針). */
export const accessibilityRoutes: readonly PublicRoute[] = [{ path: "/accessibility", handle: showPolicy }];

async function showPolicy({ site }: PublicVisit): Promise<Response> {
  const edition = await currentEdition(site);
  return page(<AccessibilityPage site={site} head={edition?.head} />);
}

function AccessibilityPage({
  site,
  head,
}: {
  readonly site: Site;
  readonly head: PublicationHead | undefined;
}): ReactNode {
  return (
    <PublicPage
      site={site}
      title="アクセシビリティ"
      publication={head}
      description={`${siteTitle(site)}のウェブアクセシビリティの方針`}
    >
      <div className="page section-first prose-page">
        <h1>アクセシビリティ</h1>
        <p className="lead">どのような方も、どのような機器でも、計画を読み、意見の土台にできることを目指します。</p>
        <h2>目標</h2>
        <p>
          日本産業規格 JIS X
          8341-3:2016「高齢者・障害者等配慮設計指針－情報通信における機器，ソフトウェア及びサービス－第3部：ウェブコンテンツ」の適合レベルAAに準拠することを目指します。
          対象は、このサイトの公開ページのすべてです。
        </p>
        <h2>行っていること</h2>
        <ul>
          <li>JavaScriptが使えない環境でも、すべてのページを読み、さがし、たどれます。</li>
          <li>キーボードだけで操作できます。選ばれている場所は、太い枠で示します。</li>
          <li>文字を200％に拡大しても、内容が欠けないようにしています。</li>
          <li>図には、ことばの説明と、値の表を付けています。色だけで意味を伝えません。</li>
          <li>画面の読み上げで順に読めるよう、見出し、表、項目の名前を付けています。</li>
          <li>動く表示や、時間の制限はありません。</li>
        </ul>
        <h2>試験の方法</h2>
        <p>
          すべての種類のページを、自動の検査（axe-core）で、画面の幅を変えて確かめています。あわせて、キーボードだけでの操作、200％の拡大、白黒の印刷を人が確かめます。
          規格に基づく正式な試験の結果は、実施した後にこのページで公表します。
        </p>
        <h2>分かっている課題</h2>
        <p>
          体系図は大きな図のため、小さな画面では横に動かして見ることになります。同じ内容を、計画のページで一覧として読めます。
        </p>
        <h2>お気づきの点</h2>
        <p>
          読みにくいところ、使いにくいところがありましたら、
          {head
            ? `${head.divisionName}${head.divisionContact === "" ? "" : `（${head.divisionContact}）`}`
            : `${site.name}の計画の担当課`}
          へお知らせください。必要な内容を、別の形でお届けすることもできます。
        </p>
      </div>
    </PublicPage>
  );
}
