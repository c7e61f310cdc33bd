import type { ReactNode } from "react";
import type { Ctx } from "#domain/audit/index.ts";
import { divisionsOn } from "#domain/identity/index.ts";
import { planBySlug, planPayload, planSnapshot, type PlanWithLevels } from "#domain/plan/index.ts";
import {
  opennessLabels,
  prepare,
  type Openness,
  type Published,
  type VersionWords,
} from "#domain/publication/index.ts";
import { refuse, type Refusal, type Result } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Choices, Form, SelectField, TextArea, TextField } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, listCrumb } from "./addresses.ts";
import { atVersionField, contactOf } from "./version-form.tsx";

/** What the form holds. */
interface Entered {
  readonly label: string;
  readonly openness: string;
  readonly divisionId: string;
  readonly note: string;
}

const nothingToPublish: Refusal = {
  code: "nothingToPublish",
  message: "公開する項目がまだありません。",
  remedy: "施策体系に項目を加えるか、Excelから取り込んでから、もう一度準備してください。",
};

const opennessMissing: Refusal = {
  code: "opennessMissing",
  message: "公開の段階を選んでください。",
  fields: { openness: "公開の段階を選んでください。" },
};

export async function showPreparation(visit: Visit): Promise<Response> {
  const plan = await planBySlug(visit.ctx, visit.query.get("plan") ?? "");
  const entered = { label: "", openness: "", divisionId: plan.divisionId ?? "", note: "" };
  return page(await preparationPage(visit, { plan, entered }));
}

/** Puts the plan aside as it stands now, and leads to the page where it is checked. */
export async function prepareCandidate(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const plan = await planBySlug(ctx, text(form, "plan"));
  const entered: Entered = {
    label: text(form, "label"),
    openness: text(form, "openness"),
    divisionId: text(form, "divisionId"),
    note: text(form, "note"),
  };
  const prepared = await preparePlan(ctx, plan, entered);
  if (!prepared.ok) return page(await preparationPage(visit, { plan, entered, refusal: prepared.refusal }), 422);
  return onwards(addressOf.candidate(prepared.value.id));
}

async function preparePlan(ctx: Ctx, plan: PlanWithLevels, entered: Entered): Promise<Result<Published>> {
  const { label, openness, note } = entered;
  if (openness !== "discussion" && openness !== "decided") return refuse(opennessMissing);
  const payload = await planSnapshot(ctx, plan.id);
  if (payload.nodes.length === 0) return refuse(nothingToPublish);
  const division = (await divisionsOn(ctx, ctx.clock.today())).find(({ id }) => id === entered.divisionId);
  const words: VersionWords = {
    label,
    openness,
    note,
    divisionName: division?.path ?? "",
    divisionContact: division ? contactOf(division) : "",
  };
  const result = await prepare(ctx, { kind: planPayload, reference: plan.slug, payload, ...words });
  return result.ok ? result : refuse(atVersionField(result.refusal));
}

interface PreparationProps {
  readonly plan: PlanWithLevels;
  readonly entered: Entered;
  readonly refusal?: Refusal;
}

async function preparationPage(visit: Visit, { plan, entered, refusal }: PreparationProps) {
  const divisions = await divisionsOn(visit.ctx, visit.ctx.clock.today());
  return (
    <StaffPage visit={visit} title={`公開の準備：${plan.name}`} crumbs={[listCrumb]}>
      <p className="prose mb-6">
        次のページで、公開されるとおりの画面と、いま公開している版から変わるところを確かめられます。まだ公開はされません。
      </p>
      <Form action={addressOf.candidates} refusal={refusal}>
        <input type="hidden" name="plan" value={plan.slug} />
        <TextField
          name="label"
          label="版の名前"
          hint="例：素案、パブリックコメント版、令和9年3月策定版"
          value={entered.label}
          required
          refusal={refusal}
        />
        <OpennessField entered={entered} refusal={refusal} />
        <SelectField
          name="divisionId"
          label="問い合わせ先の課"
          hint="市民のページのすべてに、課の名前と、登録されている電話・メールが出ます。"
          options={divisions.map(({ id, path }) => ({ value: id, label: path }))}
          blank="選んでください"
          value={entered.divisionId}
          required
          refusal={refusal}
        />
        <TextArea
          name="note"
          label="この版についての説明"
          hint="変わったことなどを短く。市民に公開されます。個人の情報は書かないでください。"
          rows={3}
          value={entered.note}
          refusal={refusal}
        />
        <p className="actions">
          <button className="button">公開前の確認へ進む</button>
          <a className="button button-quiet" href={addressOf.list}>
            やめる
          </a>
        </p>
      </Form>
    </StaffPage>
  );
}

const opennessHints: Readonly<Record<Openness, string>> = {
  discussion:
    "会議の資料や案など、決まる前のもの。すべてのページに「未確定」と出ます。公表した版があれば、そのまま残ります。",
  decided: "決まったもの。これまでの版に替わって、市民のページに出ます。",
};

function OpennessField({
  entered,
  refusal,
}: {
  readonly entered: Entered;
  readonly refusal: Refusal | undefined;
}): ReactNode {
  const options = (["discussion", "decided"] as const).map((value) => ({
    value,
    label: opennessLabels[value],
    hint: opennessHints[value],
  }));
  return (
    <Choices
      name="openness"
      label="公開の段階"
      options={options}
      chosen={[entered.openness]}
      required
      refusal={refusal}
    />
  );
}
