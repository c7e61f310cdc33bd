import type { ReactNode } from "react";
import { listPlans, type Plan } from "#domain/plan/index.ts";
import {
  createStrategy,
  editStrategy,
  listFrames,
  spanWords,
  strategyBySlug,
  strategyFormLabels,
  strategyForms,
  type NationalFrame,
  type Strategy,
  type StrategyWords,
} from "#domain/strategy/index.ts";
import { fiscalYearOf } from "#kernel/fiscal-year.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, SelectField, TextArea, TextField } from "#web/ui/forms.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, homeCrumb, strategyCrumbs } from "./addresses.ts";
import { choiceIn, oneOf, yearIn } from "./entered.ts";

function wordsIn(form: FormData): StrategyWords {
  return {
    slug: text(form, "slug"),
    frameId: choiceIn(form, "frameId"),
    form: oneOf(strategyForms, text(form, "form")) ?? "integrated",
    name: text(form, "name"),
    statement: text(form, "statement"),
    source: text(form, "source"),
    startYear: yearIn(form, "startYear"),
    endYear: yearIn(form, "endYear"),
  };
}

export async function showNewStrategy(visit: Visit): Promise<Response> {
  return newPage(visit);
}

async function newPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, form } = visit;
  const plans = await listPlans(ctx);
  const nextYear = fiscalYearOf(ctx.clock.today()) + 1;
  const words: Entered = {
    ...enteredIn(form),
    startYear: text(form, "startYear") || String(nextYear),
    endYear: text(form, "endYear") || String(nextYear + 4),
  };
  return page(
    <StaffPage visit={visit} title="総合戦略を作る" crumbs={[homeCrumb]}>
      {plans.length === 0 ? (
        <Empty title="計画がまだありません">
          <p>
            総合戦略は計画に付ける印です。先に<a href="/staff/plans">計画</a>を作ります。
          </p>
        </Empty>
      ) : (
        <Form action={addressOf.newStrategy} refusal={refusal}>
          <PlanField plans={plans} value={text(form, "planId") || (plans[0]?.id ?? "")} refusal={refusal} />
          <StrategyFields entered={words} frames={await listFrames(ctx)} refusal={refusal} />
          <p className="actions">
            <button className="button">総合戦略を作る</button>
            <a className="button button-quiet" href={addressOf.home}>
              やめる
            </a>
          </p>
        </Form>
      )}
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

function PlanField({
  plans,
  value,
  refusal,
}: {
  readonly plans: readonly Plan[];
  readonly value: string;
  readonly refusal: Refusal | undefined;
}): ReactNode {
  return (
    <SelectField
      name="planId"
      label="もとになる計画"
      hint="この計画の施策と指標に印を付けます。あとから変えられません。"
      options={plans.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      required
      refusal={refusal}
    />
  );
}

export async function makeStrategy(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const made = await createStrategy(ctx, { ...wordsIn(form), planId: text(form, "planId") });
  return made.ok ? onwards(addressOf.goals(made.value.slug), "created") : newPage(visit, made.refusal);
}

export async function showSettings(visit: Visit): Promise<Response> {
  return settingsPage(visit);
}

async function settingsPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, form } = visit;
  const { strategy } = await strategyBySlug(ctx, visit.params["slug"] ?? "");
  const entered = refusal ? enteredIn(form) : enteredOf(strategy);
  return page(
    <StaffPage visit={visit} title="総合戦略の設定" crumbs={strategyCrumbs(strategy)}>
      <Form action={addressOf.settings(strategy.slug)} refusal={refusal}>
        <input type="hidden" name="version" value={strategy.version} />
        <StrategyFields entered={entered} frames={await listFrames(ctx)} refusal={refusal} />
        <fieldset className="field">
          <legend className="field-label">期間を変えるとき</legend>
          <p className="field-hint">期間を変えると、前の期間と理由が履歴に残り、公表されます。</p>
          <TextField name="reason" label="理由" value={text(form, "reason")} refusal={refusal} />
          <TextField name="decidedBy" label="決めた会議・役職" value={text(form, "decidedBy")} refusal={refusal} />
          <TextField
            name="decidedOn"
            label="決めた日"
            type="date"
            short
            value={text(form, "decidedOn")}
            refusal={refusal}
          />
        </fieldset>
        <p className="actions">
          <button className="button">設定を保存する</button>
        </p>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

export async function saveSettings(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const { strategy } = await strategyBySlug(ctx, visit.params["slug"] ?? "");
  const saved = await editStrategy(ctx, {
    ...wordsIn(form),
    id: strategy.id,
    version: Number(text(form, "version")),
    ground: {
      reason: text(form, "reason"),
      decidedBy: text(form, "decidedBy"),
      decidedOn: text(form, "decidedOn"),
    },
  });
  return saved.ok ? onwards(addressOf.strategy(saved.value.slug), "saved") : settingsPage(visit, saved.refusal);
}

/** The form's words as they were entered. */
type Entered = Readonly<Record<keyof StrategyWords, string>>;

function enteredIn(form: FormData): Entered {
  return {
    slug: text(form, "slug"),
    frameId: text(form, "frameId"),
    form: text(form, "form"),
    name: text(form, "name"),
    statement: text(form, "statement"),
    source: text(form, "source"),
    startYear: text(form, "startYear"),
    endYear: text(form, "endYear"),
  };
}

function enteredOf({ slug, frameId, form, name, statement, source, startYear, endYear }: Strategy): Entered {
  const years = { startYear: String(startYear), endYear: String(endYear) };
  return { slug, frameId: frameId ?? "", form, name, statement, source, ...years };
}

interface FieldsProps {
  readonly entered: Entered;
  readonly frames: readonly NationalFrame[];
  readonly refusal: Refusal | undefined;
}

function StrategyFields({ entered, frames, refusal }: FieldsProps): ReactNode {
  const common = { refusal };
  return (
    <>
      <TextField {...common} name="name" label="総合戦略の名前" value={entered.name} required />
      <TextField
        {...common}
        name="slug"
        label="アドレスの言葉"
        hint="公開ページのアドレス（/strategy/◯◯）になります。半角の英小文字・数字・ハイフンで入力します。"
        value={entered.slug}
        required
        short
      />
      <div className="field-row">
        <TextField {...common} name="startYear" label="始まりの年度" value={entered.startYear} required short />
        <TextField {...common} name="endYear" label="終わりの年度" value={entered.endYear} required short />
      </div>
      <SelectField
        {...common}
        name="form"
        label="総合計画との関係"
        options={strategyForms.map((value) => ({ value, label: strategyFormLabels[value] }))}
        value={entered.form}
      />
      <SelectField
        {...common}
        name="frameId"
        label="国の枠組み"
        options={frames.map((frame) => ({ value: frame.id, label: `${frame.name}（${spanWords(frame)}）` }))}
        blank="（選ばない）"
        value={entered.frameId}
      />
      <TextArea
        {...common}
        name="statement"
        label="位置づけの文"
        hint="計画が「まち・ひと・しごと創生法」に基づく地方版総合戦略であることを述べる文です。公開ページに載ります。"
        rows={3}
        value={entered.statement}
      />
      <TextField {...common} name="source" label="出典" value={entered.source} />
    </>
  );
}
