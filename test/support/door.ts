import { systemActor, type Ctx, type Role } from "#domain/audit/index.ts";
import { createPersonWithPassword } from "#domain/identity/index.ts";
import { tokyoDay, type Clock } from "#kernel/clock.ts";
import { addMinutes } from "#kernel/day.ts";
import { appOf, Browser } from "./browser.ts";
import type { TestCity } from "./city.ts";

/** A password that passes every check. */
export const password = "みほんの橋を渡る朝の風の音";

/** A clock that runs with the real one and can be set forward. */
export interface RunningClock {
  readonly clock: Clock;
  forward(minutes: number): void;
}

export function runningClock(): RunningClock {
  let ahead = 0;
  const now = () => addMinutes(new Date(), ahead);
  return { clock: { now, today: () => tokyoDay(now()) }, forward: (minutes) => void (ahead += minutes) };
}

/** A person who can sign in, with a browser before the door and the time there. */
export interface AtTheDoor {
  readonly id: string;
  readonly email: string;
  readonly browser: Browser;
  readonly watch: RunningClock;
  newBrowser(): Browser;
}

let serial = 0;

export function seedOf(city: TestCity): Ctx {
  return city.as(systemActor("seed"), new Date().toISOString());
}

/** Makes a person with one role. Each has a time and a network address's limits of their own, unless a watch is shared. */
export async function personAtTheDoor(
  city: TestCity,
  role: Role,
  { untilOn = null, watch = runningClock() }: { readonly untilOn?: string | null; readonly watch?: RunningClock } = {},
): Promise<AtTheDoor> {
  const email = `person${++serial}@city.example.jp`;
  const facts = { name: `職員 ${serial}`, kana: "", email, password, roles: [{ role, untilOn }] };
  const made = await createPersonWithPassword(seedOf(city), facts);
  if (!made.ok) throw new Error(made.refusal.message);
  const newBrowser = () => new Browser(appOf(city, { clock: watch.clock }), city);
  return { id: made.value, email, browser: newBrowser(), watch, newBrowser };
}
