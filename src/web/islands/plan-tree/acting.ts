import { asking, say, type Room } from "./desk-room.ts";
import type { Act } from "./protocol.ts";
import { pathTo, rootKey, type TreeState } from "./tree-state.ts";
import { saidAfter } from "./words.ts";

/** Queues an act. It is made when its turn comes, so that a second press moves what the first one moved. */
export function perform(room: Room, make: (state: TreeState) => Act | undefined, afterwards?: () => void): void {
  enqueue(room, async () => {
    const act = make(room.store.read());
    if (!act) return;
    const isDone = await asking(room, () => done(room, act), false);
    if (isDone) afterwards?.();
  });
}

/** Puts work at the end of the queue. */
export function enqueue(room: Room, work: () => Promise<void>): void {
  room.queue.last = room.queue.last.then(work);
}

async function done(room: Room, act: Act): Promise<boolean> {
  const answer = await room.server.act(act, touchedBranches(room.store.read(), act));
  const subject = "id" in act ? act.id : null;
  if (!answer.ok) {
    room.store.take({ type: "refused", id: subject, refusal: answer.refusal, branches: answer.branches });
    say(room, `${answer.refusal.message}${answer.refusal.remedy}`);
    return false;
  }
  room.store.take({ type: "saved", branches: answer.branches, id: answer.id, savedAt: answer.savedAt });
  say(room, saidAfter(room.store.read(), act, answer.id));
  return true;
}

/** Loaded branches that an act may change besides those it names: below a moved node, or anywhere when the last act is undone. */
function touchedBranches(state: TreeState, act: Act): (string | null)[] {
  const keys = [...state.branches.keys()];
  if (act.kind === "undoings") return keys.map((key) => (key === rootKey ? null : key));
  if (act.kind !== "moves") return [];
  return keys.filter((key) => key === act.id || pathTo(state, key).includes(act.id));
}
