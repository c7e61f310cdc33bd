import type { Site } from "./route.ts";

/** An address inside the public site, as every page writes it: the same page seen in a preview links inside the preview. */
export function hrefIn(site: Pick<Site, "base">, path: string): string {
  return `${site.base}${path}`;
}
