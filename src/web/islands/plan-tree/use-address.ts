import { useEffect } from "react";
import type { TreeState } from "./tree-state.ts";

const longest = 40; // ids; an address stays under 2,000 characters

/** Keeps what is open in the address, so that the page can be reloaded or sent to a colleague as it stands. */
export function useAddress({ open, current, rows }: TreeState, isAlive: boolean): void {
  useEffect(() => {
    if (!isAlive) return;
    const address = new URL(location.href);
    address.searchParams.delete("notice");
    address.searchParams.set(
      "open",
      [...open]
        .filter((id) => rows.has(id))
        .slice(-longest)
        .join(","),
    );
    if (current !== null) address.searchParams.set("node", current);
    address.hash = "";
    const timer = setTimeout(() => history.replaceState(null, "", address), 300); // browsers limit how often this may be done
    return () => clearTimeout(timer);
  }, [open, current, rows, isAlive]);
}
