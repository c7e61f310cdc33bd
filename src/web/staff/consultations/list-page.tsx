import type { ReactNode } from "react";
import {
  consultationKindLabels,
  listConsultations,
  mayOpenConsultations,
  phaseLabels,
  phasesOf,
  type Consultation,
  type Phase,
} from "#domain/consultations/index.ts";
import { listPlans, mayReadPlans } from "#domain/plan/index.ts";
import { page } from "#web/answer.tsx";
import { Badge, Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";
import { newConsultations } from "./kinds.tsx";
import { phaseTone, spanWords } from "./words.ts";

/** All consultations with where each stands. */
export async function showList(visit: Visit): Promise<Response> {
  const { ctx } = visit;
  const all = await listConsultations(ctx);
  const plans = new Map((mayReadPlans(ctx.actor) ? await listPlans(ctx) : []).map(({ id, name }) => [id, name]));
  return page(
    <StaffPage visit={visit} title="意見募集など">
      <p className="prose mb-6">
        意見募集（パブリックコメント）、懇談会、ワークショップ、提案の募集を、ここで準備して公示します。届いた意見は、意見の台帳に入ります。
      </p>
      <Rows all={all} plans={plans} phases={await phasesOf(ctx, all)} />
      {mayOpenConsultations(ctx.actor) && (
        <p className="actions mt-6">
          {newConsultations.map(({ href, label }) => (
            <a key={href} className="button button-secondary" href={href}>
              {label}
            </a>
          ))}
          <a className="button button-quiet" href={addressOf.settings}>
            受付の上限
          </a>
        </p>
      )}
    </StaffPage>,
  );
}

interface RowsProps {
  readonly all: readonly Consultation[];
  readonly plans: ReadonlyMap<string, string>;
  readonly phases: ReadonlyMap<string, Phase>;
}

function Rows({ all, plans, phases }: RowsProps): ReactNode {
  if (all.length === 0)
    return (
      <Empty title="意見募集などは、まだありません">
        <p>計画の案ができたら、意見募集を作り、案と期間を決めて公示します。</p>
      </Empty>
    );
  return (
    <TableFrame label="意見募集などの一覧">
      <table className="table">
        <caption className="visually-hidden">意見募集などの一覧</caption>
        <thead>
          <tr>
            <th scope="col">題名</th>
            <th scope="col">種類</th>
            <th scope="col">段階</th>
            <th scope="col">期間</th>
            <th scope="col">計画</th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ id, slug, kind, occasion }) => (
            <tr key={id}>
              <th scope="row">
                <a href={addressOf.consultation(slug)}>{occasion.title}</a>
              </th>
              <td>{consultationKindLabels[kind]}</td>
              <td>
                <Badge tone={phaseTone(phases.get(id))}>{phaseLabels[phases.get(id) ?? "preparing"]}</Badge>
              </td>
              <td>{spanWords(occasion)}</td>
              <td>{plans.get(occasion.planId)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
