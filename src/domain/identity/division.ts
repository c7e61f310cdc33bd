import { addDays, holdsOn } from "#kernel/day.ts";
import { accept, refuse, type Result } from "#kernel/result.ts";
import { divisionRefusals } from "./labels.ts";

/** What a division is called and where it stands, from a day until a day (both included; null = until something changes). */
export interface DivisionPeriod {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly position: number;
  readonly fromOn: string;
  readonly untilOn: string | null;
}

/** Division (部・課・係): keeps its id through renames and moves; the old name stays true for the old days. */
export interface Division {
  readonly id: string;
  readonly version: number;
  /** The first day on which it no longer exists. */
  readonly abolishedOn: string | null;
  /** In the order of time, without gaps. */
  readonly periods: readonly DivisionPeriod[];
}

/** A division as it stands on one day. */
export interface DivisionOnDay {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  /** Its name after those above it: 「総務部 企画課」. */
  readonly path: string;
  /** 0 for those at the top. */
  readonly depth: number;
  readonly phone: string;
  readonly email: string;
}

export function periodOn(division: Division, day: string): DivisionPeriod | undefined {
  return division.periods.find((period) => holdsOn(period, day));
}

/** The divisions that exist on a day, in the order of the organisation chart: each followed by those below it. */
export function chartOn(divisions: readonly Division[], day: string): DivisionOnDay[] {
  const standing = divisions.flatMap((division) => {
    const period = periodOn(division, day);
    return period ? [{ ...period, id: division.id }] : [];
  });
  const known = new Set(standing.map((each) => each.id));
  const below = (parentId: string) =>
    standing
      .filter((each) => (each.parentId && known.has(each.parentId) ? each.parentId : "") === parentId)
      .sort(byPosition);
  const listed = (parentId: string, above: string, depth: number): DivisionOnDay[] =>
    below(parentId).flatMap(({ id, parentId: parent, name, phone, email }) => {
      const path = above ? `${above} ${name}` : name;
      return [{ id, parentId: parent, name, path, depth, phone, email }, ...listed(id, path, depth + 1)];
    });
  return listed("", "", 0);
}

function byPosition(a: { position: number; name: string }, b: { position: number; name: string }): number {
  return a.position - b.position || a.name.localeCompare(b.name, "ja");
}

export type DivisionChange = Omit<DivisionPeriod, "id" | "untilOn">;

/**
 * The periods after a change (改称・移管) from a day. The period that holds on that day ends the day before; where it begins on
 * that very day it is corrected in place. Later changes stay as they are.
 */
export function withChange(division: Division, change: DivisionChange, newId: string): Result<DivisionPeriod[]> {
  const current = periodOn(division, change.fromOn);
  if (!current) return refuse(divisionRefusals.outsideItsLife);
  const others = division.periods.filter((period) => period !== current);
  const changed =
    current.fromOn === change.fromOn
      ? [{ ...current, ...change }]
      : [
          { ...current, untilOn: addDays(change.fromOn, -1) },
          { ...change, id: newId, untilOn: current.untilOn },
        ];
  return accept([...others, ...changed].toSorted((a, b) => a.fromOn.localeCompare(b.fromOn)));
}

/** The periods of a division that no longer exists from a day on (廃止). */
export function withEnd(division: Division, abolishedOn: string): Result<DivisionPeriod[]> {
  const current = periodOn(division, addDays(abolishedOn, -1));
  if (!current) return refuse(divisionRefusals.outsideItsLife);
  if (division.periods.some((period) => period.fromOn >= abolishedOn)) return refuse(divisionRefusals.laterChange);
  const untilOn = addDays(abolishedOn, -1);
  return accept(division.periods.map((period) => (period === current ? { ...period, untilOn } : period)));
}

/** Whether some division would stand below itself on a day when anything changes from `fromOn` on. */
export function hasLoop(divisions: readonly Division[], fromOn: string): boolean {
  const days = new Set([fromOn, ...divisions.flatMap(({ periods }) => periods.map((period) => period.fromOn))]);
  return [...days].filter((day) => day >= fromOn).some((day) => hasLoopOn(divisions, day));
}

function hasLoopOn(divisions: readonly Division[], day: string): boolean {
  const parents = new Map(divisions.map((division) => [division.id, periodOn(division, day)?.parentId ?? null]));
  return divisions.some(({ id }) => {
    let above = parents.get(id) ?? null;
    for (let steps = 0; above !== null && steps < divisions.length; steps++) {
      if (above === id) return true;
      above = parents.get(above) ?? null;
    }
    return false;
  });
}

/** Divisions that stand below this one on a day or later. */
export function childrenFrom(divisions: readonly Division[], id: string, day: string): Division[] {
  return divisions.filter(({ periods }) =>
    periods.some((period) => period.parentId === id && (period.untilOn === null || period.untilOn >= day)),
  );
}
