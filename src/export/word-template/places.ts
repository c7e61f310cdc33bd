import type { XmlElement } from "../word-reading/xml.ts";
import { paragraphText } from "./placeholders.ts";

const names: readonly [RegExp, string][] = [
  [/header/i, "ヘッダー"],
  [/footer/i, "フッター"],
  [/footnotes/i, "脚注"],
  [/endnotes/i, "文末脚注"],
  [/settings/i, "文書の設定"],
  [/document/i, "本文"],
];

/** What a clerk calls a part of a Word file. */
export function partName(path: string): string {
  return names.find(([pattern]) => pattern.test(path))?.[1] ?? path;
}

/** 「ヘッダーの第2段落「作成：…」」 */
export function placeName(path: string, number: number, paragraph: XmlElement): string {
  const words = paragraphText(paragraph).replaceAll("\uFFFC", " ").trim();
  const shown = [...words].length > 16 ? `${[...words].slice(0, 16).join("")}…` : words;
  return `${partName(path)}の第${number}段落「${shown}」`;
}
