import type { ReactNode } from "react";
import {
  lineageKindLabels,
  orderFaults,
  planBySlug,
  previewRebasing,
  rebasePlan,
  undoRebasing,
  type LineageKind,
  type PlanWithLevels,
  type RebasingOrder,
  type RebasingPreview,
} from "#domain/plan/index.ts";
import { carryManuscript, manuscriptOf, type Manuscript } from "#domain/documents/index.ts";
import { periodLabel } from "#kernel/period.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice } from "#web/ui/forms.tsx";
import { Notice, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, planCrumbs } from "../plan/addresses.ts";
import { rebasingPath } from "./addresses.ts";
import { branchesPage } from "./branches-page.tsx";
import { Carried } from "./carried.tsx";
import { orderIn } from "./order-form.ts";

/** Third step: exactly what will be made, and what ends. */
export async function showPreview(visit: Visit): Promise<Response> {
  const plan = await planBySlug(visit.ctx, visit.params["slug"] ?? "");
  const order = orderIn(visit.form);
  const refusal = orderFaults(order);
  return refusal ? branchesPage(visit, { plan, order, refusal }) : previewPage(visit, { plan, order });
}

export async function applyRebasing(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const plan = await planBySlug(ctx, visit.params["slug"] ?? "");
  const order = orderIn(form);
  const faults = orderFaults(order); // a form that lost its years has nothing to preview
  if (faults) return branchesPage(visit, { plan, order, refusal: faults });
  const result = await rebasePlan(ctx, { fromPlanId: plan.id, order, seal: text(form, "seal") });
  if (result.ok) {
    await carryManuscript(ctx, result.value.id); // an act of its own, above the plan's: refused only where there is a manuscript already
    return onwards(addressOf.plan(result.value), "created");
  }
  return previewPage(visit, { plan, order, refusal: result.refusal });
}

/** Takes the re-basing back that made the plan of this address. */
export async function takeBackRebasing(visit: Visit): Promise<Response> {
  const plan = await planBySlug(visit.ctx, visit.params["slug"] ?? "");
  const result = await undoRebasing(visit.ctx, { planId: plan.id });
  if (result.ok) return onwards(addressOf.plan(result.value.from), "cancelled");
  return page(
    <StaffPage visit={visit} title="組み直しを取り消せません" crumbs={planCrumbs(plan)}>
      <RefusalNotice refusal={result.refusal} />
      <p className="mt-6">
        <a href={addressOf.plan(plan)}>計画に戻る</a>
      </p>
    </StaffPage>,
    422,
  );
}

interface PreviewProps {
  readonly plan: PlanWithLevels;
  readonly order: RebasingOrder;
  readonly refusal?: Refusal;
}

async function previewPage(visit: Visit, { plan, order, refusal }: PreviewProps): Promise<Response> {
  const preview = await previewRebasing(visit.ctx, plan, order);
  const { lines } = await manuscriptOf(visit.ctx, plan.id);
  return page(
    <StaffPage visit={visit} title="計画を組み直す" crumbs={planCrumbs(plan)}>
      <p className="mb-6 font-bold">手順3／3　できあがりを確かめる</p>
      {refusal && (
        <div className="mb-6">
          <RefusalNotice refusal={refusal} />
        </div>
      )}
      <Counts order={order} preview={preview} />
      {lines.length > 0 && <ManuscriptWords lines={lines} />}
      <Left preview={preview} />
      <Form action={rebasingPath.application(plan)} className="actions my-8">
        <Carried form={visit.form} asked={() => false} />
        <input type="hidden" name="seal" value={preview.seal} />
        <button className="button">この内容で新しい計画を作る</button>
        <button className="button button-secondary" formAction={rebasingPath.branches(plan)}>
          前の手順に戻る
        </button>
      </Form>
      <NewTree order={order} preview={preview} />
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

/** What follows of the manuscript; what is on loan follows as it was returned last. */
function ManuscriptWords({ lines }: Pick<Manuscript, "lines">): ReactNode {
  const free = lines.filter(({ nodeId }) => nodeId === null).length;
  const lent = lines.filter(({ loan }) => loan !== undefined).length;
  return (
    <p className="mt-4">
      原稿：章と節{free}つを文章ごと引き継ぎ、施策の節は新しい施策体系から作ります。
      {lent > 0 &&
        `いま${lent}つの節が貸出中です。引き継がれるのは、最後に返却された文章です。書きかけの文章は、もとの計画の原稿に残ります。`}
    </p>
  );
}

interface PartProps {
  readonly order: RebasingOrder;
  readonly preview: RebasingPreview;
}

function Counts({ order, preview }: PartProps): ReactNode {
  const { levels, indicators, targets, sdgs, draft } = preview;
  const kinds = Object.entries(lineageKindLabels)
    .map(([kind, label]) => ({
      label,
      count: draft.links.filter((link) => link.kind === (kind as LineageKind)).length,
    })) // keys of the labels
    .filter(({ count }) => count > 0);
  const rows = [
    ["計画", `${order.name}（${periodLabel(order)}、/plan/${order.slug}）`],
    ["項目", order.levels.map((level, index) => `${level.name}${levels[index] ?? 0}`).join("、")],
    ["前の計画との対応", kinds.map(({ label, count }) => `${label}${count}`).join("、")],
    [
      "指標",
      order.indicators === "none" ? "引き継がない" : `${indicators}件を引き継ぐ（新しい期間の目標値${targets}件）`,
    ],
    ["SDGsの位置づけ", order.takes.sdgs ? `${sdgs}件を写す` : "写さない"],
  ] as const;
  return (
    <dl className="card grid gap-3">
      {rows.map(([name, words]) => (
        <div key={name} className="grid gap-x-4 md:grid-cols-[12rem_1fr]">
          <dt className="text-solid-gray-700">{name}</dt>
          <dd className="font-bold">{words}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What does not come along, by name. */
function Left({ preview }: { readonly preview: RebasingPreview }): ReactNode {
  const { draft, old, indicatorsLeft } = preview;
  const names = new Map(old.map((node) => [node.id, `${node.code} ${node.title}`.trim()]));
  const lists = [
    { title: `終える項目（${draft.ended.length}）`, ids: draft.ended },
    { title: `新しい計画の階層より下にあるため、写さない項目（${draft.tooDeep.length}）`, ids: draft.tooDeep },
  ].filter(({ ids }) => ids.length > 0);
  if (lists.length === 0 && indicatorsLeft === 0) return null;
  return (
    <div className="mt-6">
      <Notice tone="caution" title="新しい計画に入らないもの（もとの計画には残ります）">
        {lists.map(({ title, ids }) => (
          <details key={title} className="mt-2" open={ids.length <= 10}>
            <summary>{title}</summary>
            <ul className="list-disc pl-6">
              {ids.map((id) => (
                <li key={id}>{names.get(id)}</li>
              ))}
            </ul>
          </details>
        ))}
        {indicatorsLeft > 0 && <p className="mt-2">引き継がない指標：{indicatorsLeft}件</p>}
      </Notice>
    </div>
  );
}

const indents = ["", "", "pl-6", "pl-12", "pl-18", "pl-24", "pl-30"] as const;

function NewTree({ order, preview }: PartProps): ReactNode {
  const from = new Map(preview.old.map((node) => [node.id, `${node.code} ${node.title}`.trim()]));
  const goalOrigins = (index: number) =>
    preview.draft.links
      .filter((link) => link.newKey === `goal-${index}` && link.oldNodeId !== null)
      .map((link) => from.get(link.oldNodeId ?? "") ?? "");
  const goals = preview.outline.filter((line) => line.depth === 1);
  return (
    <TableFrame label="新しい計画の施策体系">
      <table className="table">
        <caption>新しい計画の施策体系（{order.name}）</caption>
        <thead>
          <tr>
            <th scope="col">新しい計画</th>
            <th scope="col">もとの項目</th>
          </tr>
        </thead>
        <tbody>
          {preview.outline.map((line, index) => {
            const origins = line.depth === 1 ? goalOrigins(goals.indexOf(line)) : [from.get(line.fromId ?? "") ?? ""];
            return (
              <tr key={index}>
                <th scope="row" className={`font-normal ${line.depth === 1 ? "!font-bold" : ""}`}>
                  <span className={`block ${indents[line.depth] ?? ""}`}>{`${line.code} ${line.title}`.trim()}</span>
                </th>
                <td>{origins.length > 0 ? origins.join("、") : "新規"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableFrame>
  );
}
