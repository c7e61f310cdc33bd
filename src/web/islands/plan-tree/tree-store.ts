import { eventStore, type EventStore } from "../event-store.ts";
import { treeAfter, type TreeEvent, type TreeState } from "./tree-state.ts";

/** Holds the state of the tree and tells those who draw it. */
export type TreeStore = EventStore<TreeState, TreeEvent>;

export function treeStore(initial: TreeState): TreeStore {
  return eventStore(initial, treeAfter);
}
