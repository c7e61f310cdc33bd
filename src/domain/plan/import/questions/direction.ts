import { directionLabels, type Direction } from "../../labels.ts";
import { importWords } from "../labels.ts";
import type { Place } from "../model.ts";
import type { Notebook } from "./notebook.ts";

/** What is known for telling which way an indicator should go. */
export interface DirectionQuestion {
  /** What the direction column says, "" when there is none. */
  readonly written: string;
  readonly writtenAt: Place;
  /** What the target's own words said (「80％以上」). */
  readonly said: Direction | undefined;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly about: string;
  readonly place: Place;
  readonly notebook: Notebook;
}

const writings: readonly (readonly [RegExp, Direction])[] = [
  [/範囲|以内に/u, "range"],
  [/^(?:→|⇒|維持|横ばい|同|保つ|maintain)/iu, "maintain"],
  [/^(?:↑|↗|＋|\+|上|増|高|大|多|up)/iu, "up"],
  [/^(?:↓|↘|－|-|▲|△|下|減|低|小|少|down)/iu, "down"],
];

/**
 * Which way is good. A target above the baseline says so by itself; one below may mean 「下げる」 or 「減り方を抑える」
 * (population), so a person decides.
 */
export function directionOf(question: DirectionQuestion): {
  readonly direction: Direction;
  readonly isDeduced: boolean;
} {
  const written = question.written && writings.find(([pattern]) => pattern.test(question.written))?.[1];
  if (written) return { direction: written, isDeduced: false };
  if (question.written) question.notebook.error(question.writtenAt, question.written, importWords.badDirection);
  if (question.said) return { direction: question.said, isDeduced: false };
  const { baseline, target } = question;
  if (baseline !== null && target !== null && target > baseline) return { direction: "up", isDeduced: true };
  return { direction: asked(question), isDeduced: false };
}

function asked({ baseline, target, about, place, notebook }: DirectionQuestion): Direction {
  const relation = baseline === null || target === null ? "unknown" : target < baseline ? "lower" : "equal";
  const first = { unknown: "up", lower: "down", equal: "maintain" } as const;
  const order = [first[relation], ...(["up", "down", "maintain"] as const).filter((each) => each !== first[relation])];
  const options = order.map((key) => ({
    key,
    label: key === "up" && relation === "lower" ? "増やす（減り方を抑える目標）" : directionLabels[key],
  }));
  const text = {
    unknown: "現状値と目標値を数で比べられません",
    lower: "目標値が現状値より小さい",
    equal: "目標値が現状値と同じ",
  }[relation];
  const answer = notebook.ask(place, {
    kind: "direction",
    text,
    about,
    shape: `direction:${relation}`,
    options,
    allowsOwn: false,
  });
  return order.find((each) => each === answer?.choice) ?? first[relation];
}
