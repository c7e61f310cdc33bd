import { page } from "#web/answer.tsx";
import { publishedConsultations } from "#web/public/consultations/edition.ts";
import { documentEditions } from "#web/public/documents/edition.ts";
import { formulationEditions } from "#web/public/formulation/edition.ts";
import { presentEditions } from "#web/public/editions.ts";
import { pagingOf } from "#web/public/pager.tsx";
import type { PublicRoute, PublicVisit } from "#web/public/route.ts";
import { statisticsEdition } from "#web/public/statistics/edition.ts";
import { strategyEditions } from "#web/public/strategy/edition.ts";
import { chosenTopics } from "#web/public/voices/choice.ts";
import { voicesEditions } from "#web/public/voices/edition.ts";
import { ledgerOf } from "#web/public/voices/ledger.ts";
import { searchElsewhere } from "./elsewhere.ts";
import { search, suggestionsFor } from "./search.ts";
import { groupsPerPage, SearchPage } from "./search-page.tsx";

/** The search over all published plans, and over what was said and answered. */
export const searchRoutes: readonly PublicRoute[] = [
  { path: "/search", parameters: ["q", "page"], handle: showSearch },
];

async function showSearch({ site, query }: PublicVisit): Promise<Response> {
  const words = (query.get("q") ?? "").trim().slice(0, 200);
  const editions = await presentEditions(site);
  const groups = search(editions, words);
  const topics =
    words === ""
      ? []
      : chosenTopics(ledgerOf(await voicesEditions(site)), new URLSearchParams({ q: words }), new Map());
  const published = {
    statistics: await statisticsEdition(site),
    strategies: await strategyEditions(site),
    consultations: await publishedConsultations(site),
    formulations: await formulationEditions(site),
    documents: await documentEditions(site),
  };
  const others = searchElsewhere(published, words);
  const suggestions = groups.length + topics.length + others.length === 0 ? suggestionsFor(editions, words) : [];
  return page(
    <SearchPage
      site={site}
      editions={editions}
      query={words}
      groups={groups}
      suggestions={suggestions}
      topics={topics}
      others={others}
      paging={pagingOf(query, groups.length, groupsPerPage)}
    />,
  );
}
