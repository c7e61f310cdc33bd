/** What somebody typed and did not save yet (下書き), kept in their browser only. */
export interface Draft {
  /** The version that the person began from: saved on it, a change by others in between is seen. */
  readonly version: string;
  readonly entries: readonly (readonly [name: string, value: string])[];
  /** Whether it was sent to be saved: an accepted save ends it. */
  readonly isSent: boolean;
}

/** Where drafts lie: the browser's localStorage, or a stand-in. */
export type DraftShelf = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const prefix = "tomoni-draft:";

/** Under which name a person's draft of one page lies. */
export function draftKey(personId: string, page: string): string {
  return `${prefix}${personId}:${page}`;
}

/** What a form holds, without its one-time key and its version. */
export function draftOf(form: FormData): Draft {
  const entries = [...form].flatMap(([name, value]) =>
    typeof value === "string" && name !== "_key" && name !== "version" ? [[name, value] as const] : [],
  );
  const version = form.get("version");
  return { version: typeof version === "string" ? version : "", entries, isSent: false };
}

/** A browser that is full or keeps nothing works without drafts. */
export function keepDraft(shelf: DraftShelf, key: string, draft: Draft): boolean {
  try {
    shelf.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** The kept draft; undefined when there is none or it cannot be read. */
export function keptDraft(shelf: DraftShelf, key: string): Draft | undefined {
  try {
    const found: unknown = JSON.parse(shelf.getItem(key) ?? "null");
    return isDraft(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

function isDraft(found: unknown): found is Draft {
  if (typeof found !== "object" || found === null) return false;
  const { version, entries, isSent } = { version: 0, entries: 0, isSent: 0, ...found };
  return typeof version === "string" && typeof isSent === "boolean" && Array.isArray(entries) && entries.every(isEntry);
}

function isEntry(entry: unknown): boolean {
  return Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === "string");
}

/**
 * Removes the drafts of everyone but this person: whoever works at a shared computer next finds nothing of the one before.
 * @param personId "" removes all (at the sign-out)
 */
export function removeDraftsOfOthers(shelf: DraftShelf, personId: string): void {
  const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? "");
  const own = personId === "" ? undefined : draftKey(personId, "");
  for (const key of keys) {
    if (key.startsWith(prefix) && (own === undefined || !key.startsWith(own))) shelf.removeItem(key);
  }
}
