import { z } from "zod";

/**
 * Where a reference (参照) in a text takes its figure: an indicator's baseline, a target or an actual of a year; a statistic of the
 * city; or a count of the plan. Written as one word, so that it stands in a text and in the plain notation alike.
 */
export type ReferenceSource =
  | { readonly kind: "indicator"; readonly id: string; readonly part: "baseline" }
  | { readonly kind: "indicator"; readonly id: string; readonly part: "target" | "actual"; readonly year: number }
  | { readonly kind: "statistic"; readonly id: string; readonly year: number }
  | { readonly kind: "count"; readonly of: CountedThing };

/** What of a plan can be counted: 施策, 指標, 重点施策. */
export const countedThings = ["measures", "indicators", "priorities"] as const;
export type CountedThing = (typeof countedThings)[number];

const yearSchema = z.coerce.number().int().min(1900).max(2200);
const idSchema = z.uuid();

/** A source from its word; undefined where it is none. */
export function readSource(word: string): ReferenceSource | undefined {
  const [kind, id = "", part = "", year = ""] = word.split(":");
  if (kind === "count") return readCount(id);
  if (!idSchema.safeParse(id).success) return undefined;
  if (kind === "statistic") return withYear(part, (told) => ({ kind, id, year: told }));
  if (kind !== "indicator") return undefined;
  if (part === "baseline") return { kind, id, part };
  return part === "target" || part === "actual"
    ? withYear(year, (told) => ({ kind, id, part, year: told }))
    : undefined;
}

function readCount(word: string): ReferenceSource | undefined {
  const of = countedThings.find((each) => each === word);
  return of && { kind: "count", of };
}

function withYear(word: string, source: (year: number) => ReferenceSource): ReferenceSource | undefined {
  const year = yearSchema.safeParse(word);
  return year.success ? source(year.data) : undefined;
}

/** The word of a source, as it stands in a text. */
export function sourceWord(source: ReferenceSource): string {
  if (source.kind === "count") return `count:${source.of}`;
  if (source.kind === "statistic") return `statistic:${source.id}:${source.year}`;
  return source.part === "baseline"
    ? `indicator:${source.id}:baseline`
    : `indicator:${source.id}:${source.part}:${source.year}`;
}
