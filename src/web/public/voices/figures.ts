import { isAnswered, isReflected, type PublicLedger } from "./ledger.ts";

/** A figure of the trace, and in words what was counted. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly source: string;
}

/** How many voices came in and what became of them. Voices and points are of the tables of the occasions, the others of the list. */
export function figuresOf({ editions, topics }: PublicLedger): readonly Figure[] {
  const sum = (key: "voices" | "points") => editions.reduce((total, { snapshot }) => total + snapshot.tallies[key], 0);
  const answered = topics.filter(isAnswered).length;
  const reflected = topics.filter(isReflected).length;
  return [
    {
      name: "届いた意見",
      value: sum("voices"),
      unit: "件",
      source: `結果を公表した${editions.length}回の募集や会合で受け付けた数`,
    },
    { name: "論点", value: sum("points"), unit: "件", source: "一つの意見を、内容ごとに分けた数" },
    {
      name: "まとめた意見",
      value: topics.length,
      unit: "件",
      source: "同じ趣旨の論点を一つにまとめた数。多数決ではありません",
    },
    { name: "市の考え方を示したもの", value: answered, unit: "件", source: `まとめた意見${topics.length}件のうち` },
    {
      name: "計画に反映したもの",
      value: reflected,
      unit: "件",
      source: `市の考え方を示した${answered}件のうち、文章を変えたもの`,
    },
  ];
}
