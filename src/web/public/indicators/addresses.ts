import type { IndicatorSnapshot } from "#domain/plan/published.ts";
import type { Reading } from "#web/public/plan/addresses.ts";
import { hrefIn } from "#web/site.ts";

/** What names an indicator in an address; one without a code is reached by its id. */
export function indicatorCode({ code, id }: Pick<IndicatorSnapshot, "code" | "id">): string {
  return code === "" ? id : code;
}

/** The address of an indicator as the city's current plan has it. */
export function currentIndicatorPath(indicator: IndicatorSnapshot): string {
  return `/indicators/${encodeURIComponent(indicatorCode(indicator))}`;
}

/** The address of an indicator in the plan, and the edition, that is being read. */
export function indicatorHref({ site, edition }: Reading, indicator: IndicatorSnapshot): string {
  const query = edition.successor ? `edition=${edition.head.id}` : `plan=${edition.head.reference}`;
  return hrefIn(site, `${currentIndicatorPath(indicator)}?${query}`);
}
