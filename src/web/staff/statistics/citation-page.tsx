import type { ReactNode } from "react";
import { mayWorkOnPlans, nodePage, type NodePage } from "#domain/plan/index.ts";
import {
  citedStatistics,
  citeStatistic,
  listGroups,
  listItems,
  mayCiteStatistics,
  removeCitation,
  type CitedStatistic,
  type Citation,
} from "#domain/statistics/index.ts";
import { Forbidden, NotFound, type Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Choices, Form, SelectField, TextArea } from "#web/ui/forms.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";
import { CitedFigure } from "./cited-figure.tsx";

async function measureOf({ ctx, params }: Visit): Promise<NodePage> {
  const found = await nodePage(ctx, params["id"] ?? "");
  if (found.plan.slug !== params["slug"] || !found.level.hasPage) throw new NotFound();
  return found;
}

/** Chooses the statistics that a measure rests on. */
export async function showCitations(visit: Visit): Promise<Response> {
  return answer(visit);
}

async function answer(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, form } = visit;
  const { node, plan } = await measureOf(visit);
  if (!mayCiteStatistics(ctx.actor, node)) throw new Forbidden(mayCiteStatistics.sentence);
  const cited = await citedStatistics(ctx, node.id);
  const items = (await listItems(ctx)).filter(({ id }) => !cited.some(({ item }) => item.id === id));
  const groups = await listGroups(ctx);
  const nodeHref = `/staff/plans/${plan.slug}/nodes/${node.id}`;
  const element = (
    <StaffPage
      visit={visit}
      title="根拠となる統計"
      crumbs={[
        { href: `/staff/plans/${plan.slug}`, label: plan.name },
        { href: nodeHref, label: [node.code, node.title].filter(Boolean).join(" ") },
      ]}
    >
      <Standing cited={cited} action={addressOf.citations(plan.slug, node.id)} />
      <h2 className="mt-10 text-[1.25rem]">統計を付ける</h2>
      {items.length === 0 ? (
        <Empty title="付けられる統計がありません">
          <p>
            <a href={addressOf.home}>統計</a>を取り込むと、ここで選べます。
          </p>
        </Empty>
      ) : (
        <Form action={addressOf.citations(plan.slug, node.id)} refusal={refusal} className="form max-w-2xl">
          <SelectField
            name="item"
            label="統計"
            options={items.map(({ id, name, dataSetName }) => ({ value: id, label: `${name}（${dataSetName}）` }))}
            blank="選んでください"
            value={text(form, "item")}
            required
            refusal={refusal}
          />
          <Choices
            name="scope"
            label="並べて見せる相手"
            options={[
              { value: "prefecture", label: "県内" },
              { value: "none", label: "並べない（本市の推移だけ）" },
              ...groups.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            chosen={[text(form, "scope") || "prefecture"]}
            refusal={refusal}
          />
          <TextArea
            name="note"
            label="この施策で何を言うための統計か"
            hint="市民のページでも、図のそばに出ます。"
            rows={3}
            value={text(form, "note")}
            refusal={refusal}
          />
          <p className="actions">
            <button className="button">付ける</button>
            <a className="button button-quiet" href={nodeHref}>
              施策に戻る
            </a>
          </p>
        </Form>
      )}
    </StaffPage>
  );
  return page(element, refusal ? 422 : 200);
}

function Standing({
  cited,
  action,
}: {
  readonly cited: readonly CitedStatistic[];
  readonly action: string;
}): ReactNode {
  if (cited.length === 0) return <p>まだ付いていません。</p>;
  return (
    <ul className="list-plain grid gap-4 md:grid-cols-2">
      {cited.map((each) => (
        <li key={each.citation.id} className="card">
          <CitedFigure cited={each} />
          <Form action={`${action}/removal`} className="mt-3">
            <input type="hidden" name="citation" value={each.citation.id} />
            <button className="button button-quiet button-small" aria-label={`「${each.item.name}」を外す`}>
              外す
            </button>
          </Form>
        </li>
      ))}
    </ul>
  );
}

/** 県内, nobody, or a group by its id. */
function scopeIn(word: string): Pick<Citation, "scope" | "groupId"> {
  if (word === "prefecture" || word === "none") return { scope: word, groupId: null };
  return { scope: "group", groupId: word };
}

export async function addCitation(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const { node, plan } = await measureOf(visit);
  const scope = scopeIn(text(form, "scope") || "prefecture");
  const made = await citeStatistic(ctx, {
    nodeId: node.id,
    itemId: text(form, "item"),
    ...scope,
    note: text(form, "note"),
  });
  return made.ok ? onwards(addressOf.citations(plan.slug, node.id), "saved") : answer(visit, made.refusal);
}

export async function dropCitation(visit: Visit): Promise<Response> {
  const { node, plan } = await measureOf(visit);
  await removeCitation(visit.ctx, { nodeId: node.id, id: text(visit.form, "citation") });
  return onwards(addressOf.citations(plan.slug, node.id), "saved");
}

/** Who comes to this page at all. */
export const mayOpenCitations = mayWorkOnPlans;
