import type { DraftVersion } from "#domain/documents/index.ts";
import { fieldRefusal } from "#domain/plan/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { isDay } from "#kernel/day.ts";
import type { Refusal } from "#kernel/result.ts";
import { gateRefusals } from "./gate-refusals.ts";
import type { GateCheck } from "./gate-checks.ts";
import type { Stage } from "./stage.ts";

export const gateStates = ["open", "passed", "conditional", "sentBack", "skipped"] as const;

export type GateState = (typeof gateStates)[number];

/** What the city may decide at a gate: 通過 · 条件付きで通過 · 差戻し */
export const gateOutcomes = ["passed", "conditional", "sentBack"] as const;

export type GateOutcome = (typeof gateOutcomes)[number];

/** Who was heard (聴いた意見): 議会 · 審議会 · 市民 · その他 */
export const hearers = ["assembly", "council", "citizens", "other"] as const;

export type Hearer = (typeof hearers)[number];

/** What a person checks at a gate, with words. */
export interface GateItem {
  readonly position: number;
  readonly label: string;
  readonly isDone: boolean;
  readonly words: string;
}

/** A view that was heard: of which body, when, what it said, where that is written. */
export interface ViewWords {
  readonly hearer: Hearer;
  readonly body: string;
  readonly heardOn: string;
  readonly words: string;
  readonly reference: string;
}

export interface GateView extends ViewWords {
  readonly id: string;
}

/** A condition of a gate, "" in `metOn` until it is met. */
export interface GateCondition {
  readonly id: string;
  readonly words: string;
  readonly metOn: string;
  readonly metAs: string;
}

/** A body confirmed 将来都市像 and 目標 on a version. */
export interface ConfirmationWords {
  readonly body: string;
  readonly confirmedOn: string;
  readonly reference: string;
  readonly versionId: string;
}

/** Gate (関門): holds one frozen version, and is decided once. A skipped stage has one without a version. */
export interface Gate {
  readonly id: string;
  readonly stageId: string;
  readonly versionId: string | null;
  readonly state: GateState;
  readonly openedAt: Date;
  readonly decidedBody: string;
  readonly decidedOn: string;
  readonly documentNumber: string;
  readonly reason: string;
  /** What the checks said when it was decided. */
  readonly checks: readonly GateCheck[];
  readonly items: readonly GateItem[];
  readonly views: readonly GateView[];
  readonly conditions: readonly GateCondition[];
  readonly confirmations: readonly ConfirmationWords[];
}

/** Where a stage stands: by its last gate, or ahead while it has none. */
export type StageState = GateState | "ahead";

export function stageStateOf(gates: readonly Pick<Gate, "state">[]): StageState {
  return gates.at(-1)?.state ?? "ahead";
}

/** Whether a stage is behind: passed, or skipped. */
export function isFinished(state: StageState): boolean {
  return state === "passed" || state === "conditional" || state === "skipped";
}

/** Whether its planned end is over and it is not. */
export function isLate({ plannedUntil }: Pick<Stage, "plannedUntil">, state: StageState, today: string): boolean {
  return !isFinished(state) && plannedUntil !== "" && plannedUntil < today;
}

export function nameOfVersion({ name, number }: Pick<DraftVersion, "name" | "number">): string {
  return `「${name}」（第${number}版）`;
}

type Numbered = Pick<DraftVersion, "id" | "name" | "number">;

/** Why a gate cannot open on a version: the stage is behind or under way, the version was sent back, or is older than what passed. */
export function openingFault(
  version: Numbered & Pick<DraftVersion, "purgedAt">,
  {
    own,
    all,
    versions,
  }: { readonly own: readonly Gate[]; readonly all: readonly Gate[]; readonly versions: readonly Numbered[] },
): Refusal | undefined {
  const state = stageStateOf(own);
  if (state === "open") return gateRefusals.alreadyOpen;
  if (state === "passed" || state === "conditional") return gateRefusals.alreadyPassed;
  if (version.purgedAt !== null) return gateRefusals.purgedVersion;
  const numbers = new Map(versions.map(({ id, number }) => [id, number]));
  const latest = (gates: readonly Gate[], ...states: readonly GateState[]) =>
    Math.max(
      0,
      ...gates.filter((gate) => states.includes(gate.state)).map(({ versionId }) => numbers.get(versionId ?? "") ?? 0),
    );
  if (version.number <= latest(own, "sentBack")) return gateRefusals.sentBackVersion(nameOfVersion(version));
  if (version.number < latest(all, "passed", "conditional")) return gateRefusals.olderVersion(nameOfVersion(version));
  return undefined;
}

/** Why a stage cannot be skipped. */
export function skippingFault(reason: string, own: readonly Gate[]): Refusal | undefined {
  const state = stageStateOf(own);
  if (state === "open") return gateRefusals.openAtSkipping;
  if (isFinished(state)) return gateRefusals.alreadyPassed;
  return reason.trim() === "" || reason.length > 500 ? gateRefusals.skipReason : undefined;
}

/** What is said with a decision (市の決定). */
export interface DecisionWords {
  /** Undefined while nothing is chosen: a decision that is never taken back has no default. */
  readonly outcome: GateOutcome | undefined;
  readonly body: string;
  readonly decidedOn: string;
  readonly documentNumber: string;
  readonly reason: string;
  readonly conditions: readonly string[];
}

interface Deciding {
  readonly version: Numbered & Pick<DraftVersion, "frozenAt" | "purgedAt">;
  readonly checks: readonly GateCheck[];
  readonly today: string;
}

/** Why a gate cannot be decided so. */
export function decisionFault(words: DecisionWords, { version, checks, today }: Deciding): Refusal | undefined {
  const { body, decidedOn, outcome, reason, conditions, documentNumber } = words;
  const frozenOn = tokyoDay(version.frozenAt);
  const fields = fieldRefusal({
    ...(outcome === undefined && { outcome: "通すか、条件付きで通すか、差し戻すかを選んでください。" }),
    ...(body.trim() === "" && { body: "決定した会議や役職を入れてください。例：庁議" }),
    ...(body.length > 100 && { body: "100字までにしてください。" }),
    ...(documentNumber.length > 100 && { documentNumber: "100字までにしてください。" }),
    ...dayFault("decidedOn", decidedOn, { from: frozenOn, fromWords: "版を凍結した日", today }),
    ...(outcome === "sentBack" && reason.trim() === "" && { reason: "差し戻す理由を書いてください。公表されます。" }),
    ...(outcome === "conditional" && conditions.length === 0 && { conditions: "通す条件を、1行に1つ書いてください。" }),
    ...(conditions.length > 30 && { conditions: "条件は30行までにしてください。" }),
    ...([reason, ...conditions].some(({ length }) => length > 500) && {
      reason: "理由も条件も、1つ500字までにしてください。",
    }),
  });
  if (fields || outcome === undefined || outcome === "sentBack") return fields;
  return version.purgedAt === null ? passingFault(outcome, checks) : gateRefusals.purgedAtGate(nameOfVersion(version));
}

function passingFault(outcome: GateOutcome, checks: readonly GateCheck[]): Refusal | undefined {
  const open = checks.filter(({ isFulfilled }) => !isFulfilled);
  const blocking = open.find(({ isBlocking }) => isBlocking);
  if (blocking) return gateRefusals.blocked(blocking);
  return outcome === "passed" && open.length > 0 ? gateRefusals.unfulfilled(open.map(({ label }) => label)) : undefined;
}

/** Why a confirmation of 将来都市像 and 目標 cannot stand at a gate: it must be of the very version that the gate holds. */
export function confirmationFault(
  { body, confirmedOn, versionId }: ConfirmationWords,
  {
    gate,
    versions,
    today,
  }: { readonly gate: Gate; readonly versions: readonly DraftVersion[]; readonly today: string },
): Refusal | undefined {
  const held = versions.find(({ id }) => id === gate.versionId);
  const seen = versions.find(({ id }) => id === versionId);
  if (held && seen && held !== seen)
    return gateRefusals.otherVersion({ body, seen: nameOfVersion(seen), held: nameOfVersion(held) });
  if (gate.confirmations.some((each) => each.body === body.trim())) return gateRefusals.confirmedAlready(body.trim());
  const from = held ? tokyoDay(held.frozenAt) : "";
  return fieldRefusal({
    ...(body.trim() === "" && { confirmingBody: "確かめた会議を入れてください。例：総合計画審議会" }),
    ...(body.length > 100 && { confirmingBody: "100字までにしてください。" }),
    ...(!seen && { versionId: "確かめた版を選んでください。" }),
    ...dayFault("confirmedOn", confirmedOn, { from, fromWords: "版を凍結した日", today }),
  });
}

export function viewFault({ body, heardOn, words, reference }: ViewWords, today: string): Refusal | undefined {
  return fieldRefusal({
    ...(body.trim() === "" && { viewBody: "だれの意見かを、会議や団体の名前で入れてください。" }),
    ...(body.length > 100 && { viewBody: "100字までにしてください。" }),
    ...dayFault("heardOn", heardOn, { from: "", fromWords: "", today }),
    ...(words.trim() === "" && { words: "聴いた意見の内容を書いてください。" }),
    ...(words.length > 2_000 && { words: "2,000字までにしてください。" }),
    ...(reference.length > 200 && { reference: "200字までにしてください。" }),
  });
}

interface Span {
  readonly from: string;
  readonly fromWords: string;
  readonly today: string;
}

export function dayFault(field: string, day: string, { from, fromWords, today }: Span): Record<string, string> {
  if (!isDay(day)) return { [field]: "日付を選んでください。" };
  if (day > today) return { [field]: "今日か、それより前の日にしてください。" };
  return day < from ? { [field]: `${fromWords}（${from}）より前の日になっています。` } : {};
}
