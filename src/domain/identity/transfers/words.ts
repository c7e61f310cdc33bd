import { roles as allRoles, type Role } from "#domain/audit/index.ts";
import { folded } from "#kernel/folding.ts";
import type { DivisionOnDay } from "../division.ts";
import { roleLabels } from "../labels.ts";
import { faultReasons } from "./labels.ts";

/** What a cell was understood as, or why it could not be. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

function plain(text: string): string {
  return folded(text).replaceAll(/\s/g, "");
}

/** The division that a cell names: by its path, or by its own name where only one has it. */
export function divisionIn(text: string, chart: readonly DivisionOnDay[]): Read<string> {
  const wanted = plain(text);
  const [byPath] = chart.filter(({ path }) => plain(path) === wanted);
  if (byPath) return { ok: true, value: byPath.id };
  const found = chart.filter(({ path, name }) => plain(name) === wanted || plain(path).endsWith(wanted));
  const named = found.filter(({ name }) => plain(name) === wanted);
  const fitting = named.length > 0 ? named : found;
  const [only] = fitting;
  if (!only) return { ok: false, reason: faultReasons.unknownDivision };
  if (fitting.length > 1)
    return { ok: false, reason: faultReasons.manyDivisions(fitting.map(({ path }) => path).join("、")) };
  return { ok: true, value: only.id };
}

/** The roles that a cell names, parted by 「、」「,」「/」 or a line. */
export function rolesIn(text: string): Read<readonly Role[]> {
  const words = text
    .split(/[、,，/／\n]/u)
    .map(plain)
    .filter((word) => word !== "");
  const read = words.map((word) => allRoles.find((role) => namesOf(role).includes(word)));
  const known = read.filter((role) => role !== undefined);
  return known.length === words.length
    ? { ok: true, value: known }
    : { ok: false, reason: faultReasons.unknownRole(Object.values(roleLabels).join("、")) };
}

/** A role's label, and each of its words: 「部長会議・策定委員」 is also 「部長会議」. */
function namesOf(role: Role): string[] {
  const label = roleLabels[role];
  return [label, ...label.split("・")].map(plain);
}

const yes = new Set(["○", "〇", "◯", "丸", "はい", "退職", "1", "yes", "する"].map(plain));
const no = new Set(["", "×", "✕", "-", "−", "ー", "いいえ", "0", "no", "しない"].map(plain));

/** Whether the person leaves. */
export function isRetirement(text: string): Read<boolean> {
  const word = plain(text);
  if (yes.has(word)) return { ok: true, value: true };
  return no.has(word) ? { ok: true, value: false } : { ok: false, reason: faultReasons.badRetires };
}
