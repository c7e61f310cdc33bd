import { voicesSnapshotSchema, type VoicesSnapshot } from "#domain/voices/published.ts";
import { presentReader, type Present } from "#web/public/present.ts";
import type { Site } from "#web/site.ts";

/** The results of one occasion (聴取の機会) as they stand in their publication. */
export type VoicesEdition = Present<VoicesSnapshot>;

const read = presentReader("voices", voicesSnapshotSchema);

/** The results of all occasions that stand, the one that began last first. */
export async function voicesEditions(site: Pick<Site, "publications">): Promise<readonly VoicesEdition[]> {
  return (await read(site)).sort((one, other) =>
    other.snapshot.occasion.opensOn.localeCompare(one.snapshot.occasion.opensOn),
  );
}
