/** How a table of points can be put in order: as the voices came, or the latest change first. */
export const pointOrders = ["voice", "latest"] as const;
export type PointOrder = (typeof pointOrders)[number];

/** Where a point stands: it waits, is under a topic, or is left out. */
export const pointPlaces = ["waiting", "sorted", "excluded"] as const;
export type PointPlace = (typeof pointPlaces)[number];

/** Which points a table shows; "" shows all. */
export interface PointChoice {
  readonly planId: string;
  readonly occasionId: string;
  readonly nodeId: string;
  readonly topicId: string;
  readonly tagId: string;
  readonly state: PointPlace | "";
  /** All of these words stand in the point. */
  readonly words: string;
  readonly order: PointOrder;
}

/** The last line of a page, after which the next one begins. */
export interface PointKey {
  readonly number: number;
  readonly position: number;
  readonly savedAt: string;
  readonly id: string;
}
