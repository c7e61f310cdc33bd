/** Whether a number from outside can be the public number of a voice or a topic: a column of 32 bits refuses others with an error. */
export function isLedgerNumber(number: number): boolean {
  return Number.isInteger(number) && number > 0 && number < 2 ** 31;
}
