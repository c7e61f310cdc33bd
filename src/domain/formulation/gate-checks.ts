import { z } from "zod";
import type { FrozenGaps } from "#domain/plan/index.ts";
import { commentFaults, type CommentPeriod } from "./comment-period.ts";
import type { ConfirmationWords, Gate, GateItem, StageState } from "./gate.ts";
import { isFinished } from "./gate.ts";
import type { Stage } from "./stage.ts";

export const checkKeys = [
  "points",
  "pages",
  "indicators",
  "period",
  "sections",
  "lineage",
  "comment",
  "before",
  "views",
  "confirmation",
  "manual",
] as const;

/** What a check looks at: the frozen version that the gate holds, a register as it stands on a day, or the gate's own record. */
export const lookedAt = ["version", "register", "gate"] as const;

/** One line of a gate's checklist. `isBlocking`: while it is not fulfilled, the gate passes not even with conditions. */
export const gateCheckSchema = z.object({
  key: z.enum(checkKeys),
  label: z.string(),
  isFulfilled: z.boolean(),
  isBlocking: z.boolean(),
  words: z.string(),
  /** What it looked at, and as of which day; absent where a gate was decided before this was kept. */
  seen: z.object({ at: z.enum(lookedAt), on: z.string() }).optional(),
});

export type GateCheck = z.infer<typeof gateCheckSchema>;

/** An occasion that owes answers, with what is not done. */
export interface OwedAnswers {
  readonly occasionId: string;
  readonly title: string;
  readonly openVoices: number;
  readonly openTopics: number;
}

/** What the version that a gate holds says of itself: what each thing to mend is called. */
export interface VersionFindings extends FrozenGaps {
  readonly frozenOn: string;
  /** Sections that were not confirmed, or changed after it. */
  readonly sections: readonly string[];
  /** Whether the version kept what changed after it was confirmed; those of the first format did not. */
  readonly knowsChanges: boolean;
}

/** What is known when a gate is looked at. */
export interface Findings {
  /** The registers as they stand now: answers owed, what of the lineage is open, periods of public comments. */
  readonly owed: readonly OwedAnswers[];
  readonly lineage: readonly string[];
  readonly comments: readonly CommentPeriod[];
  /** Undefined where the version was purged: nothing of it can be checked any more. */
  readonly version: VersionFindings | undefined;
}

interface Checking {
  readonly stage: Stage;
  readonly gate: Pick<Gate, "items" | "views" | "confirmations">;
  /** The stages before, with where each stands. */
  readonly before: readonly { readonly name: string; readonly state: StageState }[];
  readonly findings: Findings;
  /** The day on which it is looked at, or of the decision. */
  readonly day: string;
}

/** The checklist of a gate (関門の点検): what is computed first, then what people check. */
export function gateChecks({ stage, gate, before, findings, day }: Checking): GateCheck[] {
  const on = (at: (typeof lookedAt)[number], checks: readonly GateCheck[], since = day) =>
    checks.map((check) => ({ ...check, seen: { at, on: since } }));
  return [
    ...on("register", [pointsCheck(stage, findings.owed)]),
    ...on("version", versionChecks(findings.version), findings.version?.frozenOn ?? day),
    ...on("register", [
      countedCheck("lineage", "前の計画との対応が決まっている", findings.lineage),
      commentCheck(stage, findings.comments, day),
    ]),
    ...on("gate", [
      beforeCheck(before),
      viewsCheck(gate.views.length),
      ...(stage.needsConfirmation ? [confirmationCheck(gate.confirmations)] : []),
      ...gate.items.map(manualCheck),
    ]),
  ];
}

const versionLabels = {
  pages: "施策のページに直すところがない",
  indicators: "指標にKPI・目標値の不足がない",
  outside: "目標値の年度が計画期間の中にある",
  sections: "原稿のすべての節が確定している",
} as const;

/** What the held version tells of itself; of a purged one nothing is fulfilled. */
function versionChecks(version: VersionFindings | undefined): GateCheck[] {
  const checked = [
    { key: "pages", from: "pages" },
    { key: "indicators", from: "indicators" },
    { key: "period", from: "outside" },
    { key: "sections", from: "sections" },
  ] as const;
  return checked.map(({ key, from }) => {
    const label = versionLabels[from];
    if (!version) return { ...countedCheck(key, label, []), isFulfilled: false, words: goneWords };
    const check = countedCheck(key, label, version[from]);
    return key === "sections" && !version.knowsChanges
      ? { ...check, words: [check.words, changesUnknown].filter(Boolean).join("。") }
      : check;
  });
}

const goneWords = "この版の内容は完全に削除されたため、確かめられません";
const changesUnknown = "確定のあとに直されたかどうかは、この版には記録されていません";

function commentCheck({ isFinal }: Stage, comments: readonly CommentPeriod[], day: string): GateCheck {
  const faults = commentFaults(comments, { day, isFinal });
  return {
    key: "comment",
    label: "意見募集の期間が30日以上（短いときは理由がある）で、決定の日より前に終わっている",
    isFulfilled: faults.length === 0,
    isBlocking: false,
    words: faults.join("\n"),
  };
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

/** As many are named as a line holds; the rest is counted. */
const mostNamed = 3;

function countedCheck(key: GateCheck["key"], label: string, names: readonly string[]): GateCheck {
  const [count, rest] = [names.length, names.length > mostNamed ? "ほか" : ""];
  const words = count === 0 ? "" : `${count}か所（${names.slice(0, mostNamed).join("、")}${rest}）`;
  return { key, label, isFulfilled: count === 0, isBlocking: false, words };
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
