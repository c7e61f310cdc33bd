import type { ReactNode } from "react";
import {
  isPlanYear,
  listPlans,
  orderFaults,
  planBySlug,
  planKindLabels,
  planOutline,
  type PlanWithLevels,
  type RebasingOrder,
} from "#domain/plan/index.ts";
import { fiscalYearLabel, fiscalYearOf } from "#kernel/fiscal-year.ts";
import type { Refusal } from "#kernel/result.ts";
import { page } from "#web/answer.tsx";
import { Form, SelectField, TextArea, TextField } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf, planCrumbs } from "../plan/addresses.ts";
import { LevelTable } from "../plan/level-table.tsx";
import { rebasingPath } from "./addresses.ts";
import { Carried, isOfStart } from "./carried.tsx";
import { orderFrom, orderIn } from "./order-form.ts";

/** First step: the new plan's name, years, levels and top nodes. */
export async function showStart(visit: Visit): Promise<Response> {
  const plan = await planBySlug(visit.ctx, visit.params["slug"] ?? "");
  const tops = (await planOutline(visit.ctx, plan.id)).filter((node) => node.depth === 1);
  return startPage(visit, { plan, order: orderFrom(plan, tops) });
}

/** The first step again, with what was entered. */
export async function reshowStart(visit: Visit): Promise<Response> {
  const plan = await planBySlug(visit.ctx, visit.params["slug"] ?? "");
  return startPage(visit, { plan, order: orderIn(visit.form) });
}

/** What is wrong with the first step's entries; undefined when the second may follow. */
export async function startFaults(visit: Visit, order: RebasingOrder): Promise<Refusal | undefined> {
  const faults = orderFaults({ ...order, fates: new Map() });
  if (faults) return faults;
  const isTaken = (await listPlans(visit.ctx)).some(({ slug }) => slug === order.slug);
  if (!isTaken) return undefined;
  return {
    code: "takenSlug",
    message: "同じアドレスの計画があります。",
    remedy: "アドレスの言葉を変えてください。",
    fields: { slug: "ほかの計画が使っています。" },
  };
}

interface StartProps {
  readonly plan: PlanWithLevels;
  readonly order: RebasingOrder;
  readonly refusal?: Refusal;
}

export function startPage(visit: Visit, { plan, order, refusal }: StartProps): Response {
  return page(
    <StaffPage visit={visit} title="計画を組み直す" crumbs={planCrumbs(plan)}>
      <p className="prose mb-6">
        「{plan.name}
        」をもとに、新しい計画を作ります。もとの計画は、そのまま残ります。作ったあとも、公開するまでは取り消せます。
      </p>
      <p className="mb-6 font-bold">手順1／3　新しい計画の名前・期間・階層・いちばん上の項目</p>
      <Form action={rebasingPath.branches(plan)} refusal={refusal}>
        <Carried form={visit.form} asked={isOfStart} />
        <HeadFields order={order} refusal={refusal} thisYear={fiscalYearOf(visit.ctx.clock.today())} />
        <GoalFields order={order} refusal={refusal} />
        <fieldset className="field">
          <legend className="field-label">階層</legend>
          <LevelTable levels={order.levels} refusal={refusal} />
        </fieldset>
        <p className="actions">
          <button className="button">次へ：もとの項目の行き先</button>
          <a href={addressOf.plan(plan)}>やめて戻る</a>
        </p>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

interface FieldsProps {
  readonly order: RebasingOrder;
  readonly refusal: Refusal | undefined;
}

interface HeadProps extends FieldsProps {
  /** Years to choose from lie around it where what was entered is none. */
  readonly thisYear: number;
}

function HeadFields({ order, refusal, thisYear }: HeadProps): ReactNode {
  const kinds = Object.entries(planKindLabels).map(([value, label]) => ({ value, label }));
  return (
    <>
      <TextField name="name" label="新しい計画の名前" value={order.name} required refusal={refusal} />
      <SelectField name="kind" label="種別" value={order.kind} options={kinds} required refusal={refusal} />
      <div className="field-row">
        <YearField name="startYear" label="始まりの年度" order={order} refusal={refusal} thisYear={thisYear} />
        <YearField name="endYear" label="終わりの年度" order={order} refusal={refusal} thisYear={thisYear} />
      </div>
      <TextField
        name="slug"
        label="アドレスの言葉"
        value={order.slug}
        required
        short
        hint="公開ページのアドレス（/plan/◯◯）になります。半角の英小文字・数字・ハイフンで入力します。"
        refusal={refusal}
      />
      <TextArea name="vision" label="将来都市像" value={order.vision} rows={2} refusal={refusal} />
    </>
  );
}

function YearField({
  name,
  label,
  order,
  refusal,
  thisYear,
}: HeadProps & { readonly name: "startYear" | "endYear"; readonly label: string }): ReactNode {
  const middle = isPlanYear(order[name]) ? order[name] : thisYear;
  const options = Array.from({ length: 31 }, (_, index) => middle - 15 + index).map((year) => ({
    value: String(year),
    label: `${fiscalYearLabel(year)}（${year}年度）`,
  }));
  return <SelectField name={name} label={label} value={order[name]} options={options} required refusal={refusal} />;
}

const spareGoals = 3;

function GoalFields({ order, refusal }: FieldsProps): ReactNode {
  const rows = [...order.goals, ...Array.from({ length: spareGoals }, () => ({ title: "", keyword: "" }))];
  const error = refusal?.fields?.["goals"];
  return (
    <fieldset className="field" id="goals">
      <legend className="field-label">いちばん上の項目（{order.levels[0]?.name ?? "基本目標"}）</legend>
      <p className="field-hint">
        新しい計画の並びの順に入力します。もとの計画の名前が入っています。変える、消す、加えることができます。
      </p>
      {error && <p className="field-error">{error}</p>}
      <ol className="list-plain mt-2 grid gap-2">
        {rows.map((goal, index) => (
          <li key={index} className="flex flex-wrap items-center gap-3">
            <span className="w-8 text-right">{index + 1}</span>
            <input
              className="input min-w-64 flex-1"
              id={`goal-${index + 1}`}
              name="goalTitle"
              aria-label={`${index + 1}番目の項目の名前`}
              defaultValue={goal.title}
            />
            <input
              className="input !w-48"
              name="goalKeyword"
              aria-label={`${index + 1}番目の項目のキーワード`}
              placeholder="キーワード"
              defaultValue={goal.keyword}
            />
          </li>
        ))}
      </ol>
    </fieldset>
  );
}
