import { useEffect } from "react";
import type { TreeState } from "./tree-state.ts";
import { nameOf } from "./words.ts";

/** Leaving while a name is typed and not saved asks first. */
export function useUnsavedWarning({ draft, rows }: TreeState): void {
  const saved = draft?.kind === "rename" ? rows.get(draft.id) : undefined;
  const isUnsaved = draft !== null && draft.text.trim() !== (saved ? nameOf(saved) : "");
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isUnsaved]);
}
