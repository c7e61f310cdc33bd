import { enqueue, perform } from "./acting.ts";
import { asking, load, refuse, say, type Room } from "./desk-room.ts";
import type { Command } from "./keys.ts";
import { mayDrop, noStep, stepOf, type MoveCommand } from "./moving.ts";
import type { Match, Move, PlanTreeProps } from "./protocol.ts";
import type { TreeServer } from "./tree-server.ts";
import { isLoaded, labelOf, pathTo, rootKey, siblingsOf, treeOf, type Draft, type TreeState } from "./tree-state.ts";
import { treeStore, type TreeStore } from "./tree-store.ts";
import { typedAheadTo, visibleIds, visibleLines } from "./visible.ts";
import { nameOf, words } from "./words.ts";

/** Where a person works on the tree: what they ask for becomes events of the state and acts of the server. */
export interface TreeDesk {
  readonly store: TreeStore;
  readonly run: (command: Command, id: string) => void;
  readonly toggle: (id: string) => void;
  readonly typeAhead: (typed: string) => void;
  readonly addAtEnd: () => void;
  readonly commitDraft: () => void;
  readonly drop: (id: string, move: Move) => void;
  readonly goTo: (match: Match) => void;
  readonly find: (query: string) => Promise<readonly Match[]>;
  /** When everything asked for so far has been answered. */
  readonly settled: () => Promise<void>;
}

const pageLength = 10;

export function treeDesk(props: PlanTreeProps, server: TreeServer): TreeDesk {
  const store = treeStore(treeOf(props.branches, props.open, props.current));
  const room: Room = {
    store,
    server,
    depth: props.levels.length,
    mayShape: props.mayShape,
    queue: { last: Promise.resolve() },
  };
  return {
    store,
    run: (command, id) => run(room, command, id),
    toggle: (id) =>
      store.read().open.has(id) ? store.take({ type: "closed", id }) : enqueue(room, () => open(room, [id])),
    typeAhead: (typed) => typeAhead(store, typed),
    addAtEnd: () => beginAdding(room, { parentId: null, afterId: store.read().branches.get(rootKey)?.at(-1) ?? null }),
    commitDraft: () => commitDraft(room),
    drop: (id, move) => drop(room, id, move),
    goTo: (match) => enqueue(room, () => goTo(room, match)),
    find: (query) => asking(room, () => server.matches(query), []),
    settled: () => room.queue.last,
  };
}

const shaping: ReadonlySet<Command> = new Set([
  "rename",
  "addSibling",
  "addChild",
  "moveUp",
  "moveDown",
  "indent",
  "outdent",
  "remove",
  "undo",
  "menu",
]);

function run(room: Room, command: Command, id: string): void {
  const { store } = room;
  if (shaping.has(command) && !room.mayShape) return refuse(room, id, { message: words.mayNotShape, remedy: "" });
  switch (command) {
    case "openOrEnter":
      return openOrEnter(room, id);
    case "closeOrLeave":
      return closeOrLeave(room, id);
    case "openSiblings":
      return enqueue(room, () => open(room, closedSiblings(store.read(), id)));
    case "rename":
      return beginRenaming(room, id);
    case "addSibling":
      return beginAdding(room, { parentId: store.read().rows.get(id)?.parentId ?? null, afterId: id });
    case "addChild":
      return enqueue(room, () => beginAddingInside(room, id));
    case "moveUp":
    case "moveDown":
    case "indent":
    case "outdent":
      return step(room, command, id);
    case "remove":
      return remove(room, id);
    case "undo":
      return perform(room, () => ({ kind: "undoings" }));
    case "menu":
      return store.take({ type: "menuOpened", id });
    case "dismiss":
      return dismiss(store);
    default:
      return walk(store, command, id);
  }
}

function dismiss(store: TreeStore): void {
  store.take({ type: store.read().menu === null ? "noticeClosed" : "menuClosed" });
}

function walk(store: TreeStore, command: "up" | "down" | "first" | "last" | "pageUp" | "pageDown", id: string): void {
  const ids = visibleIds(visibleLines(store.read()));
  const here = ids.indexOf(id);
  const last = ids.length - 1;
  const places = {
    up: here - 1,
    down: here + 1,
    first: 0,
    last,
    pageUp: here - pageLength,
    pageDown: here + pageLength,
  };
  const there = ids[Math.max(0, Math.min(last, places[command]))];
  if (there) store.take({ type: "stoodOn", id: there });
}

function openOrEnter(room: Room, id: string): void {
  const state = room.store.read();
  if ((state.rows.get(id)?.children ?? 0) === 0) return;
  const first = state.branches.get(id)?.[0];
  if (state.open.has(id) && first) room.store.take({ type: "stoodOn", id: first });
  else enqueue(room, () => open(room, [id]));
}

function closeOrLeave({ store }: Room, id: string): void {
  const state = store.read();
  const parent = state.rows.get(id)?.parentId ?? null;
  if (state.open.has(id) && isLoaded(state, id)) store.take({ type: "closed", id });
  else if (parent !== null) store.take({ type: "stoodOn", id: parent });
}

function typeAhead(store: TreeStore, typed: string): void {
  const id = typedAheadTo(store.read(), visibleIds(visibleLines(store.read())), typed);
  if (id) store.take({ type: "stoodOn", id });
}

function closedSiblings(state: TreeState, id: string): string[] {
  return siblingsOf(state, id).filter((each) => !state.open.has(each) && (state.rows.get(each)?.children ?? 0) > 0);
}

async function open(room: Room, ids: readonly string[]): Promise<void> {
  const missing = ids.filter((id) => !isLoaded(room.store.read(), id));
  if (missing.length > 0) await load(room, missing);
  room.store.take({ type: "opened", ids });
  const row = room.store.read().rows.get(ids[0] ?? "");
  if (row)
    say(
      room,
      ids.length === 1
        ? `「${labelOf(row)}」を開きました。${row.children}件あります。`
        : `${ids.length}件を開きました。`,
    );
}

function beginRenaming(room: Room, id: string): void {
  const row = room.store.read().rows.get(id);
  if (!row) return;
  room.store.take({ type: "stoodOn", id });
  room.store.take({ type: "draftBegun", draft: { kind: "rename", id, text: nameOf(row) } });
}

function beginAdding(room: Room, at: Pick<Extract<Draft, { kind: "add" }>, "parentId" | "afterId">): void {
  room.store.take({ type: "draftBegun", draft: { kind: "add", ...at, text: "" } });
}

async function beginAddingInside(room: Room, id: string): Promise<void> {
  const { store } = room;
  if (pathTo(store.read(), id).length + 2 > room.depth)
    return refuse(room, id, { message: words.noDeeper, remedy: "" });
  if (!isLoaded(store.read(), id)) await load(room, [id]);
  store.take({ type: "opened", ids: [id] });
  beginAdding(room, { parentId: id, afterId: store.read().branches.get(id)?.at(-1) ?? null });
}

function commitDraft(room: Room): void {
  const { draft } = room.store.read();
  if (!draft) return;
  const text = draft.text.trim();
  if (text === "" || isUnchanged(room.store.read(), draft)) return room.store.take({ type: "draftCancelled" });
  perform(room, (state) => {
    if (state.draft !== draft) return undefined; // given up, or saved by the press before
    if (draft.kind === "add") return { kind: "additions", parent: draft.parentId, after: draft.afterId, text };
    return { kind: "renamings", id: draft.id, version: versionOf(state, draft.id), text };
  });
}

function isUnchanged(state: TreeState, draft: Draft): boolean {
  const row = draft.kind === "rename" ? state.rows.get(draft.id) : undefined;
  return row !== undefined && nameOf(row) === draft.text.trim();
}

function step(room: Room, command: MoveCommand, id: string): void {
  perform(room, (state) => {
    const move = stepOf(state, id, command);
    if (move) return { kind: "moves", id, version: versionOf(state, id), ...move };
    refuse(room, id, { message: noStep[command], remedy: "" });
    return undefined;
  });
}

function drop(room: Room, id: string, move: Move): void {
  perform(room, (state) => {
    if (mayDrop(state, id, { move, depth: room.depth }))
      return { kind: "moves", id, version: versionOf(state, id), ...move };
    refuse(room, id, { message: words.noDrop, remedy: "" });
    return undefined;
  });
}

function remove(room: Room, id: string): void {
  const row = room.store.read().rows.get(id);
  perform(
    room,
    (state) => ({ kind: "removals", id, version: versionOf(state, id) }),
    () => {
      if (!row) return;
      room.store.take({ type: "removed", id, label: labelOf(row) });
      say(room, `「${labelOf(row)}」を削除しました。Ctrl+Zで元に戻せます。`);
    },
  );
}

function versionOf(state: TreeState, id: string): number {
  return state.rows.get(id)?.version ?? 0;
}

async function goTo(room: Room, match: Match): Promise<void> {
  const missing = match.path.filter((id) => !isLoaded(room.store.read(), id));
  if (missing.length > 0) await load(room, missing);
  room.store.take({ type: "opened", ids: match.path });
  if (room.store.read().rows.has(match.id)) room.store.take({ type: "stoodOn", id: match.id });
}
