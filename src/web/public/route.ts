import type { Site } from "#web/site.ts";
import type { FormVisit } from "#web/form-visit.ts";

export interface PublicVisit {
  readonly site: Site;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** One line of the public site's map that is only read: complete without script and, having no form that posts, cached. */
export interface PublicPageRoute {
  readonly path: string;
  /** The parameters in `?…` that the page reads; all others are taken away before it sees them, so that one page is cached once. */
  readonly parameters?: readonly string[];
  readonly form?: false;
  readonly handle: (visit: PublicVisit) => Promise<Response> | Response;
}

/** What a handler of a form is given beside what every page has. */
export interface PublicFormVisit extends PublicVisit, FormVisit {}

/**
 * A line with a form that posts. It is never cached, by us or by others, and complete without script; `scripts` names the islands
 * that help where there is one. What comes in goes through a subject's submissions.ts.
 */
export interface PublicFormRoute {
  readonly method: "get" | "post";
  readonly path: string;
  readonly form: true;
  /** Names in src/web/islands; no other script may stand on the page. */
  readonly scripts?: readonly string[];
  readonly handle: (visit: PublicFormVisit) => Promise<Response> | Response;
}

/** One line of the public site's map. */
export type PublicRoute = PublicPageRoute | PublicFormRoute;

/** Those lines that are read with GET. */
export function isRead(route: PublicRoute): boolean {
  return !route.form || route.method === "get";
}
