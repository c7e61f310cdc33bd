import type { ReactNode } from "react";
import { ConsultationList, soonestFirst } from "#web/public/consultations/consultations-page.tsx";
import type { ConsultationEdition } from "#web/public/consultations/edition.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { Icon } from "#web/ui/icons.tsx";

interface Props {
  readonly site: Site;
  readonly consultations: readonly ConsultationEdition[];
}

const mostShown = 3;

/** What one can do now: what is open, the first to end first, then what begins soon. Absent when there is nothing. */
export function NowSection({ site, consultations }: Props): ReactNode {
  const inPhase = (phase: string) => consultations.filter((each) => each.phase === phase);
  const shown = [...soonestFirst(inPhase("open")), ...inPhase("announced").toReversed()].slice(0, mostShown);
  if (shown.length === 0) return null;
  return (
    <section className="page section" aria-labelledby="now-title">
      <h2 id="now-title">いま、できること</h2>
      <ConsultationList site={site} editions={shown} />
      <p className="mt-4">
        <a href={hrefIn(site, "/consultations")} className="forward-link">
          声をとどけるページへ
          <Icon name="forward" />
        </a>
      </p>
    </section>
  );
}
