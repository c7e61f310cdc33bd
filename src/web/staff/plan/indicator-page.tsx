import type { ReactNode } from "react";
import {
  addIndicator,
  editIndicator,
  fieldRefusal,
  indicatorPage,
  mayEditIndicators,
  nodePage,
  otherTargets,
  removeIndicator,
  restoreIndicator,
  withDecidedTargets,
  type NodePage,
  type StoredIndicator,
} from "#domain/plan/index.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
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
  readGrounds,
  readIndicator,
  wordsOfIndicator,
  yearsFor,
  type IndicatorWords,
} from "./indicator-form.ts";
import { Confirmation, confirmChosen } from "./indicators/confirmation.tsx";
import { IndicatorRemoval, type RefusedRemoval } from "./indicators/indicator-removal.tsx";
import { Course } from "./indicators/course.tsx";
import { Standing } from "./indicators/standing.tsx";
import { targetText } from "./indicators/value-words.ts";
import { nodeOf } from "./node-page.tsx";

/** An indicator with the measure it belongs to. */
export interface FoundIndicator {
  readonly measure: NodePage;
  /** Undefined for one that is being added. */
  readonly indicator: StoredIndicator | undefined;
}

/** The indicator of the address with its measure; NotFound where the plan is another. */
export async function indicatorOf(visit: Visit): Promise<FoundIndicator & { readonly indicator: StoredIndicator }> {
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
    grounds: readGrounds(words),
  });
  if (result.ok) return onwards(addressOf.indicator(measure.plan, indicator.id), "saved");
  if (result.refusal.current)
    return compareIndicators(visit, found, { words, refusal: result.refusal, current: result.refusal.current });
  return indicatorAnswer(visit, found, { words, refusal: result.refusal });
}

/** Confirms drafts (確定する). */
export async function confirmIndicatorYears(visit: Visit): Promise<Response> {
  const found = await indicatorOf(visit);
  const { measure, indicator } = found;
  const result = await confirmChosen(visit, indicator);
  if (result.ok) return onwards(addressOf.indicator(measure.plan, indicator.id), "confirmed");
  return indicatorAnswer(visit, found, { words: wordsOfIndicator(indicator), confirmationRefusal: result.refusal });
}

export async function takeIndicatorOff(visit: Visit): Promise<Response> {
  const found = await indicatorOf(visit);
  const { measure, indicator } = found;
  const { form } = visit;
  const grounds = {
    reason: text(form, "removalReason"),
    decidedBy: text(form, "removalDecidedBy"),
    decidedOn: text(form, "removalDecidedOn"),
  };
  const version = Number(text(form, "version"));
  const result = await removeIndicator(visit.ctx, { id: indicator.id, version, grounds });
  if (result.ok)
    return onwards(`${addressOf.node(measure.plan, measure.node.id)}?removedIndicator=${indicator.id}`, "removed");
  const words = wordsOfIndicator(indicator);
  if (result.refusal.current) return indicatorAnswer(visit, found, { words, refusal: result.refusal });
  return indicatorAnswer(visit, found, { words, removal: { refusal: result.refusal, grounds } });
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
  readonly confirmationRefusal?: Refusal;
  readonly removal?: RefusedRemoval;
}

async function indicatorAnswer(visit: Visit, found: FoundIndicator, entered: Entered): Promise<Response> {
  const { measure, indicator } = found;
  const { plan, node, above } = measure;
  const { words, refusal, confirmationRefusal, removal } = entered;
  const mayEdit = mayEditIndicators(visit.ctx.actor, node);
  const action = indicator ? addressOf.indicator(plan, indicator.id) : addressOf.newIndicator(plan, node.id);
  const years = yearsFor(plan, indicator);
  const fields = {
    words,
    refusal,
    years,
    content: readIndicator(words, years).content,
    states: new Map(indicator?.actuals.map(({ year, state }) => [year, state])),
    divisions: await divisionOptions(visit.ctx),
    isNew: indicator === undefined,
  };
  return page(
    <StaffPage
      visit={visit}
      title={indicator ? `指標 ${indicator.code} ${indicator.name}` : "指標を加える"}
      crumbs={planCrumbs(plan, [...above, node])}
      wide
    >
      {!mayEdit && (
        <div className="mb-6">
          <Notice title="この指標は、主管課・関係課と企画の担当者が直せます。" />
        </div>
      )}
      {indicator && (
        <Known visit={visit} measure={measure} indicator={indicator} confirmationRefusal={confirmationRefusal} />
      )}
      <Form action={action} refusal={refusal} id="indicator-form" className="form max-w-none">
        {indicator && <input type="hidden" name="version" value={indicator.version} />}
        <fieldset disabled={!mayEdit}>
          <legend className="visually-hidden">指標の内容</legend>
          <IndicatorFields {...fields} />
        </fieldset>
        {mayEdit && <SaveBar isNew={indicator === undefined} isDirty={refusal !== undefined} />}
      </Form>
      {indicator && <OtherTargets plan={plan} indicator={indicator} sets={await otherTargets(visit.ctx, indicator)} />}
      {indicator && mayEdit && (
        <IndicatorRemoval
          action={`${action}/removal`}
          version={indicator.version}
          isPublished={(await withDecidedTargets(visit.ctx, plan.slug)).has(indicator.id)}
          refused={removal}
        />
      )}
    </StaffPage>,
    refusal || confirmationRefusal || removal ? 422 : 200,
  );
}

interface KnownProps {
  readonly visit: Visit;
  readonly measure: NodePage;
  readonly indicator: StoredIndicator;
  readonly confirmationRefusal: Refusal | undefined;
}

/** What is known of an indicator before anything is changed: how it stands, what waits to be confirmed, what was changed. */
function Known({ visit, measure, indicator, confirmationRefusal }: KnownProps): ReactNode {
  const { plan, node } = measure;
  return (
    <>
      <p className="actions mb-6">
        <a href={addressOf.indicatorHistory(plan, indicator.id)} className="button button-secondary">
          変更の履歴
        </a>
        <a href={addressOf.indicators(plan)}>指標の一覧</a>
      </p>
      <Course indicator={indicator} plan={plan} />
      <Standing indicator={indicator} startYear={plan.startYear} />
      <Confirmation
        indicator={indicator}
        node={node}
        actor={visit.ctx.actor}
        action={`${addressOf.indicator(plan, indicator.id)}/confirmation`}
        refusal={confirmationRefusal}
      />
    </>
  );
}

interface OtherTargetsProps {
  readonly plan: NodePage["plan"];
  readonly indicator: StoredIndicator;
  readonly sets: Awaited<ReturnType<typeof otherTargets>>;
}

/** What the strategy, a grant or the SDGs aim at with the same values. */
function OtherTargets({ plan, indicator, sets }: OtherTargetsProps): ReactNode {
  if (sets.length === 0) return null;
  return (
    <section className="card mt-6" aria-labelledby="other-targets">
      <h2 id="other-targets" className="text-[1.25rem]">
        ほかの目標の組
      </h2>
      <ul className="mt-2 list-disc pl-6">
        {sets.map(({ set, targets }) => (
          <li key={set.id}>
            <a href={addressOf.setTargets(plan, set.id, indicator.id)}>{set.name}</a>：
            {targets.map((target) => `${fiscalYearLabel(target.year)} ${targetText(indicator, target)}`).join("、")}
          </li>
        ))}
      </ul>
    </section>
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
