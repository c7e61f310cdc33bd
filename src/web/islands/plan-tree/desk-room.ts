import { NoAnswer, type TreeServer } from "./tree-server.ts";
import type { TreeStore } from "./tree-store.ts";

/** What everything at the desk shares. */
export interface Room {
  readonly store: TreeStore;
  readonly server: TreeServer;
  readonly depth: number;
  readonly mayShape: boolean;
  /** What is asked for runs one after the other, each from the state that the one before left. */
  readonly queue: { last: Promise<void> };
}

/** Reads branches from the server into the state. */
export async function load(room: Room, parents: readonly (string | null)[]): Promise<void> {
  const branches = await asking(room, () => room.server.branches(parents), []);
  room.store.take({ type: "loaded", branches });
}

/** Asks the server; when it does not answer as agreed, tells the person why and goes on with `otherwise`. */
export async function asking<T>(room: Room, ask: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    refuse(room, null, { message: error.message, remedy: "" });
    return otherwise;
  }
}

/** Says something to those who listen instead of looking. */
export function say({ store }: Room, text: string): void {
  store.take({ type: "said", text });
}

/** Shows a refusal at a node (or above the tree) and says it. */
export function refuse(
  room: Room,
  id: string | null,
  refusal: { readonly message: string; readonly remedy: string },
): void {
  room.store.take({ type: "refused", id, refusal, branches: [] });
  say(room, `${refusal.message}${refusal.remedy}`);
}
