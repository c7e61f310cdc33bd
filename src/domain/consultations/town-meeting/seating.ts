/** A registration (参加申込み) that was not cancelled, in the order in which it came. */
export interface Queued {
  readonly id: string;
  readonly people: number;
}

export type Seat = "seated" | "waiting";

/**
 * Who has a seat (参加できる) and who waits for a cancellation (キャンセル待ち). Once a group does not fit, all who come after it wait
 * too, so that nobody is overtaken; whoever was once told of a seat keeps it while others cancel.
 */
export function seating(capacity: number | null, queue: readonly Queued[]): ReadonlyMap<string, Seat> {
  const seats = new Map<string, Seat>();
  let taken = 0;
  let isFull = false;
  for (const { id, people } of queue) {
    isFull ||= capacity !== null && taken + people > capacity;
    if (!isFull) taken += people;
    seats.set(id, isFull ? "waiting" : "seated");
  }
  return seats;
}

/** Seats left for whoever registers next: none while anybody waits; null without a capacity. */
export function seatsLeft(capacity: number | null, queue: readonly Queued[]): number | null {
  if (capacity === null) return null;
  const seats = seating(capacity, queue);
  if ([...seats.values()].includes("waiting")) return 0;
  return capacity - queue.reduce((sum, { people }) => sum + people, 0);
}
