import type { Result } from "#kernel/result.ts";

/** The value of an act that a seed may rely on; a refusal here is a mistake in the seed and stops it. */
export function expectAccepted<T>(result: Result<T>, what: string): T {
  if (result.ok) return result.value;
  throw new Error(`seed: ${what} was refused (${result.refusal.code}): ${result.refusal.message}`);
}
