import type { DocumentContent, DocumentSnapshot } from "#domain/documents/index.ts";
import type { PlanSnapshot } from "#domain/plan/index.ts";
import type { StrategySnapshot } from "#domain/strategy/index.ts";
import type { Pictures } from "./rich-blocks.ts";

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
  /** The day on which a version (版) was frozen; then `day` is that day. */
  readonly isFrozen?: boolean;
  readonly division: { readonly name: string; readonly contact: string };
  /** SHA-256 of the plan's canonical text. */
  readonly hash: string;
  readonly snapshot: PlanSnapshot;
  /** The chapters of the plan's document and its glossary; none where the plan has no manuscript. */
  readonly manuscript?: Manuscript;
  /** The pictures of the document's figures. */
  readonly pictures?: Pictures;
  /** The 地方版総合戦略 that the plan is or carries; each fills an annex of its own (総合戦略編). */
  readonly strategies: readonly StrategyEdition[];
  /** A version frozen before strategies were part of it: what is told of them today is not of its day. */
  readonly lacksStrategies?: boolean;
  /** Typing errors told of the version since (正誤表). */
  readonly errata?: readonly ErratumLine[];
}

export type ErratumLine = DocumentSnapshot["errata"][number];

export type Manuscript = Pick<DocumentContent, "sections" | "terms">;

/** A strategy as it is to be printed beside its plan. */
export interface StrategyEdition {
  readonly version: string;
  readonly isUndecided: boolean;
  /** SHA-256 of the strategy's canonical text. */
  readonly hash: string;
  readonly snapshot: StrategySnapshot;
}

export type NodeSnapshot = PlanSnapshot["nodes"][number];
export type IndicatorSnapshot = NodeSnapshot["indicators"][number];
