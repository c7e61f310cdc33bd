import type { Refusal, Result } from "#kernel/result.ts";

/** The value of an act that the test expects to be done. */
export function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** The code of a refusal, or that there was none. */
export function refusalOf(result: Result<unknown>): string {
  return result.ok ? "accepted" : result.refusal.code;
}

/** The refusal of an act that the test expects not to be done. */
export function wholeRefusal(result: Result<unknown>): Refusal {
  if (result.ok) throw new Error("it was not refused");
  return result.refusal;
}
