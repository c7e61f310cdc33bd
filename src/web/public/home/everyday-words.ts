import { nodeFieldKeys, type NodeSnapshot, type PlanSnapshot } from "#domain/plan/published.ts";
import { plainText } from "#kernel/rich-text.ts";

/** Words that people bring with them, from many parts of life, the most looked for first, with their readings (よみ). */
const words = [
  ["学校", "がっこう"],
  ["通学路", "つうがくろ"],
  ["保育", "ほいく"],
  ["子育て", "こそだて"],
  ["避難", "ひなん"],
  ["医療", "いりょう"],
  ["介護", "かいご"],
  ["ごみ", "ごみ"],
  ["バス", "ばす"],
  ["道路", "どうろ"],
  ["公園", "こうえん"],
  ["空き家", "あきや"],
  ["移住", "いじゅう"],
  ["観光", "かんこう"],
  ["農業", "のうぎょう"],
  ["図書館", "としょかん"],
  ["健診", "けんしん"],
  ["水道", "すいどう"],
  ["災害", "さいがい"],
  ["防災", "ぼうさい"],
  ["消防", "しょうぼう"],
  ["仕事", "しごと"],
  ["税", "ぜい"],
] as const;

/** Example words for the search box: everyday words that this plan really answers, at most `most` of them. */
export function everydayWords(snapshot: PlanSnapshot, most: number): readonly string[] {
  const whole = snapshot.nodes.map(textOf).join("\n");
  return words
    .map(([word]) => word)
    .filter((word) => whole.includes(word))
    .slice(0, most);
}

/** Everyday words that somebody may mean who typed how they sound: 「がっこう」「がっこうの」 is 学校. Takes folded words. */
export function wordsSoundingLike(typed: readonly string[]): readonly string[] {
  return words
    .filter(([word, reading]) => word !== reading && typed.some((each) => each.includes(reading)))
    .map(([word]) => word);
}

function textOf({ title, keyword, fields }: NodeSnapshot): string {
  const texts = nodeFieldKeys.map((key) => fields[key]).filter((field) => field !== undefined);
  return [title, keyword, ...texts.map(plainText)].join("\n");
}
