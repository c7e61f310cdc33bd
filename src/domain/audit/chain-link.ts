import { canonicalJson, sha256, type Json } from "#kernel/canonical-json.ts";

/** What an event points at: ids and field names, never texts or personal data. */
export type Reference = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** The hash before the first event: 64 zeros. */
export const firstHash = "0".repeat(64);

/** An event (記録の一件) as a link of its municipality's chain. Its members are the columns, for they are what the hash covers. */
export interface ChainLink {
  readonly sequence: number;
  readonly id: string;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly actor_label: string;
  readonly act: string;
  readonly reference: Reference;
  readonly request_id: string;
  readonly occurred_at: Date;
  readonly previous_hash: string;
}

/** SHA-256 over the canonical JSON of the link, in hexadecimal. */
export function hashOf(link: ChainLink): string {
  return sha256(canonicalJson({ ...link, occurred_at: link.occurred_at.toISOString() } as Json)); // every member is JSON now
}

/** What does not fit between a link and the one before it; undefined when all does. */
export function faultOf(
  { link, hash }: { readonly link: ChainLink; readonly hash: string },
  previous: { readonly sequence: number; readonly hash: string },
): string | undefined {
  if (link.sequence !== previous.sequence + 1) return "an event is missing before this one";
  if (link.previous_hash !== previous.hash) return "the link to the event before is not its hash";
  if (hash !== hashOf(link)) return "the content does not match its hash";
  return undefined;
}
