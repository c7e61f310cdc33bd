/**
 * Municipality code (全国地方公共団体コード): five digits of place and one check digit, (11 − (6a+5b+4c+3d+2e) mod 11) mod 10
 * (総務省「全国地方公共団体コード仕様」). The first two digits are the prefecture's (JIS X 0401).
 */
const weights = [6, 5, 4, 3, 2];

/** The six-digit code of a place's five digits. */
export function withCheckDigit(fiveDigits: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(fiveDigits[index]), 0);
  return `${fiveDigits}${(11 - (sum % 11)) % 10}`;
}

/** Whether these are six digits of which the last fits the others. */
export function isMunicipalityCode(code: string): boolean {
  return /^\d{6}$/.test(code) && withCheckDigit(code.slice(0, 5)) === code;
}
