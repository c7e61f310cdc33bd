import { randomBytes } from "node:crypto";
import type { Role } from "#domain/audit/index.ts";

/** How somebody of a sample city signs in for the first time. */
export interface FirstSignIn {
  readonly name: string;
  readonly role: Role;
  readonly email: string;
  readonly password: string;
}

/** 16 signs that are not mistaken for one another when copied by hand: 80 bits. */
export function randomPassword(): string {
  const signs = "abcdefghijkmnpqrstuvwxyz23456789"; // 32: a byte's lowest five bits choose evenly
  const word = [...randomBytes(16)].map((byte) => signs[byte % 32]).join("");
  return word.match(/.{4}/g)?.join("-") ?? word;
}
