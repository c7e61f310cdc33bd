import { folded } from "#kernel/folding.ts";
import { parseJapaneseDay } from "#kernel/japanese-day.ts";
import { cellText, type Cell } from "#kernel/sheet.ts";
import { ageBands, senderKinds, type Way } from "../channel.ts";

/** What a cell says; undefined where nobody can say it, "" for no answer. */
export type Said<T> = T | "" | undefined;

const noAnswer = /^(無回答|未回答|回答なし|未記入|記入なし|不明|回答しない|答えたくない|その他|[-−－ー―])$/u;

const kanjiTens: Readonly<Record<string, number>> = { 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

function plainOf(text: string): string {
  return text.normalize("NFKC").replace(/\s/gu, "");
}

/** 「30代」「30-39」「30～39歳」「三十歳代」「35歳」「10歳未満」 as a band; what spans two bands is not guessed. */
export function saidAge(text: string): Said<string> {
  const plain = plainOf(text)
    .replace(/([二三四五六七八九])?十/gu, (_, tens: string | undefined) => `${tens ? kanjiTens[tens] : 1}0`)
    .replaceAll("才", "歳");
  if (plain === "" || noAnswer.test(plain)) return "";
  if (/^([12]0歳未満|1\d歳以下|10代以下|10歳?代)$/u.test(plain)) return "10代以下";
  const [, least = "", most = ""] = /^(\d{1,3})歳?[-~〜–—‐−](\d{1,3})歳?$/u.exec(plain) ?? [];
  if (least !== "") return bandOf(least) === bandOf(most) ? bandOf(least) : undefined;
  const [, decade = ""] = /^(\d0)歳?代$/u.exec(plain) ?? [];
  if (decade !== "") return bandOf(decade);
  const [, oldest = ""] = /^(\d0)(?:歳|歳?代)以上$/u.exec(plain) ?? [];
  if (oldest !== "") return Number(oldest) >= 80 ? "80歳以上" : undefined;
  const [, age = ""] = /^(\d{1,3})歳?$/u.exec(plain) ?? [];
  return age === "" ? undefined : bandOf(age);
}

function bandOf(age: string): string | undefined {
  const years = Number(age);
  if (years > 120) return undefined;
  if (years >= 80) return "80歳以上";
  return years < 20 ? "10代以下" : ageBands.find((band) => band === `${Math.floor(years / 10) * 10}代`);
}

const ways: readonly (readonly [RegExp, Way])[] = [
  [/郵(送|便)/u, "post"],
  [/fax|ファ(ッ)?クス/iu, "fax"],
  [/メール|mail/iu, "mail"],
  [/窓口|持参|来庁|投函/u, "counter"],
  [/会場/u, "venue"],
  [/電子申請|web|ウェブ|ネット|フォーム|オンライン/iu, "web"],
];

export function saidWay(text: string): Said<Way> {
  const plain = plainOf(text);
  if (plain === "" || noAnswer.test(plain)) return "";
  return ways.find(([pattern]) => pattern.test(plain))?.[1];
}

const kinds: readonly (readonly [RegExp, (typeof senderKinds)[number]])[] = [
  [/在住|居住|住んで|住む/u, "市内に住む人"],
  [/在勤|勤務|働/u, "市内で働く人"],
  [/在学|通学|学/u, "市内で学ぶ人"],
  [/事業者|法人|企業|事業所/u, "市内の事業者"],
  [/団体/u, "市内の団体"],
  [/利害/u, "利害関係のある人"],
];

/** 「市内在住」 and the like; what names two kinds is not guessed. */
export function saidKind(text: string): Said<string> {
  const plain = plainOf(text);
  if (plain === "" || noAnswer.test(plain)) return "";
  if (/市外|町外|村外/u.test(plain)) return undefined;
  const found = kinds.filter(([pattern]) => pattern.test(plain));
  return found.length === 1 ? found[0]?.[1] : senderKinds.find((kind) => kind === plain);
}

const yes =
  /^(はい|有|あり|希望(する|します)?|する|[○〇◯◎✓✔レ1]|yes|true|可|よい|良い|公開(可|してよい|してもよい|する)|同意(する|します))$/iu;
const no =
  /^(いいえ|無|なし|希望(しない|しません)|しない|[×✕✗0]|no|false|不可|非公開|公開(不可|しない|しないでほしい|してほしくない)|同意(しない|しません))$/iu;

export function saidWish(text: string): Said<"yes" | "no"> {
  const plain = plainOf(text);
  if (plain === "" || noAnswer.test(plain)) return "";
  if (yes.test(plain)) return "yes";
  return no.test(plain) ? "no" : undefined;
}

/** The day of a cell, also where the time of day follows it (タイムスタンプ). */
export function saidDay(cell: Cell | undefined): Said<string> {
  if (typeof cell === "object" && cell !== null && "day" in cell) return cell.day;
  const text = cellText(cell).normalize("NFKC");
  if (text === "") return "";
  return parseJapaneseDay(text.replace(/\s*(午前|午後)?\s*\d{1,2}[:時]\d{1,2}([:分]\d{1,2})?(分|秒)?.*$/u, ""));
}

const nothing =
  /^((特に|とくに|今のところ|いまのところ|現在|別に|べつに|全く|まったく|意見は?|要望は?|不満は?|不便は?|何も|なにも)*(なし|無し|ない|無い|無|ありません|ございません|なかった|該当なし|無回答|未記入|記入なし)(です)?|特に|とくに|na|none|nothing|ー+)$/u;

/** 「特になし」「ありません」「－」: an answer that says nothing. Whether it is taken is asked, once for all. */
export function saysNothing(text: string): boolean {
  const plain = folded(text).replace(/[\s\p{P}\p{S}]/gu, "");
  return plain === "" || nothing.test(plain);
}

/** Whether characters of it were lost on the way: the sign for what could not be decoded, and the 〓 of old systems. */
export function isDamaged(text: string): boolean {
  return /[\uFFFD〓]/u.test(text);
}
