import { channelLabels } from "#domain/voices/published.ts";
import { grouped } from "#kernel/grouped.ts";
import { codeAndTitle } from "#web/public/plan/branches.ts";
import type { PublicLedger, PublicTopic } from "./ledger.ts";
import { goalOf, type PlanPlaces } from "./places.ts";

/** A stop (節目) of the flow: a channel, a category or a goal, with the points that pass it. */
export interface Stop {
  readonly key: string;
  readonly label: string;
  /** For narrow places: the symbol of a category; the label where there is none. */
  readonly short: string;
  readonly count: number;
}

/** Points that go from one stop to another. */
export interface Stream {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** How points flow: by which channel they came, what became of them, which part of the plan they are about. */
export interface Flow {
  readonly channels: readonly Stop[];
  readonly categories: readonly Stop[];
  readonly goals: readonly Stop[];
  readonly toCategory: readonly Stream[];
  readonly toGoal: readonly Stream[];
  readonly total: number;
}

const uncategorised = "区分を付けず、どう生かしたかを示したもの";
const leftOut = "対象外としたもの（理由を示しています）";
const wholePlan = "計画の全体・そのほか";

interface Drop {
  readonly channel: string;
  readonly category: string;
  readonly goal: string;
  readonly order: number;
  readonly count: number;
}

const shortNames: Readonly<Record<string, string>> = { [uncategorised]: "区分なし", [leftOut]: "対象外" };

/** Every point that is under a topic or left out with a reason is counted once on each of the three sides. */
export function flowOf(ledger: PublicLedger, places: PlanPlaces): Flow {
  const drops = [...ledger.topics.flatMap((topic) => dropsOf(topic, places)), ...dropsLeftOut(ledger)];
  const categories = categoryOrder(ledger);
  const symbols = symbolsOf(ledger);
  const rank = (name: string) => (categories.includes(name) ? categories.indexOf(name) : categories.length);
  return {
    channels: stops(drops, "channel", (one, other) => other.count - one.count),
    categories: stops(drops, "category", (one, other) => rank(one.key) - rank(other.key)).map((stop) => ({
      ...stop,
      short: symbols.get(stop.key) ?? shortNames[stop.key] ?? stop.label,
    })),
    goals: stops(drops, "goal", (one, other) => one.order - other.order),
    toCategory: streams(drops, "channel", "category"),
    toGoal: streams(drops, "category", "goal"),
    total: totalOf(drops),
  };
}

/** Categories by name, in the order in which the newest results name them, then what has none. */
function categoryOrder({ editions }: PublicLedger): string[] {
  const names = editions.flatMap(({ snapshot }) => snapshot.categories.map(categoryName));
  return [...new Set(names), uncategorised, leftOut];
}

function symbolsOf({ editions }: PublicLedger): ReadonlyMap<string, string> {
  const all = editions.flatMap(({ snapshot }) => snapshot.categories);
  return new Map(all.flatMap((each) => (each.symbol === "" ? [] : [[categoryName(each), each.symbol] as const])));
}

export function categoryName({ symbol, name }: { readonly symbol: string; readonly name: string }): string {
  return [symbol, name].filter(Boolean).join(" ");
}

function dropsOf(topic: PublicTopic, places: PlanPlaces): Drop[] {
  const goal = goalOf(topic, places);
  return topic.from.map(({ occasion, points }) => ({
    channel: channelLabels[occasion.channel],
    category: topic.category ? categoryName(topic.category) : uncategorised,
    goal: goal ? codeAndTitle(goal.node) : wholePlan,
    order: goal?.goalNumber ?? lastGoal,
    count: points,
  }));
}

const lastGoal = 1_000;

function dropsLeftOut({ editions }: PublicLedger): Drop[] {
  return editions.flatMap(({ snapshot: { occasion, voices } }) => {
    const count = voices.flatMap(({ points }) => points).filter(({ exclusion }) => exclusion !== "").length;
    const drop = { channel: channelLabels[occasion.channel], category: leftOut, goal: wholePlan, order: lastGoal };
    return count > 0 ? [{ ...drop, count }] : [];
  });
}

type Side = "channel" | "category" | "goal";
type Place = Omit<Stop, "short"> & Pick<Drop, "order">;

function stops(drops: readonly Drop[], side: Side, order: (one: Place, other: Place) => number): Stop[] {
  const places = Array.from(
    grouped(drops, (drop) => drop[side]),
    ([key, own]) => ({
      key,
      label: key,
      count: totalOf(own),
      order: own[0]?.order ?? lastGoal,
    }),
  );
  return places.sort(order).map(({ key, label, count }) => ({ key, label, short: label, count }));
}

function streams(drops: readonly Drop[], from: Side, to: Side): Stream[] {
  return [...grouped(drops, (drop) => `${drop[from]}\n${drop[to]}`).values()].flatMap((own) =>
    own.slice(0, 1).map((drop) => ({ from: drop[from], to: drop[to], count: totalOf(own) })),
  );
}

function totalOf(drops: readonly Drop[]): number {
  return drops.reduce((sum, { count }) => sum + count, 0);
}

/** How many points go from one stop to another. */
export function between(streamsOfSide: readonly Stream[], from: string, to: string): number {
  return streamsOfSide.find((stream) => stream.from === from && stream.to === to)?.count ?? 0;
}
