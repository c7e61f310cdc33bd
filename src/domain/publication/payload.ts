import type { z } from "zod";
import { canonicalJson, sha256, type Json } from "#kernel/canonical-json.ts";
import { accept, refuse, type Result } from "#kernel/result.ts";
import { refusals } from "./labels.ts";

/** What kind of value a subject publishes: its name, the version of its shape, and the shape. No kind has a place for a person. */
export interface PayloadKind<T> {
  readonly subject: string;
  readonly format: number;
  readonly schema: z.ZodType<T>;
}

/** A payload as it is stored: the canonical text (RFC 8785) and the SHA-256 of its UTF-8 bytes. */
export interface CanonicalPayload {
  readonly text: string;
  readonly hash: string;
}

/** The canonical text of a value of this kind. What the schema does not name is dropped; what does not fit it is refused. */
export function canonicalPayload<T>(kind: PayloadKind<T>, value: T): Result<CanonicalPayload> {
  const parsed = kind.schema.safeParse(value);
  if (!parsed.success) return refuse(refusals.misshapen);
  const plain = JSON.parse(JSON.stringify(parsed.data)) as Json; // JSON by construction, absent members left out
  const text = canonicalJson(plain);
  return accept({ text, hash: sha256(text) });
}
