import { readFileSync } from "node:fs";
import { sectionsAsWord, type SectionForWord } from "#export/word-section/index.ts";
import { richOf } from "#kernel/rich-notation.ts";
import { inProject } from "#platform/files/project.ts";

const first = `計画の趣旨は**とても大切**です。｜防災《ぼうさい》の町をつくります。[^防災基本条例（平成20年）による。]
施策は{{count:measures|60件}}です。人口は{{statistic:人口:2025|58,000人}}に減りました。[^国勢調査]詳しくは[市の案内](/plan/1-1)と[国の資料](https://www.example.go.jp/a?b=1&c=2)を見てください。
同じ段落の次の行です。　全角の空白と  二つの空白。

## 大見出し
第1 総則
　1　目的
　(1)　背景
1. 一つ目
2. 二つ目
3. 三つ目
はさんだ段落
1. また一つ目
2. また二つ目
・箇条
・箇条の二

表：人口の推移
|= 年 |= 人口 |= 備考 |
| 令和2年 | 60,298 | 国勢調査 |
| 令和7年 | 58,000 | ^ |
| 計 | < | 参考 |

![川の写真](01936f5e-8a10-7000-8000-000000000001 "図の題")

### 小見出し
「かぎ」の文。"引用" <記号> & 記号。`;

/** What office programs find hard: signs four deep, a table and a figure in an item, references side by side or after a link. */
const second = `第1 総則
　総則の続き
　1. 目的
　　1. 細目
　　　1. 細細目
　　　2. 細細目2
　2. 定義
　　・黒点
第2 雑則
　表：項目の中の表
　|= 見出し | 値
　・欄の点 |
　![項目の中の図](01936f5e-8a20-7000-8000-000000000002)
　### 項目の見出し
1. 次の並び

![](01936f5e-8a30-7000-8000-000000000003 "説明のない図")

**｜山田《やまだ》**市長\\
改行のあと{{count:goals|６目標}}[^注の文。二文目。]
{{count:policies|12政策}}{{count:measures|60施策}}
[市の案内](https://city.example){{count:measures|60施策}}と[統計](https://city.example/%E7%B5%B1%E8%A8%88)`;

function section(id: string, depth: number, title: string, lines: string): SectionForWord {
  return { title, depth, body: richOf(lines).rich, mark: { section: id, key: "body", version: 3, title } };
}

function text(id: string, key: string, title: string, lines: string): SectionForWord {
  return { title, depth: 3, body: richOf(lines).rich, mark: { section: id, key, version: 3, title }, isText: true };
}

/** A chapter with everything that a text may hold, and two bound sections, partly empty, below it. */
export const chapterForWord: readonly SectionForWord[] = [
  section("1", 1, "第1章 総論", first),
  section("2", 2, "第1節 深い項目", second),
  { ...section("3", 3, "1-1-1 訓練", ""), mark: { section: "3", key: "", version: 3, title: "1-1-1 訓練" } },
  text("3", "vision", "目指す姿", "安心して暮らせるまち"),
  text("3", "situation", "現状と課題", ""),
  { ...section("4", 3, "1-1-2 避難", ""), mark: { section: "4", key: "", version: 3, title: "1-1-2 避難" } },
  text("4", "vision", "目指す姿", ""),
  text("4", "situation", "現状と課題", "・一\n・二\n\n|= 表 |= だけ |\n| 1 | 2 |"),
];

/** The chapter as it goes out. */
export function chapterInWord(): Uint8Array<ArrayBuffer> {
  const origin = { plan: "plan", name: "みほん市総合計画" };
  return sectionsAsWord({ city: "みほん市", version: "原稿", madeOn: "2026-11-29", sections: chapterForWord, origin });
}

/** The chapter as LibreOffice 7.4 saved it: opened and saved, saved twice, edited by hand. */
export function chapterFromLibreOffice(how: "saved" | "saved-twice" | "edited"): Uint8Array {
  return new Uint8Array(readFileSync(inProject(`test/support/word/chapter-${how}-by-libreoffice.docx`)));
}
