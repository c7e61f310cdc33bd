import type { ReactNode } from "react";
import { momentWords } from "#domain/identity/index.ts";
import { missingLabels, revisionActLabels, type LatestChange } from "#domain/plan/index.ts";
import { opennessLabels } from "#domain/publication/index.ts";
import { periodLabel } from "#kernel/period.ts";
import { Badge } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { draftsAddress } from "../indicator-drafts/addresses.ts";
import { jobKindLabel, jobStateLabels } from "../jobs/labels.ts";
import type { Overview, PlanCard } from "./overview.ts";
import type { GuideStep } from "./set-up-guide.ts";

/** The first page of the staff site: what waits for the person, then how the plans stand. */
export function HomePage({ visit, overview }: { readonly visit: Visit; readonly overview: Overview }): ReactNode {
  const { guide, cards, changes, names, jobs } = overview;
  return (
    <StaffPage visit={visit} title="はじめに">
      <div className="grid gap-10">
        {guide && <Guide steps={guide} />}
        <Waiting overview={overview} />
        {cards.length > 0 && <Plans cards={cards} />}
        {changes.length > 0 && <Changes changes={changes} names={names} cards={cards} />}
        {jobs.length > 0 && (
          <section aria-labelledby="jobs">
            <h2 id="jobs" className="mb-4 text-xl">
              処理の状況
            </h2>
            <ul className="list-plain grid gap-2">
              {jobs.map((job) => (
                <li key={job.id}>
                  <a href={`/staff/jobs/${job.id}`}>{jobKindLabel(job.kind)}</a>　{jobStateLabels[job.state]}
                  {job.state === "running" && ` ${job.progress}%`}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </StaffPage>
  );
}

function Guide({ steps }: { readonly steps: readonly GuideStep[] }): ReactNode {
  const next = steps.findIndex((step) => !step.isDone);
  return (
    <section aria-labelledby="guide" className="card">
      <h2 id="guide" className="mb-2 text-xl">
        はじめの手順
      </h2>
      <p className="mb-4">次の順に進めると、市民が読める計画のページができます。</p>
      <ol className="list-plain grid gap-3">
        {steps.map((step, index) => (
          <li key={step.title} className="grid grid-cols-[6rem_1fr] gap-3">
            <span>
              {step.isDone ? <Badge tone="good">✓ 済み</Badge> : <Badge>{index === next ? "つぎ" : "これから"}</Badge>}
            </span>
            <span>
              <a href={step.href} className={index === next ? "font-bold" : ""}>
                {index + 1}. {step.title}
              </a>
              <span className="block text-solid-gray-700">{step.hint}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const mostShown = 12;

function Waiting({ overview }: { readonly overview: Overview }): ReactNode {
  const imports = overview.cards.flatMap(({ plan, imports: begun }) =>
    begun.map((each) => ({ ...each, slug: plan.slug })),
  );
  const own = overview.cards.flatMap(({ plan, own: findings }) => findings.map((finding) => ({ plan, ...finding })));
  const drafts = overview.cards.filter((card) => card.drafts > 0);
  const { waiting } = overview;
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting" className="mb-4 text-xl">
        あなたを待っていること
      </h2>
      {own.length + imports.length + drafts.length + waiting.length === 0 && <p>いま、待っていることはありません。</p>}
      <ul className="list-plain grid gap-2">
        {waiting.map(({ href, label, words }) => (
          <li key={href}>
            <a href={href}>{label}</a>
            <span className="ml-2">{words}</span>
          </li>
        ))}
        {imports.map(({ id, fileName, slug, startedAt }) => (
          <li key={id}>
            <a href={`/staff/plans/${slug}/imports/${id}`}>「{fileName}」の取込み</a>
            <span className="ml-2">途中です（{momentWords(startedAt)}から）</span>
          </li>
        ))}
        {drafts.map(({ plan, drafts: count }) => (
          <li key={plan.id}>
            <a href={draftsAddress(plan)}>確定を待つ実績値</a>
            <span className="ml-2">
              {count}か所（{plan.name}）
            </span>
          </li>
        ))}
        {own.slice(0, mostShown).map(({ plan, measure, missing, indicators }) => (
          <li key={measure.id}>
            <a href={`/staff/plans/${plan.slug}/nodes/${measure.id}`}>
              {measure.code} {measure.title}
            </a>
            <span className="ml-2 text-orange-900">
              {[...missing.map((each) => missingLabels[each]), ...indicators.map(({ code }) => `指標${code}`)].join(
                "・",
              )}{" "}
              が未記入です
            </span>
          </li>
        ))}
      </ul>
      {own.length > mostShown && (
        <p className="mt-2">ほかに{own.length - mostShown}件あります。計画のページに一覧があります。</p>
      )}
    </section>
  );
}

function Plans({ cards }: { readonly cards: readonly PlanCard[] }): ReactNode {
  return (
    <section aria-labelledby="plans">
      <h2 id="plans" className="mb-4 text-xl">
        計画
      </h2>
      <ul className="list-plain grid gap-4 min-[900px]:grid-cols-2">
        {cards.map(({ plan, state, head, isChangedSince }) => (
          <li key={plan.id} className="card">
            <h3 className="text-lg">
              <a href={`/staff/plans/${plan.slug}`}>{plan.name}</a>
            </h3>
            <p className="text-solid-gray-700">{periodLabel(plan)}</p>
            <p className="mt-2">
              施策 {state.measures}件・指標 {state.indicators}件
              {state.findings.length > 0 && `（未記入のある施策 ${state.findings.length}件）`}
            </p>
            <p className="mt-2">{head ? `${opennessLabels[head.openness]}：${head.label}` : "まだ公開していません"}</p>
            {isChangedSince && (
              <p className="mt-2">
                <Badge tone="caution">公開のあとに変更があります</Badge>
              </p>
            )}
            <p className="actions mt-3">
              <a href={`/staff/plans/${plan.slug}/tree`}>施策体系</a>
              <a href={`/staff/plans/${plan.slug}/sdgs`}>SDGsの表</a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Changes({ changes, names, cards }: Pick<Overview, "changes" | "names" | "cards">): ReactNode {
  const slugs = new Map(cards.map(({ plan }) => [plan.id, plan.slug]));
  return (
    <section aria-labelledby="changes">
      <h2 id="changes" className="mb-4 text-xl">
        最近の変更
      </h2>
      <ul className="list-plain grid gap-2">
        {changes.map((change) => (
          <li key={`${change.nodeId}-${change.savedAt.getTime()}-${change.act}`}>
            <ChangedNode change={change} slug={slugs.get(change.planId) ?? ""} />　{revisionActLabels[change.act]}
            <span className="ml-2 text-solid-gray-700">
              {change.savedBy === null ? "システム" : (names.get(change.savedBy) ?? "−")}　{momentWords(change.savedAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ChangedNode({ change, slug }: { readonly change: LatestChange; readonly slug: string }): ReactNode {
  const { node, nodes } = change;
  const others = nodes > 1 ? `ほか${nodes - 1}件` : "";
  if (!node) return <>削除された項目{others}</>;
  return (
    <>
      <a href={`/staff/plans/${slug}/nodes/${node.id}`}>
        {node.code} {node.title}
      </a>
      {others}
    </>
  );
}
