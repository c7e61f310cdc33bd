import type { Municipality } from "#platform/database/index.ts";
import { warekiDate } from "#kernel/wareki.ts";

/** The word to whoever opens a city's archive, perhaps without this software. */
export function cityReadme(city: Pick<Municipality, "code" | "name">, day: string, hasPeople: boolean): Buffer {
  return Buffer.from(`\uFEFF${city.name}（${city.code}）総合計画の書き出し
${warekiDate(day)}

この中には、${city.name}が「ともに」で作った総合計画のすべてが、どのソフトウェアでも読める形で入っています。

registers/      主な台帳（CSV、Excel でそのまま開けます）
                divisions.csv 部・課　measures.csv 施策　indicators.csv 指標
                indicator-values.csv 目標値と実績値　publications.csv 公開したもの
publications/   公開したときの本文そのもの（JSON）。ファイルの SHA-256 が、公開したときのハッシュと同じです
files/          個人情報を持たない仕事のファイル: 統計の取込みの原本と、つくった計画書。名前は tables/stored_file.jsonl
tables/         すべての表。1行が1件（JSON Lines、UTF-8）。日時は協定世界時（UTC）
manifest.json   すべてのファイルの大きさと SHA-256、表の列、データベースの版（migrations）
${hasPeople ? personalWords : withoutPeopleWords}
自由に書いた文について
  計画の本文、指標の説明や変更の理由、組み直しや消去の理由などは、書かれたとおり tables/ に入っています。公開する計画のための文であり、
  個人情報を書かない決まりです。人に渡す前に、名前や電話番号が書かれていないかを registers/ と tables/ で確かめてください。

入っていないもの
  サインイン中の状態、一度だけ使えるリンク、確認コードの秘密、メールなど処理を待つ仕事、DATA_DIR/secrets の鍵。

確かめかた
  sha256sum で各ファイルのハッシュを計算し、manifest.json と比べます。
  manifest.json 自身のハッシュは、書き出したときに画面に表示されます。別の場所に控えておくと、書き換えが分かります。

ほかの環境に移すとき
  空の環境で npm run import -- このファイル（またはフォルダー）
  公開したもののハッシュと、操作の記録の連鎖は、移したあとも同じです。npm run verify で確かめられます。
`);
}

const personalWords = `personal.enc    個人情報（職員、所属、役割、パスワードのハッシュ、サインインの記録、異動、代理）と、
                人の名前が書かれているかもしれない預かりもの（課から出た計画の表や記入済みの Excel の原本、
                その取込みで読んだ内容と答え）。合言葉で暗号化しています
                形式: 先頭16バイト「TOMONI-SEALED-1」と改行、塩16バイト、ノンス12バイト、認証タグ16バイト、暗号文。
                鍵は scrypt（N=131072、r=8、p=1、32バイト）、暗号は AES-256-GCM。中身は tar（tables/表の名前.jsonl と files/）です。
                合言葉は NFKC で正規化し、UTF-8 で使います。合言葉をなくすと、だれにも開けません。
`;

const withoutPeopleWords = `個人情報（職員、所属、役割、サインインの記録など）と、課から預かった計画の表の原本は入っていません。
                ほかの表の saved_by などにある id は、個人情報を持たない番号です。
`;
