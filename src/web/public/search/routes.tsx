import { page } from "#web/answer.tsx";
import { presentEditions } from "#web/public/editions.ts";
import type { PublicRoute, PublicVisit } from "#web/public/route.ts";
import { search, suggestionsFor } from "./search.ts";
import { groupsPerPage, SearchPage } from "./search-page.tsx";

/** The search over all published plans. */
export const searchRoutes: readonly PublicRoute[] = [
  { path: "/search", parameters: ["q", "page"], handle: showSearch },
];

async function showSearch({ site, query }: PublicVisit): Promise<Response> {
  const words = (query.get("q") ?? "").trim().slice(0, 200);
  const editions = await presentEditions(site);
  const groups = search(editions, words);
  const suggestions = groups.length === 0 ? suggestionsFor(editions, words) : [];
  const last = Math.max(1, Math.ceil(groups.length / groupsPerPage));
  const number = Math.min(last, Math.max(1, Math.trunc(Number(query.get("page")) || 1)));
  return page(
    <SearchPage
      site={site}
      editions={editions}
      query={words}
      groups={groups}
      suggestions={suggestions}
      number={number}
    />,
  );
}
