import type { Refusal } from "#kernel/result.ts";
import { attachmentLimits } from "#domain/voices/index.ts";
import { fieldRefusal } from "#domain/plan/index.ts";

/** Intake limits (受付の上限), set by the city. A city hall's or a school's proxy is one address, so they are generous. */
export interface IntakeLimits {
  /** Sendings from one address at once, and then a minute. */
  readonly burst: number;
  readonly perMinute: number;
  /** Receipts looked up from one address a minute. */
  readonly lookups: number;
  /** Who sends faster than this is asked to confirm once more. */
  readonly leastSeconds: number;
  /** Attachments of one sending, and the size of each. */
  readonly files: number;
  readonly fileMegabytes: number;
}

const ranges: Readonly<Record<keyof IntakeLimits, readonly [number, number]>> = {
  burst: [1, 10_000],
  perMinute: [1, 10_000],
  lookups: [1, 10_000],
  leastSeconds: [0, 600],
  files: [1, attachmentLimits.count],
  fileMegabytes: [1, attachmentLimits.fileBytes / 1024 / 1024],
};

/** What is out of its range, at its field. */
export function limitsFault(limits: IntakeLimits): Refusal | undefined {
  const faults = Object.entries(ranges).filter(([key, [least, most]]) => {
    const value = limits[key as keyof IntakeLimits]; // a key of the same record
    return !Number.isInteger(value) || value < least || value > most;
  });
  return fieldRefusal(
    Object.fromEntries(faults.map(([key, [least, most]]) => [key, `${least}から${most}までの整数を入れてください。`])),
  );
}
