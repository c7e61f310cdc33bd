import type { ReactNode } from "react";
import type { Site } from "#web/site.ts";
import { hrefIn } from "#web/site.ts";
import { topicHref } from "./addresses.ts";
import { isAbout } from "./choice.ts";
import type { PublicLedger } from "./ledger.ts";
import { CategoryBadge, ChangeText, DecisionWords, MarksNote } from "./topic-words.tsx";

interface MeasureVoicesProps {
  readonly site: Site;
  readonly ledger: PublicLedger;
  /** The measure itself first, then those that it goes on with: opinions follow through a re-basing. */
  readonly nodeIds: readonly string[];
}

const shown = 5;

/** Whether any published opinion is about this node. */
export function hasVoices({ topics }: PublicLedger, nodeIds: readonly string[]): boolean {
  return topics.some((topic) => nodeIds.some((id) => isAbout(topic, id)));
}

/** What was said of a measure (施策), decided and changed in it; then the way to all that was said. */
export function MeasureVoices({ site, ledger, nodeIds }: MeasureVoicesProps): ReactNode {
  const about = ledger.topics.filter((topic) => nodeIds.some((id) => isAbout(topic, id)));
  const changing = about
    .map((topic) => ({ topic, changes: topic.changes.filter((change) => nodeIds.includes(change.nodeId)) }))
    .filter(({ changes }) => changes.length > 0);
  return (
    <>
      {changing.length > 0 && <MarksNote />}
      <ol className="list-plain said-list">
        {changing.slice(0, shown).map(({ topic, changes }) => (
          <li key={topic.number}>
            <h3>
              <a href={topicHref(site, topic.number)}>{topic.title}</a>
            </h3>
            <p className="topic-facts">
              <CategoryBadge topic={topic} />
              <span>{topic.points}件の意見</span>
            </p>
            {topic.decision && (
              <p className="trace-note">
                決定：
                <DecisionWords decision={topic.decision} />
              </p>
            )}
            {changes.map((change) => (
              <div key={change.field}>
                <p className="mt-2">「{change.fieldLabel}」がこう変わりました。</p>
                <ChangeText change={change} />
              </div>
            ))}
          </li>
        ))}
      </ol>
      <p className="mt-4">
        {nodeIds
          .map((id) => ({ id, count: about.filter((topic) => isAbout(topic, id)).length }))
          .filter(({ count }) => count > 0)
          .map(({ id, count }) => (
            <a key={id} className="block" href={hrefIn(site, `/voices?measure=${id}#list`)}>
              {id === nodeIds[0] ? "ここ" : "もとの施策"}に関わる意見と市の考え方をすべて見る（{count}件）
            </a>
          ))}
      </p>
    </>
  );
}
