import type { ReactNode } from "react";
import { undecidedStamp } from "#domain/publication/published.ts";
import type { ChangeSnapshot, TopicSnapshot } from "#domain/voices/published.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { nodeHref } from "#web/public/plan/addresses.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { MarkedText } from "#web/ui/marked-text.tsx";
import { Badge } from "#web/ui/parts.tsx";
import { changedLines } from "./changed-lines.ts";
import { categoryName } from "./flow.ts";
import type { VoicesEdition } from "./edition.ts";
import { isReflected } from "./ledger.ts";
import type { PlanPlaces } from "./places.ts";

/** The city's word for what became of an opinion (対応区分). */
export function CategoryBadge({ topic }: { readonly topic: Pick<TopicSnapshot, "category"> }): ReactNode {
  if (!topic.category) return null;
  return <Badge tone={isReflected(topic) ? "good" : "plain"}>{categoryName(topic.category)}</Badge>;
}

/** The city's answer as it was written, a paragraph a line. */
export function Answer({ text }: { readonly text: string }): ReactNode {
  return (
    <div className="prose">
      {text
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line, index) => (
          <p key={index}>{line}</p>
        ))}
    </div>
  );
}

/** Who decided when, and under which number it can be asked for. */
export function DecisionWords({ decision }: { readonly decision: TopicSnapshot["decision"] }): ReactNode {
  if (!decision) return null;
  return (
    <>
      {dateWithBoth(decision.decidedOn)}　{decision.body}
      {decision.documentNumber !== "" && <span className="trace-note">文書番号：{decision.documentNumber}</span>}
    </>
  );
}

/** The sentences of the plan that changed: taken out struck through, put in marked, and both told apart without colours. */
export function ChangeText({ change }: { readonly change: ChangeSnapshot }): ReactNode {
  return (
    <p className="changed">
      <MarkedText {...changedLines(change)} />
    </p>
  );
}

interface PlaceProps {
  readonly site: Site;
  readonly places: PlanPlaces;
  readonly node: { readonly id: string; readonly code: string; readonly title: string };
}

/** A node of the plan by code and title, leading to its page where there is one to read. */
export function PlaceLink({ site, places, node }: PlaceProps): ReactNode {
  const place = places.get(node.id);
  const words = [node.code, node.title].filter(Boolean).join("　");
  if (!place) return words;
  return <a href={nodeHref({ site, edition: place.edition }, place.branch.node)}>{words}</a>;
}

/** What every list of changes says before it: how to read the marks. */
export function MarksNote(): ReactNode {
  return (
    <p className="trace-note">
      <del>取り消し線</del>は変える前の文、<ins>下線</ins>は変えた後の文です。
    </p>
  );
}

/** To the trace's entrance, from where one thing was looked at. */
export function BackToList({ site }: { readonly site: Site }): ReactNode {
  return (
    <p className="mt-12 no-print">
      <a href={hrefIn(site, "/voices")}>意見のゆくえの全体を見る</a>
    </p>
  );
}

/** 未確定, where the results were published to be talked about. */
export function UndecidedStamp({ edition }: { readonly edition: VoicesEdition | undefined }): ReactNode {
  return edition?.head.openness === "discussion" ? <p className="stamp mb-4">{undecidedStamp}</p> : null;
}
