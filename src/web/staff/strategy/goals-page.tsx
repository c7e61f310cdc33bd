import type { ReactNode } from "react";
import {
  keepGoal,
  removeGoal,
  strategyBySlug,
  type GoalWords,
  type StrategyGoal,
  type StrategyPage,
} from "#domain/strategy/index.ts";
import { NotFound, type Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Choices, Form, RefusalNotice, TextArea, TextField } from "#web/ui/forms.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { addressOf, strategyCrumbs } from "./addresses.ts";

function wordsIn(form: FormData): GoalWords {
  return {
    code: text(form, "code"),
    name: text(form, "name"),
    description: text(form, "description"),
    frameGoals: texts(form, "frameGoals"),
  };
}

const emptyWords: GoalWords = { code: "", name: "", description: "", frameGoals: [] };

export async function showGoals(visit: Visit): Promise<Response> {
  return goalsPage(visit);
}

interface Refused {
  readonly refusal: Refusal;
  /** Which goal's form was refused; the one for a new goal when left out. */
  readonly goalId?: string;
}

async function goalsPage(visit: Visit, refused?: Refused): Promise<Response> {
  const shown = await strategyBySlug(visit.ctx, visit.params["slug"] ?? "");
  const { strategy, goals } = shown;
  const isNew = refused !== undefined && refused.goalId === undefined;
  return page(
    <StaffPage visit={visit} title="基本目標" crumbs={strategyCrumbs(strategy)}>
      {goals.length === 0 && (
        <Empty title="基本目標がまだありません">
          <p>下の欄から加えます。数値目標にする指標は、あとで「施策と指標の印」の表で選びます。</p>
        </Empty>
      )}
      <ul className="list-plain">
        {goals.map((goal) => (
          <li key={goal.id} className="card mt-4">
            {refused?.goalId === goal.id && <RefusalNotice refusal={refused.refusal} />}
            <GoalLine shown={shown} goal={goal} />
          </li>
        ))}
      </ul>
      <h2 className="mt-10 mb-3 text-[1.25rem]">基本目標を加える</h2>
      <Form action={addressOf.goals(strategy.slug)} refusal={isNew ? refused.refusal : undefined}>
        <GoalFields
          shown={shown}
          words={isNew ? wordsIn(visit.form) : { ...emptyWords, code: String(goals.length + 1) }}
          refusal={isNew ? refused.refusal : undefined}
        />
        <p className="actions">
          <button className="button">基本目標を加える</button>
        </p>
      </Form>
    </StaffPage>,
    refused ? 422 : 200,
  );
}

function GoalLine({ shown, goal }: { readonly shown: StrategyPage; readonly goal: StrategyGoal }): ReactNode {
  const names = (shown.frame?.goals ?? []).filter(({ key }) => goal.frameGoals.includes(key)).map(({ name }) => name);
  return (
    <>
      <h2 className="text-[1.125rem]">
        {goal.code} {goal.name}
      </h2>
      {goal.description !== "" && <p className="mt-1">{goal.description}</p>}
      <p className="mt-1">対応する国の基本目標：{names.length === 0 ? "−" : names.join("、")}</p>
      <p className="actions mt-3">
        <a href={addressOf.goal(shown.strategy.slug, goal.id)}>「{goal.name}」を直す</a>
      </p>
    </>
  );
}

interface FieldsProps {
  readonly shown: StrategyPage;
  readonly words: GoalWords;
  readonly refusal: Refusal | undefined;
}

function GoalFields({ shown: { frame }, words, refusal }: FieldsProps): ReactNode {
  return (
    <>
      <TextField name="code" label="番号" value={words.code} required short refusal={refusal} />
      <TextField name="name" label="基本目標" value={words.name} required refusal={refusal} />
      <TextArea name="description" label="説明" rows={3} value={words.description} refusal={refusal} />
      {frame && (
        <Choices
          name="frameGoals"
          label={`対応する国の基本目標（${frame.name}）`}
          kind="checkbox"
          options={frame.goals.map(({ key, name }) => ({ value: key, label: name }))}
          chosen={words.frameGoals}
          refusal={refusal}
        />
      )}
    </>
  );
}

export async function addGoal(visit: Visit): Promise<Response> {
  const { strategy } = await strategyBySlug(visit.ctx, visit.params["slug"] ?? "");
  const kept = await keepGoal(visit.ctx, { ...wordsIn(visit.form), strategyId: strategy.id });
  return kept.ok ? onwards(addressOf.goals(strategy.slug), "saved") : goalsPage(visit, kept);
}

export async function showGoal(visit: Visit): Promise<Response> {
  return goalPage(visit);
}

async function goalIn(visit: Visit) {
  const shown = await strategyBySlug(visit.ctx, visit.params["slug"] ?? "");
  const goal = shown.goals.find(({ id }) => id === visit.params["goal"]);
  if (!goal) throw new NotFound();
  return { shown, goal, slug: shown.strategy.slug };
}

async function goalPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { shown, goal, slug } = await goalIn(visit);
  const crumbs = [...strategyCrumbs(shown.strategy), { href: addressOf.goals(slug), label: "基本目標" }];
  return page(
    <StaffPage visit={visit} title={`基本目標${goal.code}を直す`} crumbs={crumbs}>
      <Form action={addressOf.goal(slug, goal.id)} refusal={refusal}>
        <GoalFields shown={shown} words={refusal ? wordsIn(visit.form) : goal} refusal={refusal} />
        <p className="actions">
          <button className="button">保存する</button>
        </p>
      </Form>
      <Form action={`${addressOf.goal(slug, goal.id)}/removal`} className="mt-10">
        <p>施策・指標・交付金事業が結び付いていない基本目標は、削除できます。</p>
        <p className="actions mt-3">
          <button className="button button-secondary">この基本目標を削除する</button>
        </p>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

export async function saveGoal(visit: Visit): Promise<Response> {
  const { shown, goal, slug } = await goalIn(visit);
  const kept = await keepGoal(visit.ctx, { ...wordsIn(visit.form), strategyId: shown.strategy.id, goalId: goal.id });
  return kept.ok ? onwards(addressOf.goals(slug), "saved") : goalPage(visit, kept.refusal);
}

export async function takeGoalAway(visit: Visit): Promise<Response> {
  const { shown, goal, slug } = await goalIn(visit);
  const removed = await removeGoal(visit.ctx, { strategyId: shown.strategy.id, goalId: goal.id });
  return removed.ok ? onwards(addressOf.goals(slug), "saved") : goalPage(visit, removed.refusal);
}
