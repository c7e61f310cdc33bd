import type { ReactElement } from "react";
import { assetUrl } from "./assets.ts";

const problems = {
  notFound: {
    title: "ページが見つかりません",
    text: "アドレスが変わったか、公開が終わったページです。",
    remedy: "トップページか検索からお探しください。",
  },
  staffNotFound: {
    title: "ページが見つかりません",
    text: "アドレスが違うか、もうないものです。",
    remedy: "前の画面に戻るか、「はじめに」の左の案内からお探しください。",
  },
  forbidden: {
    title: "この操作はできません",
    text: "お使いの権限では開けないページです。",
    remedy: "必要なときは、企画担当かシステム管理者にご相談ください。",
  },
  tooLarge: {
    title: "ファイルが大きすぎます",
    text: "一度に送れるのは25メガバイトまでです。",
    remedy: "シートを分けるか、画像を除いて、もう一度お試しください。",
  },
  unreadable: {
    title: "送られた内容を読み取れません",
    text: "使えない文字が含まれているか、内容が途中で切れています。いまの操作は保存されていません。",
    remedy: "前の画面に戻り、貼り付けた文字を入力し直して、もう一度お試しください。",
  },
  noMunicipality: {
    title: "自治体が登録されていません",
    text: "このアドレスに対応する自治体がありません。",
    remedy: "アドレスをお確かめください。",
  },
  tooMany: {
    title: "しばらくお待ちください",
    text: "短い時間に多くの操作がありました。",
    remedy: "1分ほど待ってから、もう一度お試しください。",
  },
  closed: {
    title: "ただいま準備中です",
    text: "データの形を新しくする作業が終わっていません。これまでのデータは、そのまま残っています。",
    remedy: "システム管理者にご連絡ください。",
  },
  fullDisk: {
    title: "サーバーのディスクがいっぱいです",
    text: "いまの操作は保存されていません。保存が済んだデータは失われていません。",
    remedy: "システム管理者に、ディスクの空きを作るようご連絡ください。",
  },
  databaseAway: {
    title: "ただいまデータベースにつながりません",
    text: "いまの操作は保存されていません。保存が済んだデータは失われていません。",
    remedy: "1分ほど待ってから、もう一度お試しください。続くときは、システム管理者にご連絡ください。",
  },
  failure: {
    title: "処理を完了できませんでした",
    text: "システムの不具合です。途中の内容は保存されていません。",
    remedy: "もう一度お試しください。続くときは、下の番号を添えてご連絡ください。",
  },
} as const;

export type Problem = keyof typeof problems;

/** Where the way out leads: problems that only staff meet lead to their own first page. */
const ways: Partial<Record<Problem, { readonly href: string; readonly label: string }>> = {
  staffNotFound: { href: "/staff", label: "「はじめに」へ" },
  forbidden: { href: "/staff", label: "「はじめに」へ" },
};

/** A plain page that says what happened and what to do. Needs no database, so that it can always be shown. */
export function problemPage(problem: Problem, detail?: string): ReactElement {
  const { title, text, remedy } = problems[problem];
  const way = ways[problem] ?? { href: "/", label: "トップページへ" };
  return (
    <html lang="ja">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <link rel="stylesheet" href={assetUrl("src/web/ui/styles/public.css")} />
      </head>
      <body>
        <main className="page py-16">
          <h1 className="text-[1.75rem]">{title}</h1>
          <p className="mt-4">{text}</p>
          <p className="mt-2">{remedy}</p>
          {detail && <p className="mt-4 text-solid-gray-700">{detail}</p>}
          <p className="mt-8">
            <a href={way.href}>{way.label}</a>
          </p>
        </main>
      </body>
    </html>
  );
}
