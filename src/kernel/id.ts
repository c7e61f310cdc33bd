import { randomBytes } from "node:crypto";

/** Where an id takes its time and its chance from; tests give their own. */
export interface IdSource {
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly random: (bytes: number) => Buffer;
}

/** Counters begin in the lower half of their 12 bits, so that at least 2,048 more ids fit into the millisecond. */
const seedMask = 0x7ff;
const largestCount = 0xfff;

/**
 * Makes UUIDv7 (RFC 9562 §5.7) whose order is the order of making: 48 bits of Unix milliseconds, a 12-bit counter (§6.2, method 1)
 * that begins anew at random with every millisecond, then 62 random bits. A counter that is full borrows the next millisecond, and a
 * clock that is set back is not followed until it has caught up.
 */
export function idMaker({ now, random }: IdSource): () => string {
  let time = 0;
  let count = 0;
  const beginAt = (millisecond: number) => {
    time = millisecond;
    count = random(2).readUInt16BE() & seedMask;
  };
  return () => {
    const present = now();
    if (present > time) beginAt(present);
    else if (count === largestCount) beginAt(time + 1);
    else count++;
    return uuid({ time, count, rest: random(8) });
  };
}

/**
 * A new id. Ids of one process sort by the order in which they were made.
 * Made in the application because PostgreSQL below 18 has no uuidv7().
 */
export const newId = idMaker({ now: Date.now, random: randomBytes });

interface Parts {
  readonly time: number;
  readonly count: number;
  readonly rest: Buffer;
}

function uuid({ time, count, rest }: Parts): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(time, 0, 6);
  bytes.writeUInt16BE(0x7000 | count, 6);
  rest.copy(bytes, 8);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a string from outside (an address, a form) has the shape of an id. */
export function isId(text: string): boolean {
  return uuidPattern.test(text);
}
