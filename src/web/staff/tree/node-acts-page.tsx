import type { ReactNode } from "react";
import type { OutlineNode, PlanWithLevels } from "#domain/plan/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { Form, RefusalNotice, TextField } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { childrenOf } from "./acts.ts";

interface NodeActsPageProps {
  readonly visit: Visit;
  readonly plan: PlanWithLevels;
  readonly outline: readonly OutlineNode[];
  readonly node: OutlineNode;
  readonly refusal: Refusal | undefined;
  /** What was typed when it was refused. */
  readonly typed: string | undefined;
}

/** The acts on one node of the tree as plain forms: what the keys and the menu do, without script. */
export function NodeActsPage({ visit, plan, outline, node, refusal, typed }: NodeActsPageProps): ReactNode {
  const base = `/staff/plans/${plan.slug}/tree`;
  const name = node.keyword === "" ? node.title : `${node.title}【${node.keyword}】`;
  const crumbs = [
    { href: `/staff/plans/${plan.slug}`, label: plan.name },
    { href: `${base}?node=${node.id}`, label: "施策体系" },
  ];
  const below = plan.levels[node.depth];
  return (
    <StaffPage visit={visit} title={`「${node.code} ${node.title}」の操作`} crumbs={crumbs}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <section className="my-8">
        <h2 className="mb-4 text-xl">名前を変える</h2>
        <Form action={`${base}/renamings`}>
          <Seen node={node} />
          <TextField
            name="text"
            label="名前"
            hint="終わりの【 】の中はキーワードになります。"
            value={typed ?? name}
            refusal={refusal}
          />
          <button className="button">名前を変える</button>
        </Form>
      </section>
      <AdditionForm
        base={base}
        parent={node.parentId}
        after={node.id}
        heading={`下に${plan.levels[node.depth - 1]?.name ?? ""}を追加する`}
      />
      {below && <AdditionForm base={base} parent={node.id} after="" heading={`中に${below.name}を追加する`} />}
      <section className="my-8">
        <h2 className="mb-4 text-xl">移す</h2>
        <div className="actions">
          {steps(outline, node).map(({ label, target, place }) => (
            <Form key={label} action={`${base}/moves`} className="">
              <Seen node={node} />
              <input type="hidden" name="target" value={target} />
              <input type="hidden" name="place" value={place} />
              <button className="button button-secondary">{label}</button>
            </Form>
          ))}
        </div>
      </section>
      <section className="my-8">
        <h2 className="mb-4 text-xl">削除する</h2>
        <p className="mb-4">中の項目と指標も、いっしょに消えます。直後なら元に戻せます。</p>
        <Form action={`${base}/removals`} className="">
          <Seen node={node} />
          <button className="button button-danger">削除する</button>
        </Form>
      </section>
    </StaffPage>
  );
}

function Seen({ node }: { readonly node: OutlineNode }): ReactNode {
  return (
    <>
      <input type="hidden" name="id" value={node.id} />
      <input type="hidden" name="version" value={node.version} />
    </>
  );
}

interface AdditionFormProps {
  readonly base: string;
  readonly parent: string | null;
  readonly after: string;
  readonly heading: string;
}

function AdditionForm({ base, parent, after, heading }: AdditionFormProps): ReactNode {
  const field = `text-${after === "" ? "inside" : "below"}`;
  return (
    <section className="my-8">
      <h2 className="mb-4 text-xl">{heading}</h2>
      <Form action={`${base}/additions`} className="actions">
        <input type="hidden" name="parent" value={parent ?? ""} />
        <input type="hidden" name="after" value={after} />
        <label htmlFor={field}>名前</label>
        <input id={field} name="text" className="input input-short" />
        <button className="button">追加する</button>
      </Form>
    </section>
  );
}

interface Step {
  readonly label: string;
  readonly target: string | null | undefined;
  readonly place: string;
}

/** The steps that are possible from where the node stands. */
function steps(outline: readonly OutlineNode[], node: OutlineNode): (Step & { readonly target: string })[] {
  const siblings = childrenOf(outline, node.parentId);
  const here = siblings.findIndex((each) => each.id === node.id);
  const all: readonly Step[] = [
    { label: "上へ移す", target: siblings[here - 1]?.id, place: "before" },
    { label: "下へ移す", target: siblings[here + 1]?.id, place: "after" },
    { label: "階層を下げる", target: siblings[here - 1]?.id, place: "inside" },
    { label: "階層を上げる", target: node.parentId, place: "after" },
  ];
  return all.flatMap((step) => (step.target ? [{ ...step, target: step.target }] : []));
}
