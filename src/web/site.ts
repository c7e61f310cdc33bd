import type { PublicationSource } from "#domain/publication/published.ts";
import type { Clock } from "#kernel/clock.ts";

/** The municipality as its public site shows it. */
export interface Site {
  readonly name: string;
  readonly code: string;
  readonly isUnofficial: boolean;
  /** A sentence above every page (見本であること, 非公式であることと出典); "" for a city's own site. */
  readonly notice: string;
  /** Whom to ask about the site as a whole; "" when the city named nobody. */
  readonly contact: string;
  /** Scheme and host of the public site, for feeds and site maps. */
  readonly origin: string;
  /** Written before every address of the site: "" or, for a preview, "/staff/preview/…". */
  readonly base: string;
  /** Set in a preview (公開前の確認): the staff's page to go back to, said above every page. */
  readonly previewExit?: string;
  readonly clock: Clock;
  readonly publications: PublicationSource;
}

/** An address inside the public site, as every page writes it: the same page seen in a preview links inside the preview. */
export function hrefIn(site: Pick<Site, "base">, path: string): string {
  return `${site.base}${path}`;
}
