import {
  consultationBySlug,
  createWorkshop,
  editWorkshop,
  workshopPage,
  type AllWords,
  type WorkshopWords,
} from "#domain/consultations/index.ts";
import { divisionsOn } from "#domain/identity/index.ts";
import { listPlans } from "#domain/plan/index.ts";
import { usualDuty } from "#domain/voices/index.ts";
import { addDays } from "#kernel/day.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, SelectField, TextArea } from "#web/ui/forms.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, consultationCrumbs, homeCrumb } from "../addresses.ts";
import { CommonFields } from "../common-fields.tsx";
import { commonIn, commonOf } from "../entered.ts";
import { workshopAddress } from "./addresses.ts";

const usualWorkshop: WorkshopWords = {
  purpose: "",
  eligibility: "市内に住む人、市内で働く人・学ぶ人",
  howToApply: "",
  nextSteps: "出された意見は、計画の案をつくる資料にします。どう生かしたかは、このページでお知らせします。",
};

interface Entered {
  readonly words: AllWords;
  readonly workshop: WorkshopWords;
  readonly refusal?: Refusal;
}

/** A new workshop, its usual words filled in. */
export async function showNewWorkshop(visit: Visit): Promise<Response> {
  const opensOn = addDays(visit.ctx.clock.today(), 21);
  const words: AllWords = {
    opensOn,
    closesOn: addDays(opensOn, 60),
    slug: "",
    summary: "",
    contact: "",
    title: "",
    divisionId: null,
    duty: usualDuty.workshop,
    voiceYears: 5,
    senderYears: 1,
  };
  return newPage(visit, { words, workshop: usualWorkshop });
}

async function newPage(visit: Visit, { words, workshop, refusal }: Entered): Promise<Response> {
  const { ctx, form } = visit;
  const plans = await listPlans(ctx);
  return page(
    <StaffPage visit={visit} title="ワークショップを作る" crumbs={[homeCrumb]}>
      {plans.length === 0 ? (
        <Empty title="計画がまだありません">
          <p>
            ワークショップは計画について開きます。先に<a href="/staff/plans">計画</a>を作ります。
          </p>
        </Empty>
      ) : (
        <Form action={workshopAddress.create} refusal={refusal}>
          <SelectField
            name="planId"
            label="計画"
            options={plans.map(({ id, name }) => ({ value: id, label: name }))}
            value={text(form, "planId") || (plans[0]?.id ?? "")}
            required
          />
          <CommonFields words={words} divisions={await divisionsOn(ctx, ctx.clock.today())} refusal={refusal} />
          <WorkshopFields workshop={workshop} refusal={refusal} />
          <p className="actions">
            <button className="button">ワークショップを作る</button>
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

export async function makeWorkshop(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const [words, workshop] = [commonIn(form), workshopIn(form)];
  const made = await createWorkshop(ctx, { ...words, workshop, planId: text(form, "planId") });
  if (!made.ok) return newPage(visit, { words, workshop, refusal: made.refusal });
  return onwards(addressOf.consultation(words.slug), "created");
}

export async function showWorkshopForm(visit: Visit): Promise<Response> {
  const consultation = await consultationBySlug(visit.ctx, visit.params["slug"] ?? "");
  const { words: workshop } = await workshopPage(visit.ctx, consultation.id);
  return editPage(visit, { words: commonOf(consultation), workshop });
}

async function editPage(visit: Visit, { words, workshop, refusal }: Entered): Promise<Response> {
  const { ctx, form } = visit;
  const { slug, version, occasion } = await consultationBySlug(ctx, visit.params["slug"] ?? "");
  return page(
    <StaffPage
      visit={visit}
      title="ワークショップの内容を書く"
      crumbs={consultationCrumbs({ slug, title: occasion.title })}
    >
      <Form action={workshopAddress.words(slug)} refusal={refusal}>
        <input type="hidden" name="version" value={text(form, "version") || version} />
        <CommonFields words={words} divisions={await divisionsOn(ctx, ctx.clock.today())} refusal={refusal} />
        <WorkshopFields workshop={workshop} refusal={refusal} />
        <p className="actions">
          <button className="button">保存する</button>
        </p>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

export async function saveWorkshopForm(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const { id } = await consultationBySlug(ctx, visit.params["slug"] ?? "");
  const [words, workshop] = [commonIn(form), workshopIn(form)];
  const saved = await editWorkshop(ctx, { ...words, workshop, id, version: Number(text(form, "version")) });
  if (!saved.ok) return editPage(visit, { words, workshop, refusal: saved.refusal });
  return onwards(addressOf.consultation(words.slug), "saved");
}

function workshopIn(form: FormData): WorkshopWords {
  return {
    purpose: text(form, "purpose"),
    eligibility: text(form, "eligibility"),
    howToApply: text(form, "howToApply"),
    nextSteps: text(form, "nextSteps"),
  };
}

interface FieldsProps {
  readonly workshop: WorkshopWords;
  readonly refusal: Refusal | undefined;
}

function WorkshopFields({ workshop, refusal }: FieldsProps) {
  const common = { refusal };
  return (
    <>
      <TextArea {...common} name="purpose" label="趣旨" rows={4} value={workshop.purpose} required />
      <TextArea {...common} name="eligibility" label="参加できる人" rows={2} value={workshop.eligibility} />
      <TextArea
        {...common}
        name="howToApply"
        label="申込みの方法"
        hint="電話番号、窓口、締切など。公開ページに載ります。"
        rows={3}
        value={workshop.howToApply}
      />
      <TextArea
        {...common}
        name="nextSteps"
        label="これからの予定"
        hint="かわら版と公開ページの終わりに載ります。"
        rows={3}
        value={workshop.nextSteps}
      />
    </>
  );
}
