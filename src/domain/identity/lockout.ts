/** Five wrong answers within a quarter of an hour lock the account. */
export const failuresToLock = 5;
export const failureMinutes = 15;

const firstLock = 15;
const longestLock = 24 * 60;

/** How many minutes the next lock lasts, after so many locks in a row: 15, 30, 60 … at most a day. */
export function lockMinutes(locksBefore: number): number {
  return Math.min(firstLock * 2 ** locksBefore, longestLock);
}

export type AttemptOutcome =
  | "signedIn"
  | "codeAsked" // the password was right, the second factor is asked for
  | "confirmed" // a signed-in person proved the password once more
  | "wrongPassword"
  | "wrongCode"
  | "locked"
  | "retired"
  | "unknown" // nobody has that address
  | "wrongPasskey"
  | "wayClosed" // who it is was proved, but the role may not come in by this way
  | "providerRefused" // what a provider said could not be believed
  | "providerDown"
  | "unlocked"; // an administrator, or a new password, opened the account

/** Outcomes that count towards the lock, and those after which counting starts anew. */
export const failures: readonly AttemptOutcome[] = ["wrongPassword", "wrongCode", "wrongPasskey"];
export const freshStarts: readonly AttemptOutcome[] = ["signedIn", "unlocked"];
