import {
  consultationBySlug,
  createWorkshop,
  editWorkshop,
  workshopPage,
  type AllWords,
  type WorkshopWords,
} from "#domain/consultations/index.ts";
import { usualDuty } from "#domain/voices/index.ts";
import { addDays } from "#kernel/day.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards } from "#web/answer.tsx";
import { TextArea } from "#web/ui/forms.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "../addresses.ts";
import { commonIn, commonOf } from "../entered.ts";
import { editFormPage, newFormPage, usualWords } from "../form-frame.tsx";
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
  const words = usualWords({ duty: usualDuty.workshop, opensOn, closesOn: addDays(opensOn, 60) });
  return newPage(visit, { words, workshop: usualWorkshop });
}

function newPage(visit: Visit, { words, workshop, refusal }: Entered): Promise<Response> {
  const about = { title: "ワークショップを作る", thing: "ワークショップ", onPlan: "計画について開きます" };
  const fields = <WorkshopFields workshop={workshop} refusal={refusal} />;
  return newFormPage(visit, { ...about, action: workshopAddress.create, words, refusal, fields });
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
  const consultation = await consultationBySlug(visit.ctx, visit.params["slug"] ?? "");
  const fields = <WorkshopFields workshop={workshop} refusal={refusal} />;
  const version = text(visit.form, "version") || consultation.version;
  const action = workshopAddress.words(consultation.slug);
  const title = "ワークショップの内容を書く";
  return editFormPage(visit, { title, consultation, version, action, words, refusal, fields });
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
