import type { ReactNode } from "react";
import { divisionsOn } from "#domain/identity/index.ts";
import { listMeasures, listPlans, planById, planIndicators } from "#domain/plan/index.ts";
import {
  createProject,
  editProject,
  listGoals,
  listProgrammes,
  listStrategies,
  mayEditGrant,
  mayManageGrants,
  projectById,
  removeProject,
  spanWords,
  type GrantProject,
  type ProjectWords,
} from "#domain/strategy/index.ts";
import type { Ctx } from "#domain/audit/index.ts";
import { fiscalYearOf } from "#kernel/fiscal-year.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, SelectField, TextArea, TextField, type Option } from "#web/ui/forms.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, grantsCrumb, homeCrumb } from "./addresses.ts";
import { choiceIn, yearIn } from "./entered.ts";
import { KpisForm, saveKpisOf } from "./grant-kpis.tsx";
import { saveYearsOf, YearsForm } from "./grant-years.tsx";

const newWord = "new";

/** Lists to choose from: programmes, goals of strategies, measures and indicators of the plans, divisions. */
interface GrantChoices {
  readonly programmes: readonly Option[];
  /** 「strategy goal」: a goal says its strategy too. */
  readonly goals: readonly Option[];
  readonly measures: readonly Option[];
  readonly indicators: readonly Option[];
  readonly divisions: readonly Option[];
}

async function choicesOf(ctx: Ctx): Promise<GrantChoices> {
  const divisions = await divisionsOn(ctx, ctx.clock.today());
  const strategies = await listStrategies(ctx);
  const goals = await listGoals(ctx);
  const measures: Option[] = [];
  const indicators: Option[] = [];
  for (const { id } of await listPlans(ctx)) {
    if (!strategies.some(({ planId }) => planId === id)) continue;
    const plan = await planById(ctx, id);
    for (const line of await listMeasures(ctx, plan))
      measures.push({ value: line.id, label: `${line.code} ${line.title}（${plan.name}）` });
    for (const each of await planIndicators(ctx, id))
      indicators.push({ value: each.id, label: `${each.code} ${each.name}（${plan.name}）` });
  }
  return {
    programmes: (await listProgrammes(ctx)).map((each) => ({
      value: each.id,
      label: `${each.name}（${spanWords(each)}）`,
    })),
    goals: goals.flatMap((goal) => {
      const strategy = strategies.find(({ id }) => id === goal.strategyId);
      const label = `${goal.code} ${goal.name}（${strategy?.name}）`;
      return strategy ? [{ value: `${strategy.id} ${goal.id}`, label }] : [];
    }),
    measures,
    indicators,
    divisions: divisions.map(({ id, path }) => ({ value: id, label: path })),
  };
}

async function projectAt({ ctx, params }: Visit): Promise<GrantProject | undefined> {
  return params["id"] === newWord ? undefined : projectById(ctx, params["id"] ?? "");
}

export async function showGrant(visit: Visit): Promise<Response> {
  return grantPage(visit);
}

interface GrantRefusals {
  readonly head?: Refusal;
  readonly years?: Refusal;
  readonly kpis?: Refusal;
}

/** One grant project: head and position, money and checks by year, KPI. */
async function grantPage(visit: Visit, refusals: GrantRefusals = {}): Promise<Response> {
  const { ctx } = visit;
  const project = await projectAt(visit);
  const choices = await choicesOf(ctx);
  const may = project ? mayEditGrant(ctx.actor, project) : mayManageGrants(ctx.actor);
  const isRefused = refusals.head ?? refusals.years ?? refusals.kpis;
  return page(
    <StaffPage visit={visit} title={project?.name ?? "交付金事業を加える"} crumbs={[homeCrumb, grantsCrumb]} wide>
      {choices.programmes.length === 0 ? (
        <Empty title="交付金の制度がまだありません">
          <p>
            先に<a href={addressOf.programmes}>交付金の制度</a>を加えます。
          </p>
        </Empty>
      ) : (
        <fieldset disabled={!may} className="min-w-0 border-0 p-0">
          <HeadForm visit={visit} project={project} choices={choices} refusal={refusals.head} />
          {project && <YearsForm visit={visit} project={project} refusal={refusals.years} />}
          {project && (
            <KpisForm visit={visit} project={project} indicators={choices.indicators} refusal={refusals.kpis} />
          )}
        </fieldset>
      )}
      {project && mayManageGrants(ctx.actor) && (
        <Form action={`${addressOf.grant(project.id)}/removal`} className="actions mt-12">
          <button className="button button-secondary">この交付金事業を削除する</button>
        </Form>
      )}
    </StaffPage>,
    isRefused ? 422 : 200,
  );
}

interface HeadFormProps {
  readonly visit: Visit;
  readonly project: GrantProject | undefined;
  readonly choices: GrantChoices;
  readonly refusal: Refusal | undefined;
}

function HeadForm({ visit: { ctx, form }, project, choices, refusal }: HeadFormProps): ReactNode {
  const next = fiscalYearOf(ctx.clock.today()) + 1;
  const shown = (name: string, value: string | number | null | undefined) =>
    refusal ? text(form, name) : String(value ?? "");
  const common = { refusal };
  return (
    <Form action={addressOf.grant(project?.id ?? newWord)} refusal={refusal} className="form max-w-3xl">
      <input type="hidden" name="version" value={project?.version ?? ""} />
      <TextField {...common} name="name" label="交付対象事業名" value={shown("name", project?.name)} required />
      <SelectField
        {...common}
        name="programmeId"
        label="交付金の制度"
        options={choices.programmes}
        blank="選んでください"
        value={shown("programmeId", project?.programmeId)}
        required
      />
      <div className="field-row">
        <TextField
          {...common}
          name="startYear"
          label="始まりの年度"
          value={shown("startYear", project?.startYear ?? next)}
          required
          short
        />
        <TextField
          {...common}
          name="endYear"
          label="終わりの年度"
          value={shown("endYear", project?.endYear ?? next + 2)}
          required
          short
        />
      </div>
      {placesOf(project, choices).map(({ name, label, options, value }) => (
        <SelectField
          key={name}
          {...common}
          name={name}
          label={label}
          options={options}
          blank="（まだ決めない）"
          value={shown(name, value)}
        />
      ))}
      <TextField
        {...common}
        name="regionalPlan"
        label="地域再生計画"
        hint="認定を受けた地域再生計画の名前。"
        value={shown("regionalPlan", project?.regionalPlan)}
      />
      <TextArea {...common} name="summary" label="事業の概要" rows={3} value={shown("summary", project?.summary)} />
      <p className="actions">
        <button className="button">{project ? "事業の内容を保存する" : "交付金事業を加える"}</button>
      </p>
    </Form>
  );
}

/** What a project may belong to: each is chosen sooner or later. */
function placesOf(project: GrantProject | undefined, choices: GrantChoices) {
  const goal = project?.strategyId && project.goalId ? `${project.strategyId} ${project.goalId}` : "";
  return [
    { name: "position", label: "位置づけ：総合戦略の基本目標", options: choices.goals, value: goal },
    { name: "nodeId", label: "位置づけ：施策", options: choices.measures, value: project?.nodeId },
    { name: "divisionId", label: "担当課", options: choices.divisions, value: project?.divisionId },
  ];
}

function wordsIn(form: FormData): ProjectWords {
  const [strategyId, goalId] = text(form, "position").split(" ");
  return {
    name: text(form, "name"),
    summary: text(form, "summary"),
    programmeId: text(form, "programmeId"),
    divisionId: choiceIn(form, "divisionId"),
    strategyId: strategyId || null,
    goalId: goalId || null,
    nodeId: choiceIn(form, "nodeId"),
    regionalPlan: text(form, "regionalPlan"),
    startYear: yearIn(form, "startYear"),
    endYear: yearIn(form, "endYear"),
  };
}

export async function saveGrant(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const project = await projectAt(visit);
  if (!project) {
    const made = await createProject(ctx, wordsIn(form));
    return made.ok ? onwards(addressOf.grant(made.value.id), "created") : grantPage(visit, { head: made.refusal });
  }
  const version = Number(text(form, "version"));
  const saved = await editProject(ctx, { ...wordsIn(form), id: project.id, version });
  return saved.ok ? onwards(addressOf.grant(project.id), "saved") : grantPage(visit, { head: saved.refusal });
}

export async function saveYears(visit: Visit): Promise<Response> {
  const saved = await saveYearsOf(visit);
  if (!saved.ok) return grantPage(visit, { years: saved.refusal });
  return onwards(`${addressOf.grant(visit.params["id"] ?? "")}#years`, "saved");
}

export async function saveKpis(visit: Visit): Promise<Response> {
  const saved = await saveKpisOf(visit);
  if (!saved.ok) return grantPage(visit, { kpis: saved.refusal });
  return onwards(`${addressOf.grant(visit.params["id"] ?? "")}#kpis`, "saved");
}

export async function takeGrantAway(visit: Visit): Promise<Response> {
  const id = visit.params["id"] ?? "";
  await removeProject(visit.ctx, id);
  return onwards(`${addressOf.grants}?removed=${id}`, "removed");
}
