import type { Ctx } from "#domain/audit/index.ts";
import type { Pace } from "#platform/http/rate-limit.ts";

/** What a public form is given of the one who sends it, and nothing of the machinery. */
export interface FormVisit {
  /** Nobody is signed in here, whoever sits before the screen. */
  readonly ctx: Ctx;
  /** The posted form; empty on GET. */
  readonly form: FormData;
  /** Whether this address may do this once more now; takes one from what it has. The address itself is not handed out. */
  readonly mayStill: (purpose: string, pace: Pace) => boolean;
}
