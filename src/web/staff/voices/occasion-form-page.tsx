import { divisionsOn } from "#domain/identity/index.ts";
import { listPlans } from "#domain/plan/index.ts";
import {
  channelLabels,
  editOccasion,
  enteredChannels,
  occasionById,
  startOccasion,
  usualDuty,
  type OccasionWords,
} from "#domain/voices/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice, SelectField, TextField } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, ledgerCrumb, occasionsCrumb } from "./addresses.ts";
import { DayFields, DivisionField, DutyFields, occasionIn } from "./occasion-fields.tsx";

/** A new occasion on a channel whose voices staff enter. */
export async function showNewOccasion(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, form } = visit;
  const today = ctx.clock.today();
  const usual = { title: "", divisionId: null, duty: usualDuty.survey, opensOn: today, closesOn: null };
  const words: OccasionWords = refusal ? occasionIn(form) : { ...usual, voiceYears: 5, senderYears: 1 };
  const plans = await listPlans(ctx);
  return page(
    <StaffPage visit={visit} title="聴取の機会を作る" crumbs={[ledgerCrumb, occasionsCrumb]}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Form action={addressOf.newOccasion}>
        <SelectField
          name="channel"
          label="経路"
          hint="意見募集・懇談会・ワークショップ・提案の募集は「意見募集など」で作ります。"
          options={enteredChannels.map((channel) => ({ value: channel, label: channelLabels[channel] }))}
          value={text(form, "channel") || "survey"}
          refusal={refusal}
        />
        <SelectField
          name="planId"
          label="計画"
          options={plans.map(({ id, name }) => ({ value: id, label: name }))}
          value={text(form, "planId")}
          refusal={refusal}
        />
        <TextField
          name="title"
          label="名前"
          hint="例：令和8年度市民アンケート"
          value={words.title}
          required
          refusal={refusal}
        />
        <DayFields words={words} refusal={refusal} />
        <DivisionField words={words} refusal={refusal} divisions={await divisionsOn(ctx, today)} />
        <DutyFields words={words} refusal={refusal} />
        <p className="actions">
          <button className="button">作る</button>
          <a className="button button-quiet" href={addressOf.occasions}>
            やめる
          </a>
        </p>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

export async function makeOccasion(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const channel = enteredChannels.find((each) => each === text(form, "channel")) ?? "survey";
  const made = await startOccasion(ctx, { ...occasionIn(form), channel, planId: text(form, "planId") });
  return made.ok ? onwards(addressOf.occasions, "saved") : showNewOccasion(visit, made.refusal);
}

/** An occasion that was made here, to correct. @throws NotFound */
export async function showOccasion(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, form, params } = visit;
  const occasion = await occasionById(ctx, params["occasion"] ?? "");
  const words: OccasionWords = refusal ? occasionIn(form) : occasion;
  return page(
    <StaffPage visit={visit} title={occasion.title} crumbs={[ledgerCrumb, occasionsCrumb]}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <p className="mb-4">経路：{channelLabels[occasion.channel]}</p>
      <Form action={addressOf.occasion(occasion.id)}>
        <input type="hidden" name="version" value={occasion.version} />
        <TextField name="title" label="名前" value={words.title} required refusal={refusal} />
        <DayFields words={words} refusal={refusal} />
        <DivisionField words={words} refusal={refusal} divisions={await divisionsOn(ctx, ctx.clock.today())} />
        <DutyFields words={words} refusal={refusal} />
        <p className="actions">
          <button className="button">保存する</button>
          <a className="button button-quiet" href={addressOf.occasions}>
            やめる
          </a>
        </p>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

export async function saveOccasion(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const input = { ...occasionIn(form), id: params["occasion"] ?? "", version: Number(text(form, "version")) };
  const saved = await editOccasion(ctx, input);
  return saved.ok ? onwards(addressOf.occasions, "saved") : showOccasion(visit, saved.refusal);
}
