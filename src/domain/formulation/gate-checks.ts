import { z } from "zod";
import type { CheckItem } from "#domain/plan/index.ts";
import type { ConfirmationWords, Gate, GateItem, StageState } from "./gate.ts";
import { isFinished } from "./gate.ts";
import type { Stage } from "./stage.ts";

export const checkKeys = [
  "points",
  "pages",
  "indicators",
  "period",
  "sections",
  "before",
  "views",
  "confirmation",
  "manual",
] as const;

/** One line of a gate's checklist. `isBlocking`: while it is not fulfilled, the gate passes not even with conditions. */
export const gateCheckSchema = z.object({
  key: z.enum(checkKeys),
  label: z.string(),
  isFulfilled: z.boolean(),
  isBlocking: z.boolean(),
  words: z.string(),
});

export type GateCheck = z.infer<typeof gateCheckSchema>;

/** An occasion that owes answers, with what is not done. */
export interface OwedAnswers {
  readonly occasionId: string;
  readonly title: string;
  readonly openVoices: number;
  readonly openTopics: number;
}

/** What the other subjects say when a gate is looked at. */
export interface Findings {
  readonly owed: readonly OwedAnswers[];
  readonly items: readonly Pick<CheckItem, "group">[];
  readonly unconfirmedSections: number;
}

interface Checking {
  readonly stage: Stage;
  readonly gate: Pick<Gate, "items" | "views" | "confirmations">;
  /** The stages before, with where each stands. */
  readonly before: readonly { readonly name: string; readonly state: StageState }[];
  readonly findings: Findings;
}

/** The checklist of a gate (関門の点検): what is computed first, then what people check. */
export function gateChecks({ stage, gate, before, findings }: Checking): GateCheck[] {
  return [
    pointsCheck(stage, findings.owed),
    countedCheck("pages", "施策のページに直すところがない", countOf(findings, "measure", "sdgs", "lineage")),
    countedCheck("indicators", "指標にKPI・目標値の不足がない", countOf(findings, "indicator")),
    countedCheck("period", "目標値の年度が計画期間の中にある", countOf(findings, "period")),
    countedCheck("sections", "原稿のすべての節が確定している", findings.unconfirmedSections),
    beforeCheck(before),
    viewsCheck(gate.views.length),
    ...(stage.needsConfirmation ? [confirmationCheck(gate.confirmations)] : []),
    ...gate.items.map(manualCheck),
  ];
}

/** Only 最終案 and 議案 are held up by points that are owed an answer; earlier gates tell them. */
function pointsCheck({ isFinal }: Stage, owed: readonly OwedAnswers[]): GateCheck {
  const open = owed.filter(({ openVoices, openTopics }) => openVoices + openTopics > 0);
  const words = open.map(({ title, openVoices, openTopics }) => {
    const parts = [
      openVoices > 0 ? `仕分けの残る意見${openVoices}件` : "",
      openTopics > 0 ? `決定していない市の考え方${openTopics}件` : "",
    ];
    return `${title}：${parts.filter(Boolean).join("、")}`;
  });
  return {
    key: "points",
    label: "回答する意見のすべてに、決定した市の考え方がある",
    isFulfilled: open.length === 0,
    isBlocking: isFinal,
    words: words.join("\n"),
  };
}

function countOf({ items }: Findings, ...groups: readonly string[]): number {
  return items.filter(({ group }) => groups.includes(group)).length;
}

function countedCheck(key: GateCheck["key"], label: string, count: number): GateCheck {
  return { key, label, isFulfilled: count === 0, isBlocking: false, words: count === 0 ? "" : `${count}か所` };
}

function beforeCheck(before: Checking["before"]): GateCheck {
  const open = before.filter(({ state }) => !isFinished(state)).map(({ name }) => `「${name}」`);
  return {
    key: "before",
    label: "前の段階がすべて終わっている",
    isFulfilled: open.length === 0,
    isBlocking: true,
    words: open.length === 0 ? "" : `終わっていない段階：${open.join("、")}`,
  };
}

function viewsCheck(count: number): GateCheck {
  return {
    key: "views",
    label: "聴いた意見を記録した",
    isFulfilled: count > 0,
    isBlocking: false,
    words: count > 0 ? `${count}件` : "",
  };
}

const bodiesNeeded = 2;

function confirmationCheck(confirmations: readonly ConfirmationWords[]): GateCheck {
  const bodies = confirmations.map(({ body }) => body);
  return {
    key: "confirmation",
    label: "将来都市像と目標を、2つの会議がこの版で確かめた",
    isFulfilled: bodies.length >= bodiesNeeded,
    isBlocking: true,
    words: bodies.join("、"),
  };
}

function manualCheck({ label, isDone, words }: GateItem): GateCheck {
  return { key: "manual", label, isFulfilled: isDone, isBlocking: false, words };
}
