import type { ActRefusal, Branch, TreeRow } from "./protocol.ts";

/** What is being typed in place: a new name of a node, or a node that does not exist yet. */
export type Draft =
  | { readonly kind: "rename"; readonly id: string; readonly text: string }
  | { readonly kind: "add"; readonly parentId: string | null; readonly afterId: string | null; readonly text: string };

/** The tree as the browser knows it: the branches loaded so far, what is open, and where the person stands. */
export interface TreeState {
  readonly rows: ReadonlyMap<string, TreeRow>;
  /** Ids of the children by the parent's id; the plan's own under `rootKey`. */
  readonly branches: ReadonlyMap<string, readonly string[]>;
  readonly open: ReadonlySet<string>;
  readonly current: string | null;
  readonly draft: Draft | null;
  readonly refusal: (ActRefusal & { readonly id: string | null }) | null;
  /** A node removed a moment ago, which can be brought back. */
  readonly removed: { readonly id: string; readonly label: string } | null;
  readonly savedAt: string | null;
  /** The node whose menu is open. */
  readonly menu: string | null;
  /** What was said last to those who listen instead of looking; counted, since the same words may be said twice. */
  readonly said: { readonly text: string; readonly count: number };
}

export const rootKey = "";

export type TreeEvent =
  | { readonly type: "loaded"; readonly branches: readonly Branch[] }
  | { readonly type: "opened"; readonly ids: readonly string[] }
  | { readonly type: "closed"; readonly id: string }
  | { readonly type: "stoodOn"; readonly id: string }
  | { readonly type: "draftBegun"; readonly draft: Draft }
  | { readonly type: "draftCancelled" }
  | {
      readonly type: "saved";
      readonly branches: readonly Branch[];
      readonly id: string | null;
      readonly savedAt: string;
    }
  | { readonly type: "removed"; readonly id: string; readonly label: string }
  | {
      readonly type: "refused";
      readonly id: string | null;
      readonly refusal: ActRefusal;
      readonly branches: readonly Branch[];
    }
  | { readonly type: "draftTyped"; readonly text: string }
  | { readonly type: "menuOpened"; readonly id: string }
  | { readonly type: "menuClosed" }
  | { readonly type: "said"; readonly text: string }
  | { readonly type: "noticeClosed" };

/** The state a page begins with. */
export function treeOf(branches: readonly Branch[], open: readonly string[], current: string | null): TreeState {
  const empty: TreeState = {
    rows: new Map(),
    branches: new Map(),
    open: new Set(open),
    current: null,
    draft: null,
    refusal: null,
    removed: null,
    savedAt: null,
    menu: null,
    said: { text: "", count: 0 },
  };
  const loaded = withBranches(empty, branches);
  const stand = current !== null && loaded.rows.has(current) ? current : (loaded.branches.get(rootKey)?.[0] ?? null);
  return { ...loaded, current: stand };
}

/** What the tree becomes by one event. Pure, so that every rule of it can be tested without a browser. */
export function treeAfter(state: TreeState, event: TreeEvent): TreeState {
  switch (event.type) {
    case "loaded":
      return withBranches(state, event.branches);
    case "opened":
      return { ...state, open: new Set([...state.open, ...event.ids]) };
    case "closed":
      return afterClosing(state, event.id);
    case "stoodOn":
      return { ...state, current: event.id, menu: null };
    case "draftBegun":
      return { ...state, draft: event.draft, menu: null, refusal: null, removed: null };
    case "draftTyped":
      return state.draft ? { ...state, draft: { ...state.draft, text: event.text } } : state;
    case "draftCancelled":
      return { ...state, draft: null, refusal: null };
    case "saved":
      return afterSaving(state, event);
    case "removed":
      return { ...state, removed: { id: event.id, label: event.label } };
    case "refused":
      return { ...withBranches(state, event.branches), refusal: { ...event.refusal, id: event.id } };
    case "menuOpened":
      return { ...state, current: event.id, menu: event.id };
    case "menuClosed":
      return { ...state, menu: null };
    case "said":
      return { ...state, said: { text: event.text, count: state.said.count + 1 } };
    case "noticeClosed":
      return { ...state, removed: null, refusal: null };
  }
}

function afterClosing(state: TreeState, id: string): TreeState {
  const open = new Set(state.open);
  open.delete(id);
  const isInside = state.current !== null && state.current !== id && pathTo(state, state.current).includes(id);
  return { ...state, open, current: isInside ? id : state.current };
}

function afterSaving(state: TreeState, event: Extract<TreeEvent, { type: "saved" }>): TreeState {
  const loaded = withBranches(state, event.branches);
  const current = event.id !== null && loaded.rows.has(event.id) ? event.id : loaded.current;
  const open = new Set([...loaded.open, ...(current === null ? [] : pathTo(loaded, current))]);
  return { ...loaded, open, current, draft: null, refusal: null, removed: null, savedAt: event.savedAt };
}

/** Takes in branches as they are on the server. Rows that did not change stay the same objects: they are not drawn again. */
function withBranches(state: TreeState, incoming: readonly Branch[]): TreeState {
  if (incoming.length === 0) return state;
  const rows = new Map(state.rows);
  const branches = new Map(state.branches);
  for (const branch of incoming) {
    branches.set(
      branch.parentId ?? rootKey,
      branch.rows.map((row) => row.id),
    );
    for (const row of branch.rows) rows.set(row.id, unchangedOr(rows.get(row.id), row));
  }
  for (const { parentId, rows: below } of incoming) {
    const parent = parentId === null ? undefined : rows.get(parentId);
    if (parent && parent.children !== below.length) rows.set(parent.id, { ...parent, children: below.length });
  }
  return standingSomewhere(dropUnreachable({ ...state, rows, branches }), state);
}

function unchangedOr(known: TreeRow | undefined, row: TreeRow): TreeRow {
  return known && JSON.stringify(known) === JSON.stringify(row) ? known : row;
}

/** Forgets nodes that are in no branch any more: they were removed, or moved into a branch that is not loaded. */
function dropUnreachable(state: TreeState): TreeState {
  const reachable = new Set<string>();
  const walk = (key: string) => {
    for (const id of state.branches.get(key) ?? []) {
      if (reachable.has(id)) continue;
      reachable.add(id);
      walk(id);
    }
  };
  walk(rootKey);
  const rows = new Map([...state.rows].filter(([id]) => reachable.has(id)));
  const branches = new Map([...state.branches].filter(([key]) => key === rootKey || reachable.has(key)));
  const open = new Set([...state.open].filter((id) => reachable.has(id)));
  return { ...state, rows, branches, open };
}

/** When the node one stood on is gone: the one that took its place, else the one before it, else the parent. */
function standingSomewhere(state: TreeState, before: TreeState): TreeState {
  const { current } = before;
  if (current === null || state.rows.has(current)) {
    return current === null ? { ...state, current: state.branches.get(rootKey)?.[0] ?? null } : state;
  }
  const parent = before.rows.get(current)?.parentId ?? null;
  const place = before.branches.get(parent ?? rootKey)?.indexOf(current) ?? 0;
  const siblings = state.branches.get(parent ?? rootKey) ?? [];
  return { ...state, current: siblings[Math.min(place, siblings.length - 1)] ?? parent ?? null };
}

/** Ids from the root down to the node's parent. */
export function pathTo(state: TreeState, id: string): string[] {
  const path: string[] = [];
  for (
    let parent = state.rows.get(id)?.parentId ?? null;
    parent !== null;
    parent = state.rows.get(parent)?.parentId ?? null
  )
    path.unshift(parent);
  return path;
}

/** Whether the branch of a node has been read from the server. */
export function isLoaded(state: TreeState, id: string): boolean {
  return state.branches.has(id);
}

export function siblingsOf(state: TreeState, id: string): readonly string[] {
  return state.branches.get(state.rows.get(id)?.parentId ?? rootKey) ?? [];
}

/** 「1-1 防災」: how a node is called aloud. */
export function labelOf(row: Pick<TreeRow, "code" | "title">): string {
  return row.code === "" ? row.title : `${row.code} ${row.title}`;
}
