import type { ReactNode } from "react";
import {
  indicatorChoices,
  planBySlug,
  planOutline,
  type OutlineNode,
  type PlanWithLevels,
  type RebasingOrder,
} from "#domain/plan/index.ts";
import { grouped } from "#kernel/grouped.ts";
import type { Refusal } from "#kernel/result.ts";
import { page } from "#web/answer.tsx";
import { Choices, Form, type Option } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { planCrumbs } from "../plan/addresses.ts";
import { rebasingPath } from "./addresses.ts";
import { Carried, isOfBranches } from "./carried.tsx";
import { likelyFate, orderIn, takeLabels } from "./order-form.ts";
import { startFaults, startPage } from "./start-page.tsx";

/** Second step: where each old branch goes, and what the copies take along. */
export async function showBranches(visit: Visit): Promise<Response> {
  const plan = await planBySlug(visit.ctx, visit.params["slug"] ?? "");
  const order = orderIn(visit.form);
  const refusal = await startFaults(visit, order);
  return refusal ? startPage(visit, { plan, order, refusal }) : branchesPage(visit, { plan, order });
}

interface BranchesProps {
  readonly plan: PlanWithLevels;
  readonly order: RebasingOrder;
  readonly refusal?: Refusal;
}

export async function branchesPage(visit: Visit, { plan, order, refusal }: BranchesProps): Promise<Response> {
  const children = grouped(await planOutline(visit.ctx, plan.id), (node) => node.parentId);
  const goals = order.goals.map(({ title }, index) => ({ value: `goal-${index}`, label: `${index + 1} ${title}` }));
  const takes = Object.entries(takeLabels).map(([value, label]) => ({ value, label }));
  const chosen = takes.map(({ value }) => value).filter((value) => isTaken(order, value));
  const indicators = Object.entries(indicatorChoices).map(([value, label]) => ({ value, label }));
  return page(
    <StaffPage visit={visit} title="計画を組み直す" crumbs={planCrumbs(plan)}>
      <p className="mb-6 font-bold">手順2／3　もとの項目の行き先と、引き継ぐもの</p>
      <Form action={rebasingPath.preview(plan)} refusal={refusal}>
        <Carried form={visit.form} asked={isOfBranches} />
        <fieldset className="field">
          <legend className="field-label">「{plan.name}」の項目の行き先</legend>
          <p className="field-hint">
            上の項目を選ぶと、下の項目も一緒に移ります。下の項目だけを、ほかの行き先にしたり、終えたりすることもできます。
          </p>
          {(children.get(null) ?? []).map((top, index) => (
            <TopFate key={top.id} top={top} index={index} childrenOf={children} goals={goals} order={order} />
          ))}
        </fieldset>
        <Choices
          name="takes"
          label="施策のページから写すもの"
          kind="checkbox"
          options={takes}
          chosen={chosen}
          hint="選ばないものは、空で始まります。名前と担当課は写します。"
        />
        <Choices
          name="indicators"
          label="指標"
          options={indicators}
          chosen={[order.indicators]}
          hint="引き継ぐと、実績値は前の計画と一つの続いた値になり、基準値には最新の確定値が入ります。"
        />
        <p className="actions">
          <button className="button">次へ：できあがりを確かめる</button>
          <button className="button button-secondary" formAction={rebasingPath.start(plan)}>
            前の手順に戻る
          </button>
        </p>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

function isTaken({ takes }: RebasingOrder, name: string): boolean {
  return new Map<string, boolean>(Object.entries(takes)).get(name) ?? false;
}

interface FateProps {
  readonly childrenOf: ReadonlyMap<string | null, readonly OutlineNode[]>;
  readonly goals: readonly Option[];
  readonly order: RebasingOrder;
}

const ends: Option = { value: "end", label: "終える（新しい計画に入れない）" };

function TopFate({ top, index, childrenOf, goals, order }: FateProps & { top: OutlineNode; index: number }): ReactNode {
  const options = [...goals, { value: "apart", label: "下の項目ごとに決める" }, ends];
  const present = fateWord(order, top.id) ?? likelyFate(top.title, index, order.goals);
  return (
    <div className="card mt-4">
      <FateSelect node={top} options={options} value={present} isTop />
      {(childrenOf.get(top.id) ?? []).map((child) => (
        <div key={child.id} className="mt-3 border-t border-solid-gray-200 pt-3 pl-6">
          <FateSelect
            node={child}
            options={[{ value: "", label: "上と同じ" }, ...goals, ends]}
            value={fateWord(order, child.id) ?? ""}
          />
          <Below node={child} childrenOf={childrenOf} order={order} />
        </div>
      ))}
    </div>
  );
}

interface SelectProps {
  readonly node: OutlineNode;
  readonly options: readonly Option[];
  readonly value: string;
  readonly isTop?: boolean;
}

function FateSelect({ node, options, value, isTop }: SelectProps): ReactNode {
  const name = `fate-${node.id}`;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <label htmlFor={name} className={`min-w-64 flex-1 ${isTop ? "font-bold" : ""}`}>
        {`${node.code} ${node.title}`.trim()}
      </label>
      <select id={name} name={name} className="input !w-auto max-w-96" defaultValue={value}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The measures below: they come along unless they are marked to end. */
function Below({ node, childrenOf, order }: Omit<FateProps, "goals"> & { readonly node: OutlineNode }): ReactNode {
  const children = childrenOf.get(node.id) ?? [];
  if (children.length === 0) return null;
  const isMarked = children.some((child) => fateWord(order, child.id) === "end");
  return (
    <details className="mt-2" open={isMarked}>
      <summary>下の{children.length}項目（終えるものに印を付ける）</summary>
      {children.map((child) => (
        <div key={child.id} className="pl-4">
          <label className="choice !min-h-9 !py-1">
            <input
              type="checkbox"
              name={`fate-${child.id}`}
              value="end"
              defaultChecked={fateWord(order, child.id) === "end"}
            />
            <span>{`${child.code} ${child.title}`.trim()}を終える</span>
          </label>
          <Below node={child} childrenOf={childrenOf} order={order} />
        </div>
      ))}
    </details>
  );
}

/** A fate as the form says it; undefined where nothing was said yet. */
function fateWord({ fates }: RebasingOrder, id: string): string | undefined {
  const fate = fates.get(id);
  return fate?.kind === "goal" ? `goal-${fate.goal}` : fate?.kind;
}
