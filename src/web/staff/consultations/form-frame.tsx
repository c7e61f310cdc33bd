import type { ReactNode } from "react";
import type { AllWords, Consultation } from "#domain/consultations/index.ts";
import { divisionsOn } from "#domain/identity/index.ts";
import { listPlans } from "#domain/plan/index.ts";
import type { Duty } from "#domain/voices/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { page } from "#web/answer.tsx";
import { Form, SelectField } from "#web/ui/forms.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, consultationCrumbs, homeCrumb } from "./addresses.ts";
import { CommonFields } from "./common-fields.tsx";

/** The common words of a new consultation of any kind, before anybody typed. */
export function usualWords(usual: {
  readonly duty: Duty;
  readonly opensOn: string;
  readonly closesOn: string;
}): AllWords {
  return { ...usual, slug: "", summary: "", contact: "", title: "", divisionId: null, voiceYears: 5, senderYears: 1 };
}

interface FormFrame {
  readonly title: string;
  readonly action: string;
  readonly words: AllWords;
  readonly refusal: Refusal | undefined;
  /** The fields of the kind. */
  readonly fields: ReactNode;
}

interface NewFrame extends FormFrame {
  /** What is made: 「懇談会」. */
  readonly thing: string;
  /** What it does with a plan: 「計画について開きます」. */
  readonly onPlan: string;
}

/** The page on which a consultation is made: its plan, the common words, those of its kind. */
export async function newFormPage(visit: Visit, frame: NewFrame): Promise<Response> {
  const { title, thing, onPlan, action, refusal } = frame;
  const plans = await listPlans(visit.ctx);
  return page(
    <StaffPage visit={visit} title={title} crumbs={[homeCrumb]}>
      {plans.length === 0 ? (
        <Empty title="計画がまだありません">
          <p>
            {thing}は{onPlan}。先に<a href="/staff/plans">計画</a>を作ります。
          </p>
        </Empty>
      ) : (
        <Form action={action} refusal={refusal}>
          <SelectField
            name="planId"
            label="計画"
            options={plans.map(({ id, name }) => ({ value: id, label: name }))}
            value={text(visit.form, "planId") || (plans[0]?.id ?? "")}
            required
          />
          <Fields divisions={await divisionsToday(visit)} frame={frame} />
          <p className="actions">
            <button className="button">{thing}を作る</button>
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

interface EditFrame extends FormFrame {
  readonly consultation: Pick<Consultation, "slug" | "occasion">;
  /** The version that the person saw. */
  readonly version: number | string;
  /** Once it is announced, its days are changed with a reason and on another page. */
  readonly daysAreFixed?: boolean;
}

/** The page on which the words of a consultation are changed. */
export async function editFormPage(visit: Visit, frame: EditFrame): Promise<Response> {
  const { title, consultation, action, version, daysAreFixed, refusal } = frame;
  const { slug, occasion } = consultation;
  return page(
    <StaffPage visit={visit} title={title} crumbs={consultationCrumbs({ slug, title: occasion.title })}>
      <Form action={action} refusal={refusal}>
        <input type="hidden" name="version" value={version} />
        <Fields divisions={await divisionsToday(visit)} frame={frame} daysAreFixed={daysAreFixed ?? false} />
        <p className="actions">
          <button className="button">保存する</button>
        </p>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

type Divisions = Awaited<ReturnType<typeof divisionsToday>>;

function divisionsToday({ ctx }: Visit) {
  return divisionsOn(ctx, ctx.clock.today());
}

interface FieldsProps {
  readonly divisions: Divisions;
  readonly frame: FormFrame;
  readonly daysAreFixed?: boolean;
}

function Fields({ divisions, frame: { words, refusal, fields }, daysAreFixed = false }: FieldsProps): ReactNode {
  return (
    <>
      <CommonFields words={words} divisions={divisions} refusal={refusal} daysAreFixed={daysAreFixed} />
      {fields}
    </>
  );
}
