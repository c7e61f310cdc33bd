import type { ReactNode } from "react";
import {
  editLevels,
  editPlan,
  listPlans,
  maxDepth,
  planBySlug,
  type PlanLevel,
  type PlanWithLevels,
} from "#domain/plan/index.ts";
import { fiscalYearOf } from "#kernel/fiscal-year.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import { TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { addressOf, planCrumbs } from "./addresses.ts";
import { patternOf, patternWords } from "./pattern-words.ts";
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
  const result = await editPlan(ctx, { planId: plan.id, version: Number(text(form, "version")), ...entryOf(words) });
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

/** The rows of the table of levels down to the last that has a name. */
function levelsInForm(form: FormData): LevelEntry[] {
  const pages = texts(form, "hasPage");
  const rows = texts(form, "levelName").map((name, index) => ({
    name: name.trim(),
    codePattern: patternOf((texts(form, "codePattern")[index] ?? "").trim()),
    evaluator: (texts(form, "evaluator")[index] ?? "").trim(),
    hasPage: pages.includes(String(index + 1)),
  }));
  return rows.slice(0, rows.findLastIndex((row) => row.name !== "") + 1);
}

interface Entered {
  readonly words?: PlanWords;
  readonly levels?: readonly LevelEntry[];
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
      <Form action={addressOf.settings(plan)} refusal={planRefusal}>
        {version}
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
    planRefusal || levelRefusal ? 422 : 200,
  );
}

function LevelTable({
  levels,
  refusal,
}: {
  readonly levels: readonly LevelEntry[];
  readonly refusal: Refusal | undefined;
}): ReactNode {
  const empty: LevelEntry = { name: "", codePattern: "", evaluator: "", hasPage: false };
  const rows = Array.from({ length: maxDepth }, (_, index) => levels[index] ?? empty);
  return (
    <TableFrame label="階層の表">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">階層</th>
            <th scope="col">名前</th>
            <th scope="col">番号の形</th>
            <th scope="col">評価する人</th>
            <th scope="col">施策のページ</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((level, index) => (
            <LevelRow key={index} level={level} number={index + 1} refusal={refusal} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function LevelRow({
  level,
  number,
  refusal,
}: {
  readonly level: LevelEntry;
  readonly number: number;
  readonly refusal: Refusal | undefined;
}): ReactNode {
  const nameId = `level-${number}-name`;
  const patternId = `level-${number}-pattern`;
  const isBad = (id: string) => (refusal?.fields?.[id] ? true : undefined);
  return (
    <tr>
      <th scope="row">{number}</th>
      <td>
        <input
          className="input"
          id={nameId}
          name="levelName"
          aria-label={`${number}番目の階層の名前`}
          aria-invalid={isBad(nameId)}
          defaultValue={level.name}
        />
      </td>
      <td>
        <input
          className="input"
          id={patternId}
          name="codePattern"
          aria-label={`${number}番目の番号の形`}
          aria-invalid={isBad(patternId)}
          defaultValue={patternWords(level.codePattern)}
        />
      </td>
      <td>
        <input
          className="input"
          name="evaluator"
          aria-label={`${number}番目の階層を評価する人`}
          defaultValue={level.evaluator}
        />
      </td>
      <td>
        <label className="choice">
          <input type="checkbox" name="hasPage" value={number} defaultChecked={level.hasPage} />
          <span>作る</span>
        </label>
      </td>
    </tr>
  );
}
