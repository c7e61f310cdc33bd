/** Age group (年齢区分): from an age to an age, both included; no end is 「以上」. */
export interface AgeGroup {
  readonly from: number;
  readonly to: number | null;
}

/** How groups are named in what is stored: 「total」, 「unknown」 (年齢不詳), 「0-14」, 「65+」. */
export type GroupKey = string;

export const totalKey: GroupKey = "total";
export const unknownKey: GroupKey = "unknown";

/** The three groups (年少・生産年齢・老年) that every city has. */
export const threeGroups: readonly { readonly key: GroupKey; readonly name: string }[] = [
  { key: "0-14", name: "年少人口" },
  { key: "15-64", name: "生産年齢人口" },
  { key: "65+", name: "老年人口" },
];

export function groupOf(key: GroupKey): AgeGroup | undefined {
  const match = /^(\d{1,3})(?:-(\d{1,3})|\+)$/.exec(key);
  if (!match) return undefined;
  const group = { from: Number(match[1]), to: match[2] === undefined ? null : Number(match[2]) };
  return group.to !== null && group.to < group.from ? undefined : group;
}

/** 「総数」「年齢不詳」「年少人口（0〜14歳）」「75〜79歳」「90歳以上」. */
export function groupName(key: GroupKey): string {
  if (key === totalKey) return "総数";
  if (key === unknownKey) return "年齢不詳";
  const group = groupOf(key);
  const ages = group ? agesName(group) : key;
  const three = threeGroups.find((each) => each.key === key);
  return three ? `${three.name}（${ages}）` : ages;
}

function agesName({ from, to }: AgeGroup): string {
  return to === null ? `${from}歳以上` : from === to ? `${from}歳` : `${from}〜${to}歳`;
}

/** The total first, then by age, the wider group before those within it, 年齢不詳 last. */
export function inGroupOrder(keys: Iterable<GroupKey>): GroupKey[] {
  const place = (key: GroupKey): readonly [number, number] => {
    if (key === totalKey) return [-1, 0];
    const group = groupOf(key);
    return group ? [group.from, -(group.to ?? 999)] : [1_000, 0];
  };
  return [...new Set(keys)].toSorted((one, other) => {
    const [from, to] = place(one);
    const [otherFrom, otherTo] = place(other);
    return from - otherFrom || to - otherTo;
  });
}

const totalWords = new Set(["総数", "合計", "計", "総人口", "人口", "全体", "総計"]);
const namedGroups: readonly (readonly [RegExp, GroupKey])[] = [
  [/^年少(?:人口)?/, "0-14"],
  [/^生産年齢(?:人口)?/, "15-64"],
  [/^(?:老年|高齢者?)(?:人口)?/, "65+"],
  [/^(?:年齢)?不詳/, unknownKey],
];

/** The group that a table's heading names: 「総数」「0～14歳」「65歳以上」「老年人口」; half-width text is expected. */
export function groupInWords(words: string): GroupKey | undefined {
  const text = words.replace(/[\s　]/g, "").replace(/[~〜～‐–−―ー]/g, "-");
  const span = /(\d{1,3})歳?(?:-(\d{1,3})歳?|(?:歳)?(以上|\+|-$))/.exec(text);
  if (span) {
    const key = span[2] === undefined ? `${span[1]}+` : `${Number(span[1])}-${Number(span[2])}`;
    return groupOf(key) && key;
  }
  if (totalWords.has(text.replace(/(?:人口)?[（(].*$/, "")) || totalWords.has(text)) return totalKey;
  return namedGroups.find(([pattern]) => pattern.test(text))?.[1];
}
