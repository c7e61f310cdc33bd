import { tokyoDay, type Clock } from "#kernel/clock.ts";

/** A clock that goes on as the real one does, and can be put forward by days: a round of thirty days in a story of minutes. */
export interface MovingClock extends Clock {
  passDays(days: number): void;
}

export function movingClock(): MovingClock {
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  return {
    now,
    today: () => tokyoDay(now()),
    passDays: (days) => {
      ahead += days * 86_400_000;
    },
  };
}
