/** Holds a state, takes events, and tells those who draw it. */
export interface EventStore<State, Event> {
  readonly read: () => State;
  readonly take: (event: Event) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function eventStore<State, Event>(
  initial: State,
  after: (state: State, event: Event) => State,
): EventStore<State, Event> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    read: () => state,
    take(event) {
      state = after(state, event);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
