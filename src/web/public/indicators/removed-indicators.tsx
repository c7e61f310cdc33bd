import type { ReactNode } from "react";
import type { RemovedIndicatorSnapshot } from "#domain/plan/published.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { nodeHref, planHref, type Reading } from "#web/public/plan/addresses.ts";
import { codeAndTitle, type Branch } from "#web/public/plan/branches.ts";
import { EditionNotice } from "#web/public/plan/edition-notice.tsx";
import { hrefIn } from "#web/site.ts";
import { PublicPage } from "#web/ui/public-layout.tsx";

interface RemovedIndicatorPageProps {
  readonly reading: Reading;
  readonly removed: RemovedIndicatorSnapshot;
  readonly branch: Branch | undefined;
}

/** Where an indicator was that the plan no longer has: that it was taken off, why, and who decided it when. */
export function RemovedIndicatorPage({ reading, removed, branch }: RemovedIndicatorPageProps): ReactNode {
  const { site, edition } = reading;
  const { plan } = edition.snapshot;
  return (
    <PublicPage
      site={site}
      title={removed.name}
      section="indicators"
      publication={edition.head}
      description={`${plan.name}から外した指標「${removed.name}」とその理由`}
      crumbs={[{ href: hrefIn(site, "/indicators"), label: "進みぐあい（指標）" }]}
    >
      <div className="page section-first">
        <EditionNotice {...reading} />
        <h1>{removed.name}</h1>
        <p className="lead">この指標は、{plan.name}から外しました。</p>
        <RemovalWords removed={removed} />
        <ul className="list-plain way-list mt-4">
          {branch && (
            <li>
              <a href={nodeHref(reading, branch.node)}>{codeAndTitle(branch.node)}</a>
            </li>
          )}
          <li>
            <a href={planHref(reading)}>{plan.name}</a>
          </li>
          <li>
            <a href={hrefIn(site, "/indicators")}>いまの指標の一覧</a>
          </li>
        </ul>
      </div>
    </PublicPage>
  );
}

function RemovalWords({
  removed: { code, reason, decidedBy, decidedOn },
}: {
  readonly removed: RemovedIndicatorSnapshot;
}) {
  const lines = [
    ["指標の番号", code],
    ["外した理由", reason],
    ["決めた会議・役職", decidedBy],
    ["決めた日", decidedOn === "" ? "" : warekiDate(decidedOn)],
  ] as const;
  return (
    <dl className="meaning">
      {lines
        .filter(([, words]) => words !== "")
        .map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
    </dl>
  );
}

/** The indicators that were taken off the plan, below those it has. */
export function RemovedIndicators({ reading }: { readonly reading: Reading }): ReactNode {
  const { removedIndicators } = reading.edition.snapshot;
  if (removedIndicators.length === 0) return null;
  return (
    <section className="page section" aria-labelledby="removed-title">
      <h2 id="removed-title">計画から外した指標</h2>
      {removedIndicators.map((removed) => (
        <div key={removed.id} className="mt-6">
          <h3>{removed.name}</h3>
          <RemovalWords removed={removed} />
        </div>
      ))}
    </section>
  );
}
