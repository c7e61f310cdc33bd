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
  readonly nodeId: string;
}

const shown = 5;

/** Whether any published opinion is about this node. */
export function hasVoices({ topics }: PublicLedger, nodeId: string): boolean {
  return topics.some((topic) => isAbout(topic, nodeId));
}

/** What was said of a measure (施策), decided and changed in it; then the way to all that was said. */
export function MeasureVoices({ site, ledger, nodeId }: MeasureVoicesProps): ReactNode {
  const about = ledger.topics.filter((topic) => isAbout(topic, nodeId));
  const changing = about
    .map((topic) => ({ topic, changes: topic.changes.filter((change) => change.nodeId === nodeId) }))
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
        <a href={hrefIn(site, `/voices?measure=${nodeId}#list`)}>
          ここに関わる意見と市の考え方をすべて見る（{about.length}件）
        </a>
      </p>
    </>
  );
}
