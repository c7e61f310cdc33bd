import { randomBytes } from "node:crypto";
import { sha256 } from "#kernel/canonical-json.ts";

/** A link that works once (招待・再設定・初期設定). Only the hash of its token is stored. */
export type LinkKind = "invitation" | "newPassword" | "setUp";

/** How long a link works, in minutes: an invitation over a long holiday, a new password while the mail is open. */
export const linkMinutes: Readonly<Record<LinkKind, number>> = {
  invitation: 14 * 24 * 60,
  newPassword: 60,
  setUp: 7 * 24 * 60,
};

/** 256 random bits, in letters that survive a mail. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function tokenHash(token: string): string {
  return sha256(token);
}
