/** Citation (引用): a statistic that a measure (施策) rests on, and beside whom it is shown. */
export interface Citation {
  readonly id: string;
  readonly nodeId: string;
  readonly itemId: string;
  /** Beside whom: nobody, the municipalities of the prefecture (県内), or a group of the city's. */
  readonly scope: "none" | "prefecture" | "group";
  readonly groupId: string | null;
  /** What the figure says about this measure, in the city's words. */
  readonly note: string;
  readonly position: number;
}
