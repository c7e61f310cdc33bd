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

/** The years whose target of this indicator stands in the plan's decided version (公表); empty before there is one. */
export async function decidedTargetYears(
  ctx: Pick<Ctx, "db">,
  { slug, indicatorId }: { readonly slug: string; readonly indicatorId: string },
): Promise<ReadonlySet<number>> {
  const publications = storedPublications(ctx);
  const head = headFor(await publications.heads(), "plan", slug);
  if (head?.openness !== "decided") return new Set();
  const payload = await publications.payload(head.id);
  if (payload === undefined) return new Set();
  const indicators = targetYearsSchema.parse(payload).nodes.flatMap((node) => node.indicators);
  const found = indicators.find(({ id }) => id === indicatorId);
  return new Set(found?.targets.map(({ year }) => year));
}
