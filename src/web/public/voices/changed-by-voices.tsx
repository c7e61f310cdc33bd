import type { ReactNode } from "react";
import { warekiDate } from "#kernel/wareki.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { Icon } from "#web/ui/icons.tsx";
import { topicHref } from "./addresses.ts";
import { changedLines } from "./changed-lines.ts";
import type { PublicLedger, PublicTopic } from "./ledger.ts";
import { CategoryBadge, ChangeText, MarksNote } from "./topic-words.tsx";

const shown = 3;

/** On the home page: what became of people's words, by the answers that changed the plan last. Nothing before there are some. */
export function ChangedByVoices({ site, ledger }: { readonly site: Site; readonly ledger: PublicLedger }): ReactNode {
  if (ledger.editions.length === 0) return null;
  const latest = latestChanging(ledger.topics);
  return (
    <section className="page section" aria-labelledby="voices-title">
      <h2 id="voices-title">みなさんの声で変わったこと</h2>
      {latest.length > 0 && <MarksNote />}
      <ul className="list-plain changed-grid">
        {latest.map((topic) => (
          <ChangedTopic key={topic.number} site={site} topic={topic} />
        ))}
      </ul>
      <p className="mt-4">
        <a href={hrefIn(site, "/voices")} className="forward-link">
          すべての意見のゆくえを見る
          <Icon name="forward" />
        </a>
      </p>
    </section>
  );
}

function ChangedTopic({ site, topic }: { readonly site: Site; readonly topic: PublicTopic }): ReactNode {
  const [change] = topic.changes;
  return (
    <li className="card">
      <p className="topic-facts">
        <CategoryBadge topic={topic} />
        {topic.decision && <span>{warekiDate(topic.decision.decidedOn)}に決定</span>}
      </p>
      <h3>
        <a href={topicHref(site, topic.number)}>{topic.title}</a>
      </h3>
      {change && <ChangeText change={change} />}
    </li>
  );
}

/** Those with a text that really differs, the last decided first. */
function latestChanging(topics: readonly PublicTopic[]): readonly PublicTopic[] {
  return topics
    .filter(({ changes: [first] }) => first !== undefined && changedLines(first).after !== "")
    .toSorted((one, other) => decidedOn(other).localeCompare(decidedOn(one)) || other.number - one.number)
    .slice(0, shown);
}

function decidedOn({ decision }: PublicTopic): string {
  return decision?.decidedOn ?? "";
}
