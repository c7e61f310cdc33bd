import type { ReactNode } from "react";
import { mayShapeTree, type PlanWithLevels } from "#domain/plan/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { PlanTree } from "#web/islands/plan-tree.tsx";
import type { Branch, Match, PlanTreeProps } from "#web/islands/plan-tree/protocol.ts";
import { Form, RefusalNotice } from "#web/ui/forms.tsx";
import { Island } from "#web/ui/island.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";

export interface TreePageProps {
  readonly visit: Visit;
  readonly plan: PlanWithLevels;
  readonly branches: readonly Branch[];
  readonly open: readonly string[];
  readonly current: string | null;
  /** What a search found, where there is no script. */
  readonly matches: readonly Match[] | undefined;
  readonly refusal: Refusal | undefined;
}

/** The tree of a plan (施策体系): complete without script, alive with it. */
export function TreePage({ visit, plan, branches, open, current, matches, refusal }: TreePageProps): ReactNode {
  const mayShape = mayShapeTree(visit.ctx.actor);
  const levels = plan.levels.map(({ depth, name, hasPage }) => ({ depth, name, hasPage }));
  const props: PlanTreeProps = { slug: plan.slug, planName: plan.name, levels, branches, open, current, mayShape };
  const crumbs = [
    { href: "/staff/plans", label: "計画" },
    { href: `/staff/plans/${plan.slug}`, label: plan.name },
  ];
  return (
    <StaffPage visit={visit} title="施策体系" crumbs={crumbs} wide>
      {refusal && (
        <div className="mb-4">
          <RefusalNotice refusal={refusal} />
        </div>
      )}
      <p className="mb-2">
        {levels.map((level) => level.name).join("－")}
        {mayShape && (
          <a className="ml-6" href={`/staff/plans/${plan.slug}/tree/renumbering`}>
            番号を付け直す
          </a>
        )}
      </p>
      <noscript>
        <PlainTools plan={plan} mayShape={mayShape} matches={matches} open={open} query={visit.query.get("q") ?? ""} />
      </noscript>
      <Island name="plan-tree" component={PlanTree} id="plan-tree" props={{ ...props }} />
    </StaffPage>
  );
}

interface PlainToolsProps extends Pick<TreePageProps, "plan" | "matches" | "open"> {
  readonly mayShape: boolean;
  readonly query: string;
}

/** Adding, undoing and finding where there is no script; the acts of a single node have a page of their own. */
function PlainTools({ plan, mayShape, matches, open, query }: PlainToolsProps): ReactNode {
  const base = `/staff/plans/${plan.slug}/tree`;
  return (
    <div className="mb-4 grid gap-4">
      <form action={base} role="search" className="flex flex-wrap gap-2">
        <label htmlFor="tree-q">この計画の中を探す</label>
        <input id="tree-q" type="search" name="q" className="input input-short" defaultValue={query} />
        <button className="button button-secondary button-small">探す</button>
      </form>
      {matches && <MatchList base={base} matches={matches} open={open} />}
      {mayShape && (
        <Form action={`${base}/additions`} className="flex flex-wrap gap-2">
          <label htmlFor="tree-text">{plan.levels[0]?.name}を追加する</label>
          <input id="tree-text" name="text" className="input input-short" />
          <button className="button button-small">追加する</button>
        </Form>
      )}
      {mayShape && (
        <Form action={`${base}/undoings`} className="">
          <button className="button button-secondary button-small">直前の操作を元に戻す</button>
        </Form>
      )}
    </div>
  );
}

function MatchList({
  base,
  matches,
  open,
}: {
  readonly base: string;
  readonly matches: readonly Match[];
  readonly open: readonly string[];
}): ReactNode {
  if (matches.length === 0) return <p>見つかりませんでした。ほかの言葉でお試しください。</p>;
  return (
    <ul>
      {matches.map(({ id, code, title, path }) => (
        <li key={id}>
          <a href={`${base}?open=${[...new Set([...open, ...path])].join(",")}&node=${id}#node-${id}`}>
            {code} {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
