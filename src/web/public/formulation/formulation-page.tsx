import type { ReactNode } from "react";
import { periodLabel } from "#kernel/period.ts";
import { warekiDate } from "#kernel/wareki.ts";
import type { ConsultationEdition } from "#web/public/consultations/edition.ts";
import { ConsultationList, soonestFirst } from "#web/public/consultations/consultations-page.tsx";
import { comparisonHref, documentHref, planVersionsHref } from "#web/public/documents/addresses.ts";
import type { DocumentEdition } from "#web/public/documents/edition.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { PolicyView } from "#web/ui/policy-view.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import type { FormulationEdition } from "./edition.ts";
import { stageNow, StageWords } from "./stage-now.tsx";
import { StageList } from "./stage-list.tsx";

export const formulationTitle = "計画づくりの進み方";

/** A plan in the making with what citizens can do about it now. */
export interface PlanInMaking extends FormulationEdition {
  /** Numbers of the versions that can be read. */
  readonly readable: ReadonlySet<number>;
  /** Consultations about this plan that are open or announced. */
  readonly consultations: readonly ConsultationEdition[];
  /** The versions that can be read, the first first. */
  readonly versions: readonly DocumentEdition[];
}

interface Props {
  readonly site: Site;
  readonly plans: readonly PlanInMaking[];
}

/** Where the plans stand that are being made: the stages, what comes next, how to take part, the 策定方針. */
export function FormulationPage({ site, plans }: Props): ReactNode {
  return (
    <PublicPage
      site={site}
      title={formulationTitle}
      section="formulation"
      publication={plans[0]?.head}
      description={`${site.name}の計画が、いま、どの段階にあるか。決まったこと、つぎにすること、参加のしかた。`}
    >
      <div className="page section-first">
        <h1>{formulationTitle}</h1>
        <p className="lead">
          計画は、段階を追って作ります。段階ごとに、どの版を、だれが、いつ決めたかを載せています。決めたときの条件や、飛ばした段階の理由も読めます。
        </p>
        {plans.length === 0 && (
          <div className="nothing-yet">
            <p className="nothing-yet-title">公表した計画づくりの状況は、まだありません。</p>
            <p>計画づくりが始まり、市が策定方針や段階を公表すると、ここに載ります。</p>
          </div>
        )}
        {plans.map((plan) => (
          <OnePlan key={plan.head.id} site={site} plan={plan} />
        ))}
      </div>
    </PublicPage>
  );
}

interface OneProps {
  readonly site: Site;
  readonly plan: PlanInMaking;
}

function OnePlan({ site, plan }: OneProps): ReactNode {
  const { plan: about, stages, policy } = plan.snapshot;
  const id = `plan-${about.slug}`;
  return (
    <section className="mt-10" aria-labelledby={id}>
      <h2 id={id} className="text-[1.5rem]">
        {about.name}
      </h2>
      <p>{periodLabel(about)}</p>
      {stages.length > 0 && (
        <>
          <p className="stage-now">
            <StageWords {...stageNow(plan.snapshot)} />
          </p>
          <StageList site={site} slug={about.slug} stages={stages} readable={plan.readable} />
        </>
      )}
      <TakingPart site={site} plan={plan} />
      {policy && <Policy site={site} plan={plan} />}
    </section>
  );
}

/** What one can do about the plan now. */
function TakingPart({ site, plan }: OneProps): ReactNode {
  const { consultations, snapshot } = plan;
  const { now } = stageNow(snapshot);
  const id = `part-${snapshot.plan.slug}`;
  return (
    <section className="mt-8" aria-labelledby={id}>
      <h3 id={id} className="mb-3 text-[1.25rem]">
        いま、参加できること
      </h3>
      {consultations.length > 0 ? (
        <ConsultationList site={site} editions={soonestFirst(consultations)} />
      ) : (
        <p>
          {now && `「${now.name}」の段階では、`}いま受け付けている意見募集や会合はありません。これからのものは、
          <a href={hrefIn(site, "/consultations")}>声をとどけるページ</a>に載ります。
        </p>
      )}
      <ReadingWays site={site} plan={plan} />
    </section>
  );
}

/** What one can read at any stage: the newest version, what changed in it, what became of opinions; and whom to ask. */
function ReadingWays({ site, plan: { versions, snapshot, head } }: OneProps): ReactNode {
  const [newest, before] = versions.toReversed();
  return (
    <ul className="list-plain way-list mt-3">
      {newest && (
        <li>
          <a href={documentHref(site, newest)}>いちばん新しい版「{newest.snapshot.version.name}」を読む</a>
        </li>
      )}
      {newest && before && (
        <li>
          <a href={comparisonHref(site, before, newest)}>
            「{before.snapshot.version.name}」から変わったところを見る（新旧対照表）
          </a>
        </li>
      )}
      {newest && (
        <li>
          <a href={planVersionsHref(site, snapshot.plan.slug)}>これまでの版をすべて見る</a>
        </li>
      )}
      {site.sections.includes("voices") && (
        <li>
          <a href={hrefIn(site, "/voices")}>これまでの意見が、どう生かされたかを見る</a>
        </li>
      )}
      <li>
        計画づくりについて尋ねる：{head.divisionName}
        {head.divisionContact !== "" && `（${head.divisionContact}）`}
      </li>
    </ul>
  );
}

function Policy({ site, plan: { snapshot } }: OneProps): ReactNode {
  const { policy, plan } = snapshot;
  if (!policy) return null;
  const id = `policy-${plan.slug}`;
  const file = (ending: string) => hrefIn(site, `/formulation/${plan.slug}/policy.${ending}`);
  return (
    <section className="mt-8" aria-labelledby={id}>
      <h3 id={id} className="text-[1.25rem]">
        策定方針
        {policy.openness === "discussion" && <span className="stamp stamp-small">未確定</span>}
      </h3>
      <p>
        {policy.name}　{warekiDate(policy.datedOn)}
        {policy.decidedBy && `　${policy.decidedBy}`}
      </p>
      <p className="actions no-print mt-3">
        <a className="button button-secondary" href={file("pdf")}>
          PDFで読む
        </a>
        <a className="button button-secondary" href={file("docx")}>
          Wordで受け取る
        </a>
      </p>
      <details className="mt-4">
        <summary>策定方針を読む</summary>
        <div className="mt-4">
          <PolicyView content={policy.content} level={4} />
          <p className="mt-6 break-all text-solid-gray-700">内容のハッシュ値（SHA-256）：{policy.hash}</p>
        </div>
      </details>
    </section>
  );
}
