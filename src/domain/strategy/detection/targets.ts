import { figure } from "#kernel/figures.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { grouped } from "#kernel/grouped.ts";
import type { DetectionFacts, IndicatorFact } from "./facts.ts";
import { finding, type Finding, type FindingPlace } from "./finding.ts";

/** A target that somebody set for a series in a year. */
interface Claim {
  readonly seriesId: string;
  readonly year: number;
  /** Who says it: a plan, a strategy, a grant project. */
  readonly holder: string;
  readonly value: number | null;
  readonly upper: number | null;
  readonly words: string;
  readonly place: FindingPlace;
  readonly label: string;
}

/** The same series with different targets for the same year, in two plans, target sets or grants. One finding a series. */
export function differingTargets(facts: DetectionFacts): Finding[] {
  const indicators = new Map(facts.indicators.map((each) => [each.id, each]));
  const claims = [...setClaims(facts, indicators), ...grantClaims(facts, indicators)];
  return [...grouped(claims, ({ seriesId }) => seriesId)].flatMap(([seriesId, ofSeries]) => {
    const years = [...grouped(ofSeries, ({ year }) => year)].filter(([, ofYear]) => contradict(ofYear));
    const named = facts.indicators.find((each) => each.seriesId === seriesId);
    if (years.length === 0 || !named) return [];
    const contradicting = years.toSorted(([one], [other]) => one - other).flatMap(([, ofYear]) => ofYear);
    return [
      finding({
        kind: "targetsDiffer",
        about: [seriesId],
        subject: `${named.code} ${named.name}`.trim(),
        facts: contradicting.map((claim) => claimWords(claim, named)),
        places: distinctPlaces(contradicting),
      }),
    ];
  });
}

function setClaims(facts: DetectionFacts, indicators: ReadonlyMap<string, IndicatorFact>): Claim[] {
  const sets = new Map(facts.sets.map((set) => [set.id, set]));
  const slugs = new Map(facts.plans.map((plan) => [plan.id, plan.slug]));
  return facts.targets.flatMap((target) => {
    const indicator = indicators.get(target.indicatorId);
    const set = sets.get(target.targetSetId);
    if (!indicator || !set) return [];
    const planSlug = slugs.get(indicator.planId) ?? "";
    const place: FindingPlace =
      set.kind === "plan"
        ? { kind: "indicator", planSlug, id: indicator.id }
        : { kind: "targetSet", planSlug, setId: set.id, indicatorId: indicator.id };
    const { year, value, upperValue: upper, words } = target;
    const label = `${set.name}の目標値を直す`;
    return [{ seriesId: indicator.seriesId, year, holder: set.name, value, upper, words, place, label }];
  });
}

function grantClaims(facts: DetectionFacts, indicators: ReadonlyMap<string, IndicatorFact>): Claim[] {
  return facts.grants.flatMap(({ id, name, kpis }) =>
    kpis.flatMap((kpi) => {
      const indicator = indicators.get(kpi.indicatorId ?? "");
      if (!indicator) return [];
      return kpi.levels
        .filter(({ value }) => value !== null)
        .map(({ year, value }): Claim => ({
          seriesId: indicator.seriesId,
          year,
          holder: `交付金事業「${name}」`,
          value,
          upper: null,
          words: "",
          place: { kind: "grant", id },
          label: `${name}のKPIを直す`,
        }));
    }),
  );
}

/** A number and words cannot be compared; two numbers, or two wordings, can. */
function contradict(claims: readonly Claim[]): boolean {
  const numbers = new Set(claims.filter(({ value }) => value !== null).map(({ value, upper }) => `${value} ${upper}`));
  const wordings = new Set(claims.filter(({ value }) => value === null).map(({ words }) => words.replace(/\s/g, "")));
  return numbers.size > 1 || wordings.size > 1;
}

function claimWords({ year, holder, value, upper, words }: Claim, { unit, decimals }: IndicatorFact): string {
  const number =
    value === null ? words : `${figure(value, decimals)}${upper === null ? "" : `〜${figure(upper, decimals)}`}${unit}`;
  return `${fiscalYearLabel(year)}：${holder}では ${number}`;
}

function distinctPlaces(claims: readonly Claim[]): Finding["places"] {
  return [...new Map(claims.map(({ place, label }) => [JSON.stringify(place), { label, place }])).values()];
}
