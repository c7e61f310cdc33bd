import { createPlan, levelPresets, listPlans } from "#domain/plan/index.ts";
import { fiscalYearOf } from "#kernel/fiscal-year.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Choices, Form } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, planCrumbs } from "./addresses.ts";
import { divisionOptions } from "./division-options.ts";
import { entryOf, PlanFields, wordsForNewPlan, wordsInForm, type PlanWords } from "./plan-form.tsx";

export async function showNewPlan(visit: Visit): Promise<Response> {
  const thisYear = fiscalYearOf(visit.ctx.clock.today());
  return newPlanPage(visit, { words: wordsForNewPlan(thisYear), preset: levelPresets[0]?.key ?? "" });
}

export async function makePlan(visit: Visit): Promise<Response> {
  const { ctx, form, query } = visit;
  const words = wordsInForm(form);
  const key = text(form, "levels");
  const levels = levelPresets.find((preset) => preset.key === key)?.levels ?? [];
  const result = await createPlan(ctx, { ...entryOf(words), levels });
  if (!result.ok) return newPlanPage(visit, { words, preset: key, refusal: result.refusal });
  const goes = query.get("then") === "import" ? addressOf.imports(result.value) : addressOf.plan(result.value);
  return onwards(goes, "created");
}

interface NewPlan {
  readonly words: PlanWords;
  readonly preset: string;
  readonly refusal?: Refusal;
}

async function newPlanPage(visit: Visit, { words, preset, refusal }: NewPlan): Promise<Response> {
  const { ctx } = visit;
  const fields = {
    words,
    refusal,
    divisions: await divisionOptions(ctx),
    otherPlans: await listPlans(ctx),
    thisYear: fiscalYearOf(ctx.clock.today()),
  };
  const choices = levelPresets.map((each) => ({ value: each.key, label: each.label }));
  const hint = "名前、数、番号の形は、作ったあとに「計画の設定」で変えられます。";
  return page(
    <StaffPage visit={visit} title="計画を作る" crumbs={planCrumbs()}>
      <Form action={`${addressOf.newPlan}${visit.url.search}`} refusal={refusal}>
        <PlanFields {...fields} />
        <Choices
          name="levels"
          label="階層"
          hint={hint}
          options={choices}
          chosen={[preset]}
          required
          refusal={refusal}
        />
        <p className="actions">
          <button className="button">計画を作る</button>
          <a href={addressOf.plans}>やめて戻る</a>
        </p>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}
