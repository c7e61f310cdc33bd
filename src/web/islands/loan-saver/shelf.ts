import { keptDraft, type Draft, type DraftShelf } from "../unsaved-changes/draft.ts";

/** The drafts that windows of one loan left on the device. */
export function draftsUnder(shelf: DraftShelf, keptAs: string): { readonly key: string; readonly draft: Draft }[] {
  const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? "");
  return keys
    .filter((key) => key.startsWith(`${keptAs}:`))
    .flatMap((key) => {
      const draft = keptDraft(shelf, key);
      return draft ? [{ key, draft }] : [];
    });
}

/** Takes a draft off the device, unless its window is still there and wrote on meanwhile. */
export function forgetDraft(shelf: DraftShelf, key: string, draft: Draft): void {
  if (JSON.stringify(keptDraft(shelf, key)) === JSON.stringify(draft)) shelf.removeItem(key);
}
