import { sha256 } from "#kernel/canonical-json.ts";

/**
 * Receipt (受付番号): the secret with which a sender reads what became of the own voice, without an account. Twelve random
 * characters (60 bits) and two check characters, in groups: 7K2M-9QXD-4HTW-3C. Only its hash is stored.
 */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base 32: no I, L, O, U
const randomLength = 12;
const prime = 1021; // the largest below 32²: every single wrong character and every swap of two neighbours changes the remainder

/** A receipt from at least 12 random bytes. */
export function receiptOf(random: Uint8Array): string {
  const body = [...random.subarray(0, randomLength)].map((byte) => alphabet[byte % 32]).join("");
  return grouped(body + checkOf(body));
}

/** The receipt of what was handed in under a key that its sender alone knows: the same key gives the same receipt. */
export function receiptOfSending(sendingKey: string): string {
  return receiptOf(Buffer.from(sha256(`sending:${sendingKey}`), "hex"));
}

/** What a person typed (full width, small letters, spaces, O for 0, I and L for 1), as the receipt; undefined when it cannot be one. */
export function readReceipt(typed: string): string | undefined {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Dash}ー]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  if (plain.length !== randomLength + 2 || [...plain].some((letter) => !alphabet.includes(letter))) return undefined;
  const body = plain.slice(0, randomLength);
  return checkOf(body) === plain.slice(randomLength) ? grouped(plain) : undefined;
}

/** The hash under which a receipt is stored. */
export function receiptHash(receipt: string): string {
  return sha256(`receipt:${receipt}`);
}

function checkOf(body: string): string {
  const remainder = [...body].reduce((sum, letter) => (sum * 32 + alphabet.indexOf(letter)) % prime, 0);
  return `${alphabet[remainder >> 5]}${alphabet[remainder & 31]}`;
}

function grouped(plain: string): string {
  return plain.replace(/(.{4})(?=.)/g, "$1-");
}
