import type { PlanSnapshot } from "#domain/plan/index.ts";

/** The plan as it is to be printed, with the words around it. Everything here may be read by whoever gets the paper. */
export interface PlanEdition {
  readonly city: string;
  /** The city of a sample or of public facts only: every page says so. */
  readonly standing: "official" | "sample" | "unofficial";
  /** 「令和9年3月策定版」「案（令和8年11月22日現在）」. */
  readonly version: string;
  readonly isUndecided: boolean;
  /** The day (YYYY-MM-DD) of the publication, or on which the draft stood so. */
  readonly day: string;
  readonly division: { readonly name: string; readonly contact: string };
  /** SHA-256 of the plan's canonical text. */
  readonly hash: string;
  readonly snapshot: PlanSnapshot;
}

export type NodeSnapshot = PlanSnapshot["nodes"][number];
export type IndicatorSnapshot = NodeSnapshot["indicators"][number];
