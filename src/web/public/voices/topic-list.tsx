import type { ReactNode } from "react";
import { branchesOf, codeAndTitle } from "#web/public/plan/branches.ts";
import { Pager, partOf, type Paging } from "#web/public/pager.tsx";
import { hrefIn, type Site } from "#web/site.ts";
import { ListFilter } from "#web/ui/list-filter.tsx";
import { topicHref } from "./addresses.ts";
import { choicePath, topicOrders } from "./choice.ts";
import { categoryName } from "./flow.ts";
import type { PublicLedger, PublicTopic } from "./ledger.ts";
import { goalOf, type PlanPlaces } from "./places.ts";
import { CategoryBadge } from "./topic-words.tsx";

interface TopicListProps {
  readonly site: Site;
  readonly ledger: PublicLedger;
  readonly places: PlanPlaces;
  readonly query: URLSearchParams;
  readonly chosen: readonly PublicTopic[];
  readonly paging: Paging;
}

/** The topics that were asked for, and the ways to ask for others: by address, without script. */
export function TopicList(props: TopicListProps): ReactNode {
  const { site, ledger, query, chosen, paging } = props;
  return (
    <section className="page section" id="list" aria-labelledby="list-title">
      <h2 id="list-title">意見と市の考え方</h2>
      <p className="section-note mb-6">
        同じ趣旨の意見を一つにまとめて、市の考え方を示しています。件数は多数決のためのものではありません。
      </p>
      <ListFilter
        action={hrefIn(site, "/voices#list")}
        query={query}
        label="ことばでしぼる"
        orders={topicOrders}
        unit="件"
        total={ledger.topics.length}
        shown={chosen.length}
      >
        <Choices {...props} />
      </ListFilter>
      <ChosenMeasure {...props} />
      {chosen.length === 0 && <p>この条件に当てはまる意見はありません。ことばを短くするか、条件を減らしてください。</p>}
      <ol className="list-plain topic-list">
        {partOf(chosen, paging).map((topic) => (
          <TopicItem key={topic.number} site={site} topic={topic} />
        ))}
      </ol>
      <Pager
        label="意見の一覧のページ"
        paging={paging}
        hrefOf={(number) => hrefIn(site, choicePath(query, { page: String(number) }))}
      />
    </section>
  );
}

function Choices({ ledger, places, query }: TopicListProps): ReactNode {
  const occasions = ledger.editions.map(({ snapshot: { occasion } }) => ({
    value: occasion.id,
    label: occasion.title,
  }));
  const categories = new Set(ledger.topics.flatMap(({ category }) => (category ? [categoryName(category)] : [])));
  return (
    <>
      <Choice name="occasion" label="募集・会合" query={query} options={occasions} />
      <Choice
        name="category"
        label="対応区分"
        query={query}
        options={[...categories].map((name) => ({ value: name, label: name }))}
      />
      <Choice name="goal" label="計画の目標" query={query} options={goalOptions(ledger, places)} />
    </>
  );
}

/** The goals that some topic is about, in the order of their plans. */
function goalOptions({ topics }: PublicLedger, places: PlanPlaces) {
  const used = new Set(topics.map((topic) => goalOf(topic, places)?.node.id));
  const editions = new Set([...places.values()].map(({ edition }) => edition));
  return [...editions]
    .flatMap(({ snapshot }) => branchesOf(snapshot))
    .filter(({ node }) => used.has(node.id))
    .map(({ node }) => ({ value: node.id, label: codeAndTitle(node) }));
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly query: URLSearchParams;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

function Choice({ name, label, query, options }: ChoiceProps): ReactNode {
  if (options.length < 2 && !query.get(name)) return null;
  return (
    <div className="min-w-0">
      <label htmlFor={name} className="field-label block">
        {label}
      </label>
      <select id={name} name={name} className="input" defaultValue={query.get(name) ?? ""}>
        <option value="">すべて</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** That the list was narrowed from a measure's page, and the way out of it. */
function ChosenMeasure({ site, places, query }: TopicListProps): ReactNode {
  const id = query.get("measure");
  if (!id) return null;
  const place = places.get(id);
  return (
    <p className="mb-4">
      {place ? `「${codeAndTitle(place.branch.node)}」` : "一つの施策"}についての意見だけを出しています。
      <a href={hrefIn(site, choicePath(query, { measure: "" }))}>すべての意見を出す</a>
    </p>
  );
}

/** One topic: what was said, by how many points, what the city makes of it. */
export function TopicItem({ site, topic }: { readonly site: Site; readonly topic: PublicTopic }): ReactNode {
  return (
    <li>
      <p className="topic-facts">
        <span>{topic.number}番</span>
        <CategoryBadge topic={topic} />
        <span>{topic.points}件</span>
      </p>
      <h3>
        <a href={topicHref(site, topic.number)}>{topic.title}</a>
      </h3>
      {topic.place !== "" && <p className="trace-note">{topic.place}</p>}
    </li>
  );
}
