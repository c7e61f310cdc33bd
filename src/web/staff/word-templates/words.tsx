import type { ReactNode } from "react";
import { bodyName, placeholderNames, type PlaceholderName } from "#export/word-template/placeholders.ts";
import { TableFrame } from "#web/ui/parts.tsx";

const meanings: Readonly<Record<PlaceholderName, string>> = {
  市名: "自治体の名前。例 みほん市",
  計画名: "計画の名前。概要版・資料編では、そのことも付きます。例 第6次みほん市総合計画",
  版名: "版の名前。例 素案",
  版番号: "版の番号。例 第2版。作成中の案では空になります",
  日付: "版を定めた日（和暦）。例 令和8年11月29日",
  作成課: "計画の担当課。例 企画課",
  印: "「未確定」「見本」の印。決定したものでは空になります",
};

/** The words that a template may hold, and the rules of it. */
export function WordList(): ReactNode {
  return (
    <>
      <p className="prose mb-4">
        いつもの書式の文書に、次の言葉を波かっこで二重に囲んで書きます。本文・ヘッダー・フッターのどこに、何度書いても構いません。
        {`{{${bodyName}}}`}
        だけは、表や枠の外に、それだけの段落として、ちょうど1つ書きます。
      </p>
      <TableFrame label="ひな形に書ける言葉">
        <table className="table">
          <caption className="visually-hidden">ひな形に書ける言葉</caption>
          <thead>
            <tr>
              <th scope="col">書く言葉</th>
              <th scope="col">置き換わるもの</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row" className="whitespace-nowrap">{`{{${bodyName}}}`}</th>
              <td>計画書そのもの（必ず1つ）</td>
            </tr>
            {placeholderNames.map((name) => (
              <tr key={name}>
                <th scope="row" className="whitespace-nowrap">{`{{${name}}}`}</th>
                <td>{meanings[name]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <ul className="prose mt-4">
        <li>
          {"{{計画名}}"}を{`{{${bodyName}}}`}
          より前の本文に書くと、表紙はひな形のものになります。書かなければ、標準の表紙が付きます。
        </li>
        <li>ひな形に目次があれば、それを使います。なければ、計画書の目次が付きます。</li>
        <li>「見出し 1」などの書式がひな形にあれば、ひな形の書式になります。</li>
        <li>ページ番号と目次は、Wordで開いたときに「更新しますか」と聞かれたら「はい」を選ぶと、正しくなります。</li>
      </ul>
    </>
  );
}
