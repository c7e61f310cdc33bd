import type { Site } from "#web/site.ts";

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
