import type { ReactNode } from "react";
import { personId } from "#domain/audit/index.ts";
import { mayReadDeclarations } from "#domain/declarations/index.ts";
import { peopleNames } from "#domain/identity/index.ts";
import {
  mayEditHeading,
  mayEditIndicators,
  mayEditTexts,
  mayLinkSdgs,
  mayShapeTree,
  nodeFieldKeys,
  nodeFieldLabels,
  nodePage,
  type NodeContent,
  type NodePage,
} from "#domain/plan/index.ts";
import { tokyoDay, tokyoTime } from "#kernel/clock.ts";
import { isId } from "#kernel/id.ts";
import { NotFound, type Refusal } from "#kernel/result.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { page } from "#web/answer.tsx";
import { draftKey } from "#web/islands/unsaved-changes/draft.ts";
import { UnsavedChanges } from "#web/islands/unsaved-changes.tsx";
import { Form, type Option } from "#web/ui/forms.tsx";
import { Island } from "#web/ui/island.tsx";
import { Badge, Notice } from "#web/ui/parts.tsx";
import { Rich } from "#web/ui/rich-text.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf, nodeName, planCrumbs } from "./addresses.ts";
import { divisionOptions, labelOf } from "./division-options.ts";
import { Listings } from "./node-listings.tsx";
import { HeadingFields, ListFields, TextFields } from "./node-fields.tsx";
import type { Typed } from "./node-form.ts";
import { groundsPart } from "../statistics/measure-part.tsx";
import { Indicators, Neighbours, SdgLinks, TogetherLink } from "./node-parts.tsx";

/** The node of the address, within the plan of the address. */
export async function nodeOf(visit: Visit): Promise<NodePage> {
  const found = await nodePage(visit.ctx, visit.params["id"] ?? "");
  if (found.plan.slug !== visit.params["slug"]) throw new NotFound();
  return found;
}

export async function showNode(visit: Visit): Promise<Response> {
  return nodeAnswer(visit, await nodeOf(visit), {});
}

interface Entered {
  readonly content?: NodeContent;
  readonly refusal?: Refusal;
  /** Texts in notation that could not be read. */
  readonly typed?: Typed;
  /** Said at the place where a node is listed again, not at the form of its texts. */
  readonly listingRefusal?: Refusal;
}

/** The page of a node: its form for those who may edit it, else what it says. */
export async function nodeAnswer(
  visit: Visit,
  found: NodePage,
  { content = found.node, typed = {}, refusal, listingRefusal }: Entered,
): Promise<Response> {
  const { ctx } = visit;
  const { node, plan } = found;
  const divisions = await divisionOptions(ctx);
  const saved = await savedWords(visit, found);
  const mayEdit = mayEditTexts(ctx.actor, node);
  const grounds = found.level.hasPage ? await groundsPart(visit, found) : null;
  const element = (
    <StaffPage visit={visit} title={nodeName(node)} crumbs={planCrumbs(plan, found.above)}>
      <Summary found={found} divisions={divisions} />
      {mayEdit ? (
        <NodeForm
          visit={visit}
          found={found}
          content={content}
          typed={typed}
          refusal={refusal}
          divisions={divisions}
          saved={saved}
        />
      ) : (
        <Reading found={found} saved={saved} />
      )}
      <RemovedIndicator visit={visit} found={found} />
      {found.level.hasPage && (
        <>
          <Indicators page={found} mayEdit={mayEditIndicators(ctx.actor, node)} />
          <SdgLinks page={found} mayEdit={mayLinkSdgs(ctx.actor, node)} />
          {mayReadDeclarations(ctx.actor) && <TogetherLink page={found} />}
        </>
      )}
      {grounds}
      <Listings page={found} mayShape={mayShapeTree(ctx.actor)} refusal={listingRefusal} />
      <Neighbours page={found} />
    </StaffPage>
  );
  return page(element, refusal || listingRefusal ? 422 : 200);
}

function Summary({ found, divisions }: { readonly found: NodePage; readonly divisions: readonly Option[] }): ReactNode {
  const { node, plan, level } = found;
  return (
    <div className="-mt-3 mb-6 flex flex-wrap items-center gap-x-4 gap-y-2">
      <Badge>{level.name}</Badge>
      {node.keyword && <span>【{node.keyword}】</span>}
      {node.isPriority && <Badge tone="good">重点</Badge>}
      <span>主管課：{labelOf(divisions, node.divisionId) || "決まっていません"}</span>
      <a href={addressOf.tree(plan, node.id)}>体系の中で見る</a>
      <a href={addressOf.revisions(plan, node.id)}>版歴</a>
    </div>
  );
}

/** 「保存済み 10:32（佐藤）」, with the day when it was another day. */
async function savedWords({ ctx }: Visit, { lastSave }: NodePage): Promise<string> {
  if (!lastSave) return "";
  const names = await peopleNames(ctx, lastSave.savedBy ? [lastSave.savedBy] : []);
  const name = names.get(lastSave.savedBy ?? "");
  const day = tokyoDay(lastSave.savedAt);
  const when =
    day === ctx.clock.today() ? tokyoTime(lastSave.savedAt) : `${warekiDate(day)} ${tokyoTime(lastSave.savedAt)}`;
  return `保存済み ${when}${name ? `（${name}）` : ""}`;
}

interface NodeFormProps {
  readonly visit: Visit;
  readonly found: NodePage;
  readonly content: NodeContent;
  readonly typed: Typed;
  readonly refusal: Refusal | undefined;
  readonly divisions: readonly Option[];
  readonly saved: string;
}

function NodeForm({ visit, found, content, typed, refusal, divisions, saved }: NodeFormProps): ReactNode {
  const { node, plan, level } = found;
  const keptAs = draftKey(personId(visit.ctx.actor) ?? "", node.id);
  const watched = { form: "node-form", saved, keptAs, isDirty: refusal !== undefined };
  return (
    <Form action={addressOf.node(plan, node.id)} refusal={refusal} id="node-form">
      <input type="hidden" name="version" value={node.version} />
      {mayEditHeading(visit.ctx.actor) && <HeadingFields content={content} refusal={refusal} divisions={divisions} />}
      <TextFields content={content} typed={typed} refusal={refusal} hasPage={level.hasPage} />
      {level.hasPage && <ListFields content={content} refusal={refusal} />}
      <div className="actions save-bar">
        <button className="button">保存する</button>
        <Island name="unsaved-changes" component={UnsavedChanges} props={watched} id="unsaved" />
      </div>
    </Form>
  );
}

/** Right after an indicator was removed: the way to bring it back. */
function RemovedIndicator({ visit, found }: { readonly visit: Visit; readonly found: NodePage }): ReactNode {
  const id = visit.query.get("removedIndicator") ?? "";
  if (!isId(id)) return null;
  return (
    <Form action={`${addressOf.node(found.plan, found.node.id)}/indicators/restoration`} className="mt-8">
      <input type="hidden" name="indicatorId" value={id} />
      <button className="button button-secondary">削除した指標を元に戻す</button>
    </Form>
  );
}

/** What the page says, for those who read it. */
function Reading({ found, saved }: { readonly found: NodePage; readonly saved: string }): ReactNode {
  const { node } = found;
  const filled = nodeFieldKeys.filter((key) => node.fields[key]);
  return (
    <div className="prose">
      {filled.length === 0 && <Notice>文章はまだありません。</Notice>}
      {filled.map((key) => (
        <section key={key}>
          <h2 className="text-[1.25rem]">{nodeFieldLabels[key]}</h2>
          <Rich text={node.fields[key] ?? { type: "doc", content: [] }} />
        </section>
      ))}
      {node.relatedPlans.length > 0 && (
        <section>
          <h2 className="text-[1.25rem]">関連する個別計画</h2>
          <ul className="list-disc pl-6">
            {node.relatedPlans.map((plan) => (
              <li key={plan.name}>
                {plan.name}
                {plan.period && `（${plan.period}）`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {node.terms.length > 0 && (
        <section>
          <h2 className="text-[1.25rem]">用語解説</h2>
          <dl>
            {node.terms.map((each) => (
              <div key={each.term}>
                <dt className="font-bold">{each.term}</dt>
                <dd>{each.meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <p className="text-solid-gray-700">{saved}</p>
    </div>
  );
}
