import type { ReactNode } from "react";

const signs: readonly (readonly [string, string])[] = [
  ["## 見出し", "見出し（小さい見出しは ###）"],
  ["・言葉", "箇条書き。下の段は、行の始めに全角の空白を1つずつ足します"],
  ["1. 言葉", "番号の付いた項目。下の段も「1. 」から始めます（印刷では 1 → (1) → ア になります）"],
  ["第1 言葉", "「第1」から始まる項目"],
  ["**言葉**", "太字"],
  ["[言葉](https://…)", "リンク"],
  ["言葉[^注の言葉]", "脚注"],
  ["｜千曲《ちくま》", "ルビ"],
  ["行の終わりの \\", "段落を変えずに改行"],
  ["表：題", "表の題。次の行から |= 見出し | 値 | のように書きます。「<」は左、「^」は上のセルにつなぎます"],
  ["{{…|言葉}} ![…](…)", "数値の参照と図。中の番号は変えないでください"],
  ["\\*", "記号そのものを書くとき、前に \\ を付けます"],
];

/** The signs of the plain notation, for those whose page has no editor. */
export function NotationHelp(): ReactNode {
  return (
    <details className="field !max-w-[50em]">
      <summary className="field-label">文章の書き方（見出し・表・脚注などの記号）</summary>
      <dl className="notation-signs">
        {signs.map(([sign, meaning]) => (
          <div key={sign}>
            <dt>
              <code>{sign}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
