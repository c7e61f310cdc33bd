import { canonicalJson, sha256 } from "#kernel/canonical-json.ts";
import type { Recoding } from "./tree.ts";

/** The seal of a renumbering's preview: the same list of changes has the same one. */
export function sealOf(changes: readonly Recoding[]): string {
  return sha256(canonicalJson(changes.map(({ id, from, to }) => [id, from, to])));
}
