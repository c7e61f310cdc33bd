import { record, type Ctx } from "#domain/audit/index.ts";
import { isDay } from "#kernel/day.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import {
  childrenFrom,
  hasLoop,
  periodOn,
  withChange,
  withEnd,
  type Division,
  type DivisionChange,
} from "../division.ts";
import { divisionRefusals, stale } from "../labels.ts";
import { mayManageDivisions } from "../permissions.ts";
import { insertDivision, lockDivisions, peopleFrom, saveHistory } from "../store/divisions.ts";

export interface DivisionInput {
  readonly name: string;
  readonly parentId?: string | null;
  readonly phone?: string;
  readonly email?: string;
  readonly position?: number;
  /** The first day on which this holds. */
  readonly fromOn: string;
}

/** Creates a division (部・課の新設) that exists from a day on. @returns its id */
export async function createDivision(ctx: Ctx, input: DivisionInput): Promise<Result<string>> {
  permit(mayManageDivisions(ctx.actor), mayManageDivisions.sentence);
  const change = changeOf(input);
  return ctx.transaction(async (tx) => {
    const id = newId();
    const divisions = await lockDivisions(tx);
    const fault = faultOf(divisions, change, id);
    if (fault) return refuse(fault);
    await insertDivision(tx, id, { ...change, id: newId(), untilOn: null });
    await record(tx, ctx, "identity.division.created", { divisionId: id });
    return accept(id);
  });
}

/** Renames or moves a division from a day on (改称・移管); what it was called before stays true for the days before. */
export async function changeDivision(
  ctx: Ctx,
  input: DivisionInput & { readonly id: string; readonly version: number },
): Promise<Result<void>> {
  permit(mayManageDivisions(ctx.actor), mayManageDivisions.sentence);
  const change = changeOf(input);
  return ctx.transaction(async (tx) => {
    const divisions = await lockDivisions(tx);
    const division = findDivision(divisions, input.id);
    if (division.version !== input.version) return refuse(stale);
    const fault = faultOf(divisions, change, division.id);
    if (fault) return refuse(fault);
    const history = withChange(division, change, newId());
    if (!history.ok) return history;
    const after = divisions.map((each) => (each.id === division.id ? { ...each, periods: history.value } : each));
    if (hasLoop(after, change.fromOn)) return refuse(divisionRefusals.loop);
    await saveHistory(tx, division, history.value);
    await record(tx, ctx, "identity.division.changed", { divisionId: division.id, fromOn: change.fromOn });
    return accept(undefined);
  });
}

export interface AbolitionInput {
  readonly id: string;
  readonly version: number;
  /** The first day on which it no longer exists. */
  readonly abolishedOn: string;
}

/** Abolishes a division (廃止) once nothing and nobody is in it from that day on. */
export async function abolishDivision(ctx: Ctx, input: AbolitionInput): Promise<Result<void>> {
  permit(mayManageDivisions(ctx.actor), mayManageDivisions.sentence);
  const { id, version, abolishedOn } = input;
  if (!isDay(abolishedOn)) return refuse(divisionRefusals.noDay);
  return ctx.transaction(async (tx) => {
    const divisions = await lockDivisions(tx);
    const division = findDivision(divisions, id);
    if (division.version !== version) return refuse(stale);
    const below = childrenFrom(divisions, id, abolishedOn);
    if (below.length > 0) return refuse(divisionRefusals.hasChildren(below.map((each) => lastName(each)).join("・")));
    const people = await peopleFrom(tx, id, abolishedOn);
    if (people > 0) return refuse(divisionRefusals.hasPeople(people));
    const history = withEnd(division, abolishedOn);
    if (!history.ok) return history;
    await saveHistory(tx, { ...division, abolishedOn }, history.value);
    await record(tx, ctx, "identity.division.abolished", { divisionId: id, abolishedOn });
    return accept(undefined);
  });
}

function changeOf(input: DivisionInput): DivisionChange {
  const { name, parentId = null, phone = "", email = "", position = 0, fromOn } = input;
  return { name: name.trim(), parentId: parentId || null, phone: phone.trim(), email: email.trim(), position, fromOn };
}

function findDivision(divisions: readonly Division[], id: string): Division {
  const division = divisions.find((each) => each.id === id);
  if (!division) throw new NotFound();
  return division;
}

/** What is wrong with a division that would stand like this, apart from loops. */
function faultOf(divisions: readonly Division[], change: DivisionChange, ownId: string): Refusal | undefined {
  if (change.name === "") return divisionRefusals.noName;
  if (!isDay(change.fromOn)) return divisionRefusals.noDay;
  const others = divisions.filter((each) => each.id !== ownId);
  const standing = others.flatMap((each) => periodOn(each, change.fromOn) ?? []);
  if (standing.some((each) => each.parentId === change.parentId && each.name === change.name))
    return divisionRefusals.sameName;
  if (change.parentId === null) return undefined;
  if (change.parentId === ownId) return divisionRefusals.loop;
  const parent = others.find((each) => each.id === change.parentId);
  return parent && periodOn(parent, change.fromOn) ? undefined : divisionRefusals.parentNotThere;
}

function lastName(division: Division): string {
  return division.periods.at(-1)?.name ?? "";
}
