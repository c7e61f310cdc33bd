import { nodeFieldKeys, type NodeSnapshot, type PlanSnapshot } from "#domain/plan/published.ts";
import { plainText } from "#kernel/rich-text.ts";

/** Words that people bring with them, from many parts of life, the most looked for first. */
const words = [
  "学校",
  "通学路",
  "保育",
  "子育て",
  "避難",
  "医療",
  "介護",
  "ごみ",
  "バス",
  "道路",
  "公園",
  "空き家",
  "移住",
  "観光",
  "農業",
  "図書館",
  "健診",
  "水道",
  "災害",
  "防災",
  "消防",
  "仕事",
  "税",
] as const;

/** Example words for the search box: everyday words that this plan really answers, at most `most` of them. */
export function everydayWords(snapshot: PlanSnapshot, most: number): readonly string[] {
  const whole = snapshot.nodes.map(textOf).join("\n");
  return words.filter((word) => whole.includes(word)).slice(0, most);
}

function textOf({ title, keyword, fields }: NodeSnapshot): string {
  const texts = nodeFieldKeys.map((key) => fields[key]).filter((field) => field !== undefined);
  return [title, keyword, ...texts.map(plainText)].join("\n");
}
