import type { MarkKind } from "./mark.ts";
import { beginsWithSurname, isNoName, namesNobody } from "./names.ts";

/** A pattern of personal data. What it marks is the group `it`, or the whole of what it found. */
export interface Pattern {
  readonly kind: MarkKind;
  readonly pattern: RegExp;
  /** Says no to what only looks alike. */
  readonly isIt?: (found: string) => boolean;
}

const digits = (text: string) => text.replace(/\D/g, "").length;
const amount = String.raw`(?![\d-]|\s?(?:円|千円|万円|億円|人|件|世帯|戸|台|票|㎡|m|%|年|番目))`;
const han = String.raw`[\p{Script=Han}々ヶケヵノァ-ヴー]`;
const person = String.raw`(?:[\p{Script=Han}々]{1,4} ?[\p{Script=Han}々ぁ-ん]{1,4}|[ァ-ヴー]{2,8}[ ・]?[ァ-ヴー]{0,8})`;
const day = String.raw`(?:(?:明治|大正|昭和|平成|令和|[MTSHR])\.?(?:\d{1,2}|元)|\d{4})[年./-]\d{1,2}[月./-]\d{1,2}日?`;

export const patterns: readonly Pattern[] = [
  { kind: "email", pattern: /[\w.%+-]+(?:@|\(at\)|\[at\])[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/gi },
  {
    kind: "page",
    pattern:
      /(?:https?:\/\/)?(?:[\w-]+\.)*(?:x\.com|twitter\.com|facebook\.com|instagram\.com|note\.com|ameblo\.jp|line\.me|tiktok\.com|youtube\.com|hatenablog\.com|blogspot\.com|fc2\.com|livedoor\.jp)\/[\w.~@/?=&%#+-]+/gi,
  },
  { kind: "page", pattern: /https?:\/\/[\w.:/-]*\/(?:~|@)[\w.~@/?=&%#+-]+/gi },
  { kind: "page", pattern: /(?<![\w.])@[A-Za-z0-9_]{4,}/g },
  {
    kind: "number",
    pattern: new RegExp(String.raw`(?<![\d-])\d{4}[- ]?\d{4}[- ]?\d{4}${amount}`, "gu"),
    isIt: (found) => digits(found) === 12,
  },
  {
    kind: "phone",
    pattern: new RegExp(
      String.raw`(?<![\d.-])(?:\+81[- ]?\(?0?\)?|\(?0)\d{1,4}(?:[- ]|\)|\(|の)?[- ]?\d{1,4}(?:[- ]|\)|の)?\d{3,4}${amount}`,
      "gu",
    ),
    isIt: (found) => (found.startsWith("+") ? digits(found) >= 11 : [10, 11].includes(digits(found))),
  },
  {
    kind: "phone",
    pattern: /(?:電話|TEL|携帯|FAX|ファクス|ファックス|☎)(?:番号)?[はが:.： ]{0,3}(?<it>\d{2,4}-\d{4})(?![\d-])/giu,
  },
  { kind: "postalCode", pattern: new RegExp(String.raw`〒 ?\d{3}-?\d{4}(?!\d)|(?<![\d-])\d{3}-\d{4}${amount}`, "gu") },
  {
    kind: "address",
    pattern: new RegExp(
      String.raw`${han}{0,24}[\d一二三四五六七八九十]+丁目(?:\d+番地?(?:の?\d+)?(?:\d+号)?|\d+(?:-\d+){0,2}号?)`,
      "gu",
    ),
  },
  { kind: "address", pattern: new RegExp(String.raw`${han}{2,24}\d+(?:番地(?:の?\d+)?(?:\d+号)?|番\d+号)`, "gu") },
  {
    kind: "address",
    pattern: new RegExp(
      String.raw`${han}{0,16}(?:[都道府県市区町村郡]|大字|字)${han}{0,12}\d+-\d+(?:-\d+)?(?![\d-])`,
      "gu",
    ),
    isIt: (found) => !/(?:施策|目標|基本|事業|計画|議案|資料|第)/.test(found),
  },
  { kind: "address", pattern: new RegExp(String.raw`${han}{2,16} ?\d{2,4}号室`, "gu") },
  { kind: "birth", pattern: new RegExp(String.raw`${day}(?=[ に]?(?:生|うまれ))`, "gu") },
  { kind: "birth", pattern: new RegExp(String.raw`(?:生年月日|誕生日)[はが: ]{0,3}(?<it>${day})`, "gu") },
  {
    kind: "name",
    pattern: new RegExp(
      String.raw`(?:氏名|名前|フルネーム|署名|代表者?|担当者?)(?:[:] ?| ?[はが、] ?|\n)(?<it>${person}?)(?=です|と申|とい|だ|。|、|,|\(|\n|$|といいます| ?様| ?さん)`,
      "gmu",
    ),
    isIt: (found) => !isNoName(found),
  },
  {
    kind: "name",
    pattern: new RegExp(String.raw`(?:氏名|名前)(?:: ?| )(?<it>${person})`, "gu"),
    isIt: (found) => !isNoName(found),
  },
  {
    kind: "name",
    pattern: /(?<it>[\p{Script=Han}々]{2,7}(?: [\p{Script=Han}々]{1,3})?)(?=と申し|と申す|といいます|と言います)/gu,
  },
  {
    kind: "name",
    pattern:
      /(?:私|わたし|僕|当方)(?:は|、|の名は)(?:[^\s。、]{1,12}の)?(?<it>[\p{Script=Han}々]{2,6}(?: [\p{Script=Han}々]{1,3})?)(?=です|だ)/gu,
    isIt: beginsWithSurname,
  },
  {
    kind: "name",
    pattern:
      /(?<it>[\p{Script=Han}々]{2,6}(?: [\p{Script=Han}々]{1,3})?|[ァ-ヴー]{2,8})(?=さん|様(?![\p{Script=Han}々])|氏(?![\p{Script=Han}])|くん|ちゃん)/gu,
    isIt: (found) => !namesNobody(found),
  },
];
