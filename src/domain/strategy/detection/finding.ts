import { sha256 } from "#kernel/canonical-json.ts";

export const findingKinds = [
  "targetsDiffer",
  "kpiOutsideMeasures",
  "grantWithoutPosition",
  "strategyPeriod",
  "grantPeriod",
  "programmePeriod",
  "goalWithoutFigure",
] as const;

/** What is wrong: kinds of double management (二重管理) and of missing links. */
export type FindingKind = (typeof findingKinds)[number];

/** Where it is put right. */
export type FindingPlace =
  | { readonly kind: "indicator"; readonly planSlug: string; readonly id: string }
  | { readonly kind: "targetSet"; readonly planSlug: string; readonly setId: string; readonly indicatorId: string }
  | { readonly kind: "marks"; readonly slug: string }
  | { readonly kind: "strategy"; readonly slug: string }
  | { readonly kind: "grant"; readonly id: string };

/** A finding (点検の指摘): what stands against what, and the places to go to. */
export interface Finding {
  /** Stays the same as long as the same is found: an acceptance holds for exactly this. */
  readonly key: string;
  readonly kind: FindingKind;
  /** The thing it is about, by name. */
  readonly subject: string;
  /** What stands against what, a line each. */
  readonly facts: readonly string[];
  readonly places: readonly { readonly label: string; readonly place: FindingPlace }[];
}

/** A finding with the key that its kind, its things and its facts make. */
export function finding(input: Omit<Finding, "key"> & { readonly about: readonly string[] }): Finding {
  const { about, ...rest } = input;
  const print = sha256(JSON.stringify([rest.kind, about, rest.facts])).slice(0, 24);
  return { ...rest, key: `${rest.kind}-${print}` };
}
