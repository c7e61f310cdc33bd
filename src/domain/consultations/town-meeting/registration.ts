import { fieldRefusal } from "#domain/plan/index.ts";
import { startOfTokyoDay } from "#kernel/clock.ts";
import { addMinutes } from "#kernel/day.ts";
import type { Refusal } from "#kernel/result.ts";
import type { VenueWords } from "./meeting.ts";
import type { Seat } from "./seating.ts";

/** What a person may need at a venue (配慮). */
export const needs = ["手話通訳", "要約筆記", "託児", "車いすで入れる席", "そのほか"] as const;

/** How a registration came. */
export const registrationWays = ["web", "counter", "venue"] as const;

export type RegistrationWay = (typeof registrationWays)[number];

/** Registration (参加申込み) as somebody fills it in. */
export interface RegistrationEntry {
  readonly venueId: string;
  readonly people: number;
  readonly name: string;
  /** Telephone or mail. */
  readonly contact: string;
  readonly needs: readonly string[];
  /** 「そのほか」 in words. */
  readonly needsNote: string;
}

/** A registration on the reception list (受付名簿). */
export interface Registration {
  readonly id: string;
  readonly venueId: string;
  readonly number: number;
  readonly people: number;
  readonly way: RegistrationWay;
  readonly beganWaiting: boolean;
  /** 来場者数; null until the door says. */
  readonly came: number | null;
  readonly registeredAt: Date;
  readonly cancelledAt: Date | null;
  /** Null once who applied was erased. */
  readonly registrant: { readonly name: string; readonly contact: string; readonly needs: string } | null;
}

export interface SeatedRegistration extends Registration {
  /** Null for one that was cancelled. */
  readonly seat: Seat | null;
}

const longest = 200;
export const mostPeople = 20;

/** What is wrong with a registration; at the door a name is not asked for. */
export function registrationFault(entry: RegistrationEntry, way: RegistrationWay): Refusal | undefined {
  const { name, contact, people, needsNote } = entry;
  const isAtDoor = way === "venue";
  return fieldRefusal({
    ...(entry.venueId === "" && { venueId: "参加する会場を選んでください。" }),
    ...(name.trim() === "" && !isAtDoor && { name: "お名前を入れてください。" }),
    ...(contact.trim() === "" && !isAtDoor && { contact: "電話番号か、メールアドレスを入れてください。" }),
    ...(name.length > longest && { name: `${longest}字までにしてください。` }),
    ...(contact.length > longest && { contact: `${longest}字までにしてください。` }),
    ...(needsNote.length > longest && { needsNote: `${longest}字までにしてください。` }),
    ...(!(Number.isInteger(people) && people >= 1 && people <= mostPeople) && {
      people: `1から${mostPeople}までの人数を入れてください。それより多いときは、担当の課へお問い合わせください。`,
    }),
  });
}

/** 「手話通訳、託児（2歳）」 */
export function needsText({ needs: chosen, needsNote }: Pick<RegistrationEntry, "needs" | "needsNote">): string {
  const known = needs.filter((need) => chosen.includes(need));
  const note = needsNote.trim();
  return [...known, note === "" ? "" : `（${note}）`].filter(Boolean).join("、").replaceAll("、（", "（");
}

/** The moment at which a venue begins. */
export function beginningOf({ heldOn, begins }: Pick<VenueWords, "heldOn" | "begins">): Date {
  const [hours = "0", minutes = "0"] = begins.split(":");
  return addMinutes(startOfTokyoDay(heldOn), Number(hours) * 60 + Number(minutes));
}

export function endOf({ heldOn, ends }: Pick<VenueWords, "heldOn" | "ends">): Date {
  return beginningOf({ heldOn, begins: ends });
}
