import type { PublicationSource } from "#domain/publication/published.ts";
import type { Clock } from "#kernel/clock.ts";

/** The municipality as its public site shows it. */
export interface Site {
  readonly name: string;
  readonly code: string;
  readonly isUnofficial: boolean;
  /** A sentence above every page (見本であること, 非公式であることと出典); "" for a city's own site. */
  readonly notice: string;
  /** Scheme and host of the public site, for feeds and site maps. */
  readonly origin: string;
  /** Written before every address of the site: "" or, for a preview, "/staff/preview/…". */
  readonly base: string;
  /** Set in a preview (公開前の確認): the staff's page to go back to, said above every page. */
  readonly previewExit?: string;
  readonly clock: Clock;
  readonly publications: PublicationSource;
}

export interface PublicVisit {
  readonly site: Site;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** One line of the public site's map. All are complete without script and, having no form that posts, may be cached. */
export interface PublicRoute {
  readonly path: string;
  /** The parameters in `?…` that the page reads; all others are taken away before it sees them, so that one page is cached once. */
  readonly parameters?: readonly string[];
  readonly handle: (visit: PublicVisit) => Promise<Response> | Response;
}
