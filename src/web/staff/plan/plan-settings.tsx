import {
  editLevels,
  editPlan,
  listPlans,
  outsideTargets,
  planBySlug,
  type OutsideTarget,
  type PlanLevel,
  type PlanEntry,
  type PlanWithLevels,
} from "#domain/plan/index.ts";
import { fiscalYearOf } from "#kernel/fiscal-year.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, planCrumbs } from "./addresses.ts";
import { levelsInForm, LevelTable } from "./level-table.tsx";
import { OutsideNotice, OutsideQuestion } from "./outside-targets.tsx";
import { divisionOptions } from "./division-options.ts";
import { entryOf, PlanFields, wordsInForm, wordsOfPlan, type PlanWords } from "./plan-form.tsx";

type LevelEntry = Omit<PlanLevel, "depth">;

export async function showSettings(visit: Visit): Promise<Response> {
  const plan = await planBySlug(visit.ctx, visit.params["slug"] ?? "");
  return settingsPage(visit, plan, {});
}

export async function saveSettings(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const plan = await planBySlug(ctx, visit.params["slug"] ?? "");
  const words = wordsInForm(form);
  const entry = entryOf(words);
  const outside = await newlyOutside(visit, plan, entry);
  if (outside.length > 0 && text(form, "outside") !== "known") return settingsPage(visit, plan, { words, outside });
  const result = await editPlan(ctx, { planId: plan.id, version: Number(text(form, "version")), ...entry });
  if (!result.ok) return settingsPage(visit, plan, { words, planRefusal: result.refusal });
  return onwards(addressOf.settings(result.value), "saved");
}

export async function savePlanLevels(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const plan = await planBySlug(ctx, visit.params["slug"] ?? "");
  const levels = levelsInForm(form);
  const result = await editLevels(ctx, { planId: plan.id, version: Number(text(form, "version")), levels });
  if (!result.ok) return settingsPage(visit, plan, { levels, levelRefusal: result.refusal });
  return onwards(`${addressOf.settings(plan)}#levels`, "saved");
}

/** The targets that a changed period would leave outside and that the present one holds. */
async function newlyOutside({ ctx }: Visit, plan: PlanWithLevels, entry: PlanEntry): Promise<OutsideTarget[]> {
  if (entry.startYear === plan.startYear && entry.endYear === plan.endYear) return [];
  return outsideTargets(ctx, plan.id, entry);
}

interface Entered {
  readonly words?: PlanWords;
  readonly levels?: readonly LevelEntry[];
  /** Targets that the period entered would leave outside: to be acknowledged first. */
  readonly outside?: readonly OutsideTarget[];
  readonly planRefusal?: Refusal;
  readonly levelRefusal?: Refusal;
}

async function settingsPage(visit: Visit, plan: PlanWithLevels, entered: Entered): Promise<Response> {
  const { ctx } = visit;
  const { words = wordsOfPlan(plan), levels = plan.levels, planRefusal, levelRefusal } = entered;
  const otherPlans = (await listPlans(ctx)).filter((each) => each.id !== plan.id);
  const thisYear = fiscalYearOf(ctx.clock.today());
  const version = <input type="hidden" name="version" value={plan.version} />;
  return page(
    <StaffPage visit={visit} title="計画の設定" crumbs={planCrumbs(plan)}>
      {!entered.outside && <OutsideNotice plan={plan} outside={await outsideTargets(ctx, plan.id, plan)} />}
      <Form action={addressOf.settings(plan)} refusal={planRefusal}>
        {version}
        {entered.outside && <OutsideQuestion plan={plan} outside={entered.outside} />}
        <PlanFields
          words={words}
          refusal={planRefusal}
          divisions={await divisionOptions(ctx)}
          otherPlans={otherPlans}
          thisYear={thisYear}
        />
        <p className="actions">
          <button className="button">計画の設定を保存する</button>
        </p>
      </Form>
      <section id="levels" className="mt-16">
        <h2 className="text-[1.25rem]">階層</h2>
        <p className="prose mt-2">
          上から順に、この計画での呼び方を入力します。番号の形では、「{"{順}"}」が並びの順番（「{"{順2桁}"}
          」は01のような2桁）、「{"{上}"}」が上の階層の番号になります。
        </p>
        <Form action={`${addressOf.settings(plan)}/levels`} refusal={levelRefusal} className="form mt-4">
          {version}
          <LevelTable levels={levels} refusal={levelRefusal} />
          <p className="actions">
            <button className="button">階層を保存する</button>
          </p>
        </Form>
      </section>
    </StaffPage>,
    planRefusal || levelRefusal || entered.outside ? 422 : 200,
  );
}
