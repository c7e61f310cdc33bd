import type { Ctx } from "#domain/audit/index.ts";
import {
  checkCandidate,
  findCandidate,
  prepareNow,
  publishNow,
  type Candidate,
  type CandidateCheck,
  type CopyRemoval,
  type Published,
  type VersionWords,
} from "#domain/publication/index.ts";
import { NotFound, type Refusal, type Result } from "#kernel/result.ts";
import type { ReactNode } from "react";
import type { PublicationKind, Thing } from "./kind.ts";
import { declarationKind } from "./declaration.tsx";
import { documentKind } from "./document.tsx";
import { formulationKind } from "./formulation.tsx";
import { consultationKind } from "./consultation.tsx";
import { planKind } from "./plan.tsx";
import { statisticsKind } from "./statistics.tsx";
import { strategyKind } from "./strategy.tsx";
import { voicesKind } from "./voices.tsx";

type Words = Omit<PublicationKind<unknown>, "publishable" | "changes">;

/** A kind with what can be done with it, whatever its payload is. */
export interface OfferedKind extends Words {
  readonly subject: string;
  /** Why there is nothing to publish yet, if so. */
  readonly missing: (ctx: Ctx, reference: string) => Promise<Refusal | undefined>;
  readonly prepare: (ctx: Ctx, reference: string, words: VersionWords) => Promise<Result<Published>>;
  readonly check: (ctx: Ctx, candidate: Candidate, hrefOf: (path: string) => string) => Promise<ShownCheck>;
  readonly publish: (ctx: Ctx, candidate: Candidate) => Promise<Result<Published>>;
}

export interface ShownCheck extends Omit<CandidateCheck<unknown>, "before" | "after"> {
  readonly changes: ReactNode;
}

/** Everything that staff can publish, in the order of the list. A new kind is a line here. */
export const publicationKinds: readonly OfferedKind[] = [
  offered(planKind),
  offered(documentKind),
  offered(statisticsKind),
  offered(strategyKind),
  offered(consultationKind),
  offered(declarationKind),
  offered(voicesKind),
  offered(formulationKind),
];

/** A kind for the pages, its payload's type closed in. */
function offered<T>({ publishable: of, changes, ...words }: PublicationKind<T>): OfferedKind {
  return {
    ...words,
    subject: of.subject,
    missing: async (ctx, reference) => {
      const now = await of.compose(ctx, reference);
      return now.ok ? undefined : now.refusal;
    },
    prepare: (ctx, reference, version) => prepareNow(ctx, { of, reference, ...version }),
    check: async (ctx, candidate, hrefOf) => {
      const check = await checkCandidate(ctx, of, candidate);
      const { standing, isOutdated } = check;
      return { candidate, standing, isOutdated, changes: changes(check, hrefOf) };
    },
    publish: async (ctx, { reference, label, openness, divisionName, divisionContact, note, hash }) => {
      const version = { reference, label, openness, divisionName, divisionContact, note, expectedHash: hash };
      const published = await publishNow(ctx, { of, ...version });
      if (published.ok) await words.afterwards?.(ctx, { id: published.value.id, reference });
      return published;
    },
  };
}

/** A thing with its kind. */
export interface Offer {
  readonly kind: OfferedKind;
  readonly thing: Thing;
}

interface Place {
  readonly subject: string;
  readonly reference: string;
}

/** @throws NotFound for a thing that is not there or that this person may not read */
export async function offerAt(ctx: Ctx, { subject, reference }: Place): Promise<Offer> {
  const kind = publicationKinds.find((each) => each.subject === subject);
  const thing = (await kind?.things(ctx))?.find((each) => each.reference === reference);
  if (!kind || !thing) throw new NotFound(`${subject} ${reference}`);
  return { kind, thing };
}

/** Everything that this person could publish or see published. */
export async function allOffers(ctx: Ctx): Promise<readonly Offer[]> {
  const offers: Offer[] = [];
  for (const kind of publicationKinds) {
    offers.push(...(await kind.things(ctx)).map((thing) => ({ kind, thing })));
  }
  return offers;
}

/** @throws NotFound when the candidate, or the thing it is of, is not there for this person */
export async function offeredCandidate(ctx: Ctx, id: string): Promise<Offer & { readonly candidate: Candidate }> {
  const candidate = await findCandidate(ctx, id);
  return { ...(await offerAt(ctx, candidate)), candidate };
}

/** Removes from every subject what was made from a purged payload. */
export const removeAllCopies: CopyRemoval = async (tx, purged) => {
  for (const { removeCopies } of publicationKinds) await removeCopies?.(tx, purged);
};
