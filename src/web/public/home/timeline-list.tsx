import type { ReactNode } from "react";
import { dateWithBoth } from "#kernel/wareki.ts";
import { publicationPath } from "#web/publication-address.ts";
import { hrefIn, type Site } from "#web/site.ts";
import type { TimelineStep } from "./timeline.ts";

interface TimelineListProps {
  readonly site: Site;
  readonly steps: readonly TimelineStep[];
}

/** Where the plan is in its life, with 「いまここ」 between what was and what comes. */
export function TimelineList({ site, steps }: TimelineListProps): ReactNode {
  const past = steps.filter((step) => step.isPast);
  const coming = steps.filter((step) => !step.isPast);
  return (
    <ol className="list-plain timeline">
      {past.map((step) => (
        <Step key={`${step.day}${step.label}`} site={site} step={step} />
      ))}
      <li className="timeline-now">
        <span className="timeline-day">{dateWithBoth(site.clock.today())}</span>
        <b>いまここ</b>
      </li>
      {coming.map((step) => (
        <Step key={`${step.day}${step.label}`} site={site} step={step} />
      ))}
    </ol>
  );
}

function Step({
  site,
  step: { day, label, head, isPast },
}: {
  readonly site: Site;
  readonly step: TimelineStep;
}): ReactNode {
  const isReadable = head && !head.withdrawal && !head.purge;
  return (
    <li className={isPast ? "timeline-past" : "timeline-coming"}>
      <span className="timeline-day">{dateWithBoth(day)}</span>
      <span>
        {isReadable ? <a href={hrefIn(site, publicationPath(head))}>{label}</a> : label}
        {head && !isReadable && "（取り下げました）"}
        {head?.openness === "discussion" && <span className="stamp stamp-small">未確定</span>}
      </span>
    </li>
  );
}
