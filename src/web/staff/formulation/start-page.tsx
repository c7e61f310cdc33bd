import { beginFormulation, type FormulationHead } from "#domain/formulation/index.ts";
import { planBySlug, type Plan } from "#domain/plan/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf, homeCrumb } from "./addresses.ts";
import { headIn, HeadFields } from "./head-fields.tsx";

export async function showStart(visit: Visit): Promise<Response> {
  const plan = await planOf(visit);
  const head = {
    title: `${plan.name} 策定方針`,
    review: "whole",
    reviewReason: "",
    resolution: "none",
    ordinance: "",
  } as const;
  return startPage(visit, plan, { head });
}

export async function begin(visit: Visit): Promise<Response> {
  const plan = await planOf(visit);
  const head = headIn(visit.form);
  const done = await beginFormulation(visit.ctx, plan.id, head);
  return done.ok
    ? onwards(addressOf.policy(plan.slug), "created")
    : startPage(visit, plan, { head, refusal: done.refusal });
}

async function planOf({ ctx, params }: Visit): Promise<Plan> {
  return planBySlug(ctx, params["plan"] ?? "");
}

interface Entered {
  readonly head: FormulationHead;
  readonly refusal?: Refusal;
}

function startPage(visit: Visit, plan: Plan, { head, refusal }: Entered): Response {
  return page(
    <StaffPage visit={visit} title="策定を始める" crumbs={[homeCrumb]}>
      <p className="prose mb-6">
        「{plan.name}
        」の策定を始めます。策定方針の項目、体制、市民参加の手法、段階は、よくある形が入ります。どれもあとから直せます。
      </p>
      <Form action={addressOf.start(plan.slug)} refusal={refusal}>
        <HeadFields head={head} refusal={refusal} />
        <p className="actions">
          <button className="button">策定を始める</button>
        </p>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}
