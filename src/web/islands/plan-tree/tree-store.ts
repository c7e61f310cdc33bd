import { treeAfter, type TreeEvent, type TreeState } from "./tree-state.ts";

/** Holds the state of the tree and tells those who draw it. */
export interface TreeStore {
  readonly read: () => TreeState;
  readonly take: (event: TreeEvent) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function treeStore(initial: TreeState): TreeStore {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    read: () => state,
    take(event) {
      state = treeAfter(state, event);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
