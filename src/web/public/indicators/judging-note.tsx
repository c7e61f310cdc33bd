import type { ReactNode } from "react";

/** How 「目標に近づいた」 is told, in words that anyone can check with a pencil. */
export function JudgingNote(): ReactNode {
  return (
    <details className="fold" id="judging">
      <summary>「目標に近づいた」などの見分け方</summary>
      <div className="prose">
        <p>基準の年度より後の、いちばん新しい実績を、最後の年度の目標と比べています。値は丸めずに比べます。</p>
        <dl className="meaning">
          <div>
            <dt>目標に達した</dt>
            <dd>増やす指標では実績が目標以上、減らす指標では目標以下、範囲の指標では範囲の中にあります。</dd>
          </div>
          <div>
            <dt>目標に近づいた</dt>
            <dd>目標には達していませんが、基準から目標へ向かって動いています。</dd>
          </div>
          <div>
            <dt>基準より後退した</dt>
            <dd>基準から、目標とは反対の向きに動いています。</dd>
          </div>
          <div>
            <dt>目標に届いていない</dt>
            <dd>
              減るのをゆるやかにする目標など、どこまで進んだかを計算すると誤解をまねくため、達したかどうかだけを示します。
            </dd>
          </div>
          <div>
            <dt>まだ比べられない</dt>
            <dd>
              新しい実績がない、目標がことばで示されている、または保つ目標で良し悪しの向きが決まっていないものです。「−」（未調査・未公表・集計中）を0とはみなしません。
            </dd>
          </div>
        </dl>
        <p>これは値の位置を示すもので、市の評価の結果ではありません。</p>
      </div>
    </details>
  );
}
