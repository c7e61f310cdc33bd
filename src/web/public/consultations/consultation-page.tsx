import type { ReactNode } from "react";
import { periodChangeLabels } from "#domain/consultations/published.ts";
import { undecidedStamp } from "#domain/publication/published.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { occasionHref } from "#web/public/voices/addresses.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { Badge } from "#web/ui/parts.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import type { ConsultationEdition } from "./edition.ts";
import { DetailOf, type KindMore } from "./kinds.tsx";
import { consultationsTitle, kindLabel, spanText, standingText, toneOf } from "./words.ts";

interface Props {
  readonly site: Site;
  readonly edition: ConsultationEdition;
  readonly more?: KindMore;
}

/** One consultation: what all kinds share at the top and the foot, and the kind's own between. */
export function ConsultationPage({ site, edition, more = {} }: Props): ReactNode {
  const { head, snapshot } = edition;
  return (
    <PublicPage
      site={site}
      title={snapshot.title}
      section="voices"
      crumbs={[{ href: hrefIn(site, "/consultations"), label: consultationsTitle }]}
      publication={head}
      description={`${kindLabel(snapshot)}：${snapshot.title}。${spanText(snapshot)}`}
    >
      <div className="page section-first">
        {head.openness === "discussion" && <p className="stamp mb-4">{undecidedStamp}</p>}
        <p className="consultation-standing">
          <Badge tone={toneOf(edition)}>{standingText(edition, site.clock.today())}</Badge>
          <span>{kindLabel(snapshot)}</span>
        </p>
        <h1>{snapshot.title}</h1>
        {snapshot.summary !== "" && <p className="lead">{snapshot.summary}</p>}
        <Results site={site} edition={edition} />
        <PeriodChanges edition={edition} />
        <DetailOf site={site} edition={edition} more={more} />
        <About site={site} edition={edition} />
      </div>
    </PublicPage>
  );
}

/** Once there are results, they are what one comes for. */
function Results({ site, edition: { results, snapshot } }: Props): ReactNode {
  if (!results) return null;
  return (
    <p className="actions mt-6 no-print">
      <a className="button" href={occasionHref(site, snapshot.occasionId)}>
        結果を見る（意見と市の考え方）
      </a>
    </p>
  );
}

/** Extensions and early closings with their reasons: whoever read it before must see what changed. */
function PeriodChanges({ edition: { snapshot } }: Pick<Props, "edition">): ReactNode {
  return snapshot.periodChanges.map((change) => (
    <div key={`${change.changedOn}${change.closesOnAfter}`} className="notice notice-caution mt-6">
      <p className="notice-title">
        {periodChangeLabels[change.kind]}（{dateWithBoth(change.changedOn)}）
      </p>
      <p>
        終わりの日を、{dateWithBoth(change.closesOnBefore)}から{dateWithBoth(change.closesOnAfter)}に変えました。
      </p>
      <p>理由：{change.reason}</p>
    </div>
  ));
}

/** Whom to ask: the division that receives, else the one that published. */
function About({ site, edition: { head, snapshot } }: Props): ReactNode {
  const { plan, contact } = snapshot;
  return (
    <section className="mt-12" aria-labelledby="contact-title">
      <h2 id="contact-title" className="text-[1.5rem]">
        問い合わせ
      </h2>
      <address className="mt-2 not-italic">
        {contact.division || head.divisionName}
        {contact.phone !== "" && <span className="block">電話：{contact.phone}</span>}
        {contact.email !== "" && <span className="block">電子メール：{contact.email}</span>}
        {contact.words !== "" && <span className="block whitespace-pre-line">{contact.words}</span>}
      </address>
      {site.sections.includes("plan") && (
        <p className="mt-4">
          もとになる計画：<a href={hrefIn(site, `/plan/${plan.slug}`)}>{plan.name}</a>
        </p>
      )}
    </section>
  );
}
