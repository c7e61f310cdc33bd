import { z } from "zod";
import type { Ctx } from "#domain/audit/index.ts";
import { headFor, storedPublications } from "#domain/publication/index.ts";

/** Of a plan's payload of any format only where its targets lie. */
const targetYearsSchema = z.object({
  nodes: z.array(
    z.object({
      indicators: z.array(z.object({ id: z.string(), targets: z.array(z.object({ year: z.number() })) })),
    }),
  ),
});

/** The years whose target of an indicator (by id) stands in a plan's decided version (公表). */
export type DecidedTargets = (indicatorId: string) => ReadonlySet<number>;

const noYears: ReadonlySet<number> = new Set();

/** Where the targets of a plan were decided and published; nowhere before there is such a version. */
export async function decidedTargets(ctx: Pick<Ctx, "db">, slug: string): Promise<DecidedTargets> {
  const publications = storedPublications(ctx);
  const head = headFor(await publications.heads(), "plan", slug);
  const payload = head?.openness === "decided" ? await publications.payload(head.id) : undefined;
  if (payload === undefined) return () => noYears;
  const indicators = targetYearsSchema.parse(payload).nodes.flatMap((node) => node.indicators);
  const years = new Map(indicators.map(({ id, targets }) => [id, new Set(targets.map(({ year }) => year))]));
  return (indicatorId) => years.get(indicatorId) ?? noYears;
}
