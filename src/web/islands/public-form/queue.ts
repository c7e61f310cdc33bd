/** A sending that waits for a line: where it goes, and every field of it, files among them. */
export interface Sending {
  readonly action: string;
  readonly entries: readonly (readonly [name: string, value: FormDataEntryValue])[];
}

const store = "sendings";

/** One waiting sending for each form; a later one takes the place of the one before. */
export async function waitFor(sending: Sending): Promise<void> {
  await inStore("readwrite", (sendings) => sendings.put(sending, pathOf(sending.action)));
}

/** The sending of the form at this path that waits, if any. */
export async function queued(path: string): Promise<Sending | undefined> {
  return (await inStore("readonly", (sendings) => sendings.get(path))) as Sending | undefined; // our own writing
}

export async function takeOff({ action }: Sending): Promise<void> {
  await inStore("readwrite", (sendings) => sendings.delete(pathOf(action)));
}

function pathOf(action: string): string {
  return new URL(action, location.href).pathname;
}

/** Does one thing in the store. A browser that keeps nothing answers undefined. */
async function inStore(mode: IDBTransactionMode, act: (sendings: IDBObjectStore) => IDBRequest): Promise<unknown> {
  try {
    const opening = indexedDB.open("tomoni-sendings", 1);
    opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore(store));
    const database = (await done(opening)) as IDBDatabase; // what opening gives
    const value = await done(act(database.transaction(store, mode).objectStore(store)));
    database.close();
    return value;
  } catch {
    return undefined;
  }
}

function done(request: IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("the browser keeps nothing")));
  });
}
