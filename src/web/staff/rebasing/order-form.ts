import {
  indicatorChoices,
  isKnownKind,
  type Fate,
  type IndicatorChoice,
  type PlanWithLevels,
  type RebasingOrder,
} from "#domain/plan/index.ts";
import { text, texts } from "#web/visit.ts";
import { levelsInForm } from "../plan/level-table.tsx";

/** The parts of a plan's page that a re-basing takes along unless somebody says otherwise. */
export const takeLabels = { texts: "本文・用語・重点", relatedPlans: "関連する計画", sdgs: "SDGsの位置づけ" } as const;

type Take = keyof typeof takeLabels;

/** The order that the forms' words mean; the rules judge it. Goals without a name are left out. */
export function orderIn(form: FormData): RebasingOrder {
  const kind = text(form, "kind");
  const keywords = texts(form, "goalKeyword");
  const goals = texts(form, "goalTitle").map((title, index) => ({
    title: title.trim(),
    keyword: (keywords[index] ?? "").trim(),
  }));
  const takes = texts(form, "takes");
  const takesAll = !form.has("indicators"); // the step that asks has not been reached
  const isTaken = (take: Take) => takesAll || takes.includes(take);
  return {
    name: text(form, "name"),
    slug: text(form, "slug"),
    kind: isKnownKind(kind) ? kind : "sectoralPlan",
    vision: text(form, "vision"),
    summary: text(form, "summary"),
    startYear: Number(text(form, "startYear")),
    endYear: Number(text(form, "endYear")),
    levels: levelsInForm(form),
    goals: goals.filter(({ title }) => title !== ""),
    fates: fatesIn(form),
    takes: { texts: isTaken("texts"), relatedPlans: isTaken("relatedPlans"), sdgs: isTaken("sdgs") },
    indicators: choiceOf(text(form, "indicators")),
  };
}

function choiceOf(word: string): IndicatorChoice {
  return isChoice(word) ? word : "within";
}

function isChoice(word: string): word is IndicatorChoice {
  return Object.hasOwn(indicatorChoices, word);
}

function fatesIn(form: FormData): Map<string, Fate> {
  const fates = new Map<string, Fate>();
  for (const name of new Set(form.keys())) {
    const id = name.startsWith("fate-") ? name.slice("fate-".length) : "";
    const fate = id === "" ? undefined : fateOf(text(form, name));
    if (fate) fates.set(id, fate);
  }
  return fates;
}

function fateOf(word: string): Fate | undefined {
  if (word === "end" || word === "apart") return { kind: word };
  const goal = /^goal-(\d{1,3})$/.exec(word)?.[1];
  return goal === undefined ? undefined : { kind: "goal", goal: Number(goal) };
}

/** What the first step begins with: the old plan's own words for the years after it. */
export function orderFrom(plan: PlanWithLevels, tops: RebasingOrder["goals"]): RebasingOrder {
  const length = plan.endYear - plan.startYear;
  const startYear = plan.endYear + 1;
  return {
    name: "",
    slug: String(startYear),
    kind: plan.kind,
    vision: plan.vision,
    summary: "",
    startYear,
    endYear: startYear + length,
    levels: plan.levels,
    goals: tops,
    fates: new Map(),
    takes: { texts: true, relatedPlans: true, sdgs: true },
    indicators: "within",
  };
}

/** The goal that an old top node most likely becomes: the one of its name, else the one in its place. */
export function likelyFate(title: string, index: number, goals: RebasingOrder["goals"]): string {
  const named = goals.findIndex((goal) => goal.title === title);
  if (named >= 0) return `goal-${named}`;
  return index < goals.length ? `goal-${index}` : "apart";
}
