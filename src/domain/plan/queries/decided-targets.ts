import { z } from "zod";
import type { Ctx } from "#domain/audit/index.ts";
import { headFor, storedPublications } from "#domain/publication/index.ts";

const targetsSchema = z.array(z.object({ year: z.number() }));

/** Of a plan's payload of any format only where its targets lie. */
const targetYearsSchema = z.object({
  nodes: z.array(
    z.object({
      indicators: z.array(
        z.object({
          id: z.string(),
          targets: targetsSchema,
          targetSets: z.array(z.object({ id: z.string(), targets: targetsSchema })).default([]),
        }),
      ),
    }),
  ),
});

/** The years whose target of an indicator stands in a plan's decided version (公表): of the plan's own set, or of another one (by id). */
export type DecidedTargets = (indicatorId: string, targetSetId?: string) => ReadonlySet<number>;

const noYears: ReadonlySet<number> = new Set();

/** Where the targets of a plan were decided and published; nowhere before there is such a version. */
export async function decidedTargets(ctx: Pick<Ctx, "db">, slug: string): Promise<DecidedTargets> {
  const indicators = await decidedIndicators(ctx, slug);
  const years = new Map(
    indicators.flatMap(({ id, targets, targetSets }) => [
      [placeOf(id), yearsOf(targets)] as const,
      ...targetSets.map((set) => [placeOf(id, set.id), yearsOf(set.targets)] as const),
    ]),
  );
  return (indicatorId, targetSetId) => years.get(placeOf(indicatorId, targetSetId)) ?? noYears;
}

/** The indicators of a plan for which any target, of whatever set, was decided and published. */
export async function withDecidedTargets(ctx: Pick<Ctx, "db">, slug: string): Promise<ReadonlySet<string>> {
  const indicators = await decidedIndicators(ctx, slug);
  const aiming = indicators.filter(
    ({ targets, targetSets }) => targets.length > 0 || targetSets.some((set) => set.targets.length > 0),
  );
  return new Set(aiming.map(({ id }) => id));
}

async function decidedIndicators(ctx: Pick<Ctx, "db">, slug: string) {
  const publications = storedPublications(ctx);
  const head = headFor(await publications.heads(), "plan", slug);
  const payload = head?.openness === "decided" ? await publications.payload(head.id) : undefined;
  if (payload === undefined) return [];
  return targetYearsSchema.parse(payload).nodes.flatMap((node) => node.indicators);
}

function placeOf(indicatorId: string, targetSetId = ""): string {
  return `${indicatorId} ${targetSetId}`;
}

function yearsOf(targets: z.infer<typeof targetsSchema>): ReadonlySet<number> {
  return new Set(targets.map(({ year }) => year));
}
