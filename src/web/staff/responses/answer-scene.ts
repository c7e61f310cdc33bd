import type { Revision } from "#domain/plan/index.ts";
import type { AnswerPage, Boilerplate, ResponseCategory } from "#domain/voices/index.ts";
import type { Refusal } from "#kernel/result.ts";
import type { MeasureName } from "../background/measures.ts";
import type { Visit } from "#web/visit.ts";

/** A form of the page of an answer that was refused, with what was typed into it. */
export interface Refused {
  readonly refusal: Refusal;
  readonly form: "answer" | "return" | "reopening" | "decision" | "change";
  readonly entered?: { readonly categoryId: string; readonly content: string };
}

/** Everything that the parts of an answer's page are made from. */
export interface AnswerScene {
  readonly visit: Visit;
  readonly found: AnswerPage;
  readonly refused: Refused | undefined;
  readonly categories: readonly ResponseCategory[];
  readonly boilerplates: readonly Boilerplate[];
  readonly divisions: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
  readonly measures: readonly MeasureName[];
  /** The measure whose text changed, once it is chosen, with its saves, the newest first, and the fields that the newest changed. */
  readonly chosen:
    | { readonly measure: MeasureName; readonly revisions: readonly Revision[]; readonly changed: readonly string[] }
    | undefined;
}

/** The refusal of one form; undefined for the others. */
export function refusalOf({ refused }: AnswerScene, form: Refused["form"]): Refusal | undefined {
  return refused?.form === form ? refused.refusal : undefined;
}
