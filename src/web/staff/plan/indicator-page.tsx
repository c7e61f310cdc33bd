import type { ReactNode } from "react";
import {
  addIndicator,
  editIndicator,
  fieldRefusal,
  indicatorPage,
  mayEditIndicators,
  nodePage,
  removeIndicator,
  restoreIndicator,
  type NodePage,
  type StoredIndicator,
} from "#domain/plan/index.ts";
import { NotFound, type Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { UnsavedChanges } from "#web/islands/unsaved-changes.tsx";
import { Form } from "#web/ui/forms.tsx";
import { Island } from "#web/ui/island.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, planCrumbs } from "./addresses.ts";
import { divisionOptions } from "./division-options.ts";
import { compareIndicators } from "./indicator-comparison.tsx";
import { IndicatorFields } from "./indicator-fields.tsx";
import {
  emptyIndicatorWords,
  indicatorWordsIn,
  readIndicator,
  wordsOfIndicator,
  yearsFor,
  type IndicatorWords,
} from "./indicator-form.ts";
import { nodeOf } from "./node-page.tsx";

/** An indicator with the measure it belongs to. */
interface FoundIndicator {
  readonly measure: NodePage;
  /** Undefined for one that is being added. */
  readonly indicator: StoredIndicator | undefined;
}

async function indicatorOf(visit: Visit): Promise<FoundIndicator & { readonly indicator: StoredIndicator }> {
  const indicator = await indicatorPage(visit.ctx, visit.params["id"] ?? "");
  const measure = await nodePage(visit.ctx, indicator.nodeId);
  if (measure.plan.slug !== visit.params["slug"]) throw new NotFound();
  return { measure, indicator };
}

export async function showIndicator(visit: Visit): Promise<Response> {
  const found = await indicatorOf(visit);
  return indicatorAnswer(visit, found, { words: wordsOfIndicator(found.indicator) });
}

export async function showNewIndicator(visit: Visit): Promise<Response> {
  const measure = await nodeOf(visit);
  return indicatorAnswer(visit, { measure, indicator: undefined }, { words: emptyIndicatorWords });
}

export async function makeIndicator(visit: Visit): Promise<Response> {
  const measure = await nodeOf(visit);
  const words = indicatorWordsIn(visit.form);
  const { content, faults } = readIndicator(words, yearsFor(measure.plan));
  const unread = fieldRefusal(faults);
  if (unread) return indicatorAnswer(visit, { measure, indicator: undefined }, { words, refusal: unread });
  const result = await addIndicator(visit.ctx, { nodeId: measure.node.id, content });
  if (!result.ok) return indicatorAnswer(visit, { measure, indicator: undefined }, { words, refusal: result.refusal });
  return onwards(`${addressOf.node(measure.plan, measure.node.id)}#indicators`, "created");
}

export async function saveIndicator(visit: Visit): Promise<Response> {
  const found = await indicatorOf(visit);
  const { measure, indicator } = found;
  const words = indicatorWordsIn(visit.form);
  const { content, faults } = readIndicator(words, yearsFor(measure.plan, indicator));
  const unread = fieldRefusal(faults);
  if (unread) return indicatorAnswer(visit, found, { words, refusal: unread });
  const result = await editIndicator(visit.ctx, {
    id: indicator.id,
    version: Number(text(visit.form, "version")),
    content,
  });
  if (result.ok) return onwards(addressOf.indicator(measure.plan, indicator.id), "saved");
  if (result.refusal.current)
    return compareIndicators(visit, found, { words, refusal: result.refusal, current: result.refusal.current });
  return indicatorAnswer(visit, found, { words, refusal: result.refusal });
}

export async function takeIndicatorOff(visit: Visit): Promise<Response> {
  const found = await indicatorOf(visit);
  const { measure, indicator } = found;
  const result = await removeIndicator(visit.ctx, { id: indicator.id, version: Number(text(visit.form, "version")) });
  if (result.ok)
    return onwards(`${addressOf.node(measure.plan, measure.node.id)}?removedIndicator=${indicator.id}`, "removed");
  return indicatorAnswer(visit, found, { words: wordsOfIndicator(indicator), refusal: result.refusal });
}

export async function bringIndicatorBack(visit: Visit): Promise<Response> {
  const measure = await nodeOf(visit);
  const result = await restoreIndicator(visit.ctx, { id: text(visit.form, "indicatorId") });
  const back = addressOf.node(measure.plan, measure.node.id);
  if (result.ok) return onwards(back, "restored");
  return page(
    <StaffPage visit={visit} title="指標を元に戻せません" crumbs={planCrumbs(measure.plan, measure.above)}>
      <Notice tone="bad" title={result.refusal.message}>
        {result.refusal.remedy}
      </Notice>
      <p className="mt-6">
        <a href={back}>施策のページへ戻る</a>
      </p>
    </StaffPage>,
    422,
  );
}

interface Entered {
  readonly words: IndicatorWords;
  readonly refusal?: Refusal;
}

async function indicatorAnswer(
  visit: Visit,
  { measure, indicator }: FoundIndicator,
  { words, refusal }: Entered,
): Promise<Response> {
  const { plan, node, above } = measure;
  const mayEdit = mayEditIndicators(visit.ctx.actor, node);
  const action = indicator ? addressOf.indicator(plan, indicator.id) : addressOf.newIndicator(plan, node.id);
  const fields = { words, refusal, years: yearsFor(plan, indicator), divisions: await divisionOptions(visit.ctx) };
  return page(
    <StaffPage
      visit={visit}
      title={indicator ? `指標 ${indicator.code}` : "指標を加える"}
      crumbs={planCrumbs(plan, [...above, node])}
    >
      {!mayEdit && (
        <div className="mb-6">
          <Notice title="この指標は、主管課・関係課と企画の担当者が直せます。" />
        </div>
      )}
      <Form action={action} refusal={refusal} id="indicator-form">
        {indicator && <input type="hidden" name="version" value={indicator.version} />}
        <fieldset disabled={!mayEdit} className="form">
          <legend className="visually-hidden">指標の内容</legend>
          <IndicatorFields {...fields} />
        </fieldset>
        {mayEdit && <SaveBar isNew={indicator === undefined} isDirty={refusal !== undefined} />}
      </Form>
      {indicator && mayEdit && <Removal action={action} version={indicator.version} />}
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

function SaveBar({ isNew, isDirty }: { readonly isNew: boolean; readonly isDirty: boolean }): ReactNode {
  return (
    <div className="actions save-bar">
      <button className="button">{isNew ? "指標を加える" : "保存する"}</button>
      <Island
        name="unsaved-changes"
        component={UnsavedChanges}
        props={{ form: "indicator-form", saved: "", isDirty }}
        id="unsaved"
      />
    </div>
  );
}

function Removal({ action, version }: { readonly action: string; readonly version: number }): ReactNode {
  return (
    <Form action={`${action}/removal`} className="form mt-12 border-t border-solid-gray-200 pt-6">
      <input type="hidden" name="version" value={version} />
      <p className="actions">
        <button className="button button-secondary">この指標を削除する</button>
        <span className="text-solid-gray-700">削除した直後は、元に戻せます。</span>
      </p>
    </Form>
  );
}
