import { intakeLimits, intakeRefusals, phaseFault } from "#domain/consultations/submissions.ts";
import type { Refusal } from "#kernel/result.ts";
import type { PublicFormVisit } from "#web/public/route.ts";
import { consultationEdition, type EditionOf } from "../edition.ts";
import { withDetail } from "../kinds.tsx";
import { isDoubtful } from "../public-comment/entered.ts";
import type { Begun } from "./entered.ts";

/** A visit that knows its idea call. */
export interface Desk {
  readonly visit: PublicFormVisit;
  readonly edition: EditionOf<"proposal">;
}

export async function deskOf(visit: PublicFormVisit): Promise<Desk | undefined> {
  const edition = await consultationEdition(visit.site, visit.params["slug"] ?? "");
  const detail = edition?.snapshot.detail;
  return edition && detail?.kind === "proposal" ? { visit, edition: withDetail(edition, detail) } : undefined;
}

/** Why nothing may be sent on this day. */
export function closedFault({ edition: { phase, snapshot } }: Desk): Refusal | undefined {
  const { opensOn, closesOn } = snapshot;
  return phaseFault({ phase, opensOn, closesOn });
}

export interface Stopped {
  readonly refusal?: Refusal;
  readonly isAskedAgain?: true;
  readonly status: number;
}

/** What stops a sending before its words are looked at: a preview, a machine, too many from one address. */
export async function barrier(
  visit: PublicFormVisit,
  { begun, purpose }: { readonly begun: Begun; readonly purpose: string },
): Promise<Stopped | undefined> {
  if (visit.site.base !== "") return { refusal: intakeRefusals.preview, status: 422 };
  const limits = await intakeLimits(visit.ctx);
  const now = visit.ctx.clock.now();
  if (isDoubtful(visit.form, begun, { now, leastSeconds: limits.leastSeconds }))
    return { isAskedAgain: true, status: 422 };
  return visit.mayStill(purpose, limits) ? undefined : { refusal: intakeRefusals.tooMany, status: 429 };
}
