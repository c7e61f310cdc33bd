import { figure } from "#kernel/figures.ts";

/** A value with what it was counted from (分子・分母). */
export interface Counted {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** How many parts one is divided into: 100 for ％; a rate by population may be per 1, 10, … or 100,000 people, which its words say. */
function scalesOf(unit: string): readonly number[] {
  if (/^[%％]$/u.test(unit)) return [100];
  if (unit === "‰") return [1_000];
  return [1, 10, 100, 1_000, 10_000, 100_000];
}

/**
 * Why a value and its numerator and denominator do not belong together, or undefined when they do. A value may be rounded up, down
 * or half: less than one of its last digit is no difference (45.27 → 45.2 or 45.3).
 */
export function ratioFault(
  { value, numerator, denominator }: Counted,
  { unit, decimals }: { readonly unit: string; readonly decimals: number },
): string | undefined {
  if (numerator === null && denominator === null) return undefined;
  if (numerator === null || denominator === null) return "分子と分母は、両方を入力するか、両方を空にしてください。";
  if (denominator === 0) return "分母が0のため、割合を計算できません。";
  if (value === null) return undefined;
  const quotients = scalesOf(unit).map((scale) => (numerator / denominator) * scale);
  const step = 10 ** -decimals;
  if (quotients.some((quotient) => Math.abs(quotient - value) < step * (1 - 1e-9))) return undefined;
  const [first = 0] = quotients;
  return `分子÷分母は${figure(first, decimals)}${unit}で、入力された${figure(value, decimals)}${unit}と合いません。どちらかを直してください。`;
}
