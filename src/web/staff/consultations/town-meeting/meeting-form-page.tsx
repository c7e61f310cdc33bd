import {
  consultationBySlug,
  createMeeting,
  editMeeting,
  meetingPage,
  type AllWords,
  type MeetingWords,
} from "#domain/consultations/index.ts";
import { usualDuty } from "#domain/voices/index.ts";
import { addDays } from "#kernel/day.ts";
import { parseJapaneseNumber } from "#kernel/japanese-number.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards } from "#web/answer.tsx";
import { Choices, TextArea, TextField } from "#web/ui/forms.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "../addresses.ts";
import { commonIn, commonOf } from "../entered.ts";
import { editFormPage, newFormPage, usualWords } from "../form-frame.tsx";
import { meetingAddress } from "./addresses.ts";

const usualMeeting: MeetingWords = {
  purpose: "",
  programme: "1 あいさつ\n2 計画の案の説明\n3 意見交換",
  eligibility: "市内に住む人、市内で働く人・学ぶ人。どの会場にも参加できます。",
  howToApply: "このページ、電話、窓口で申し込めます。",
  acceptsWeb: true,
  keepDays: 30,
};

interface Entered {
  readonly words: AllWords;
  readonly meeting: MeetingWords;
  readonly refusal?: Refusal;
}

/** A new town meeting, its usual words filled in. */
export async function showNewMeeting(visit: Visit): Promise<Response> {
  const opensOn = addDays(visit.ctx.clock.today(), 21);
  const words = usualWords({ duty: usualDuty.townMeeting, opensOn, closesOn: addDays(opensOn, 9) });
  return newPage(visit, { words, meeting: usualMeeting });
}

function newPage(visit: Visit, { words, meeting, refusal }: Entered): Promise<Response> {
  const about = { title: "まちづくり懇談会を作る", thing: "懇談会", onPlan: "計画について開きます" };
  const fields = <MeetingFields meeting={meeting} refusal={refusal} />;
  return newFormPage(visit, { ...about, action: meetingAddress.create, words, refusal, fields });
}

export async function makeMeeting(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const [words, meeting] = [commonIn(form), meetingIn(form)];
  const made = await createMeeting(ctx, { ...words, meeting, planId: text(form, "planId") });
  if (!made.ok) return newPage(visit, { words, meeting, refusal: made.refusal });
  return onwards(addressOf.consultation(words.slug), "created");
}

export async function showMeetingForm(visit: Visit): Promise<Response> {
  const consultation = await consultationBySlug(visit.ctx, visit.params["slug"] ?? "");
  const { words: meeting } = await meetingPage(visit.ctx, consultation.id);
  return editPage(visit, { words: commonOf(consultation), meeting });
}

async function editPage(visit: Visit, { words, meeting, refusal }: Entered): Promise<Response> {
  const consultation = await consultationBySlug(visit.ctx, visit.params["slug"] ?? "");
  const fields = <MeetingFields meeting={meeting} refusal={refusal} />;
  const version = text(visit.form, "version") || consultation.version;
  const action = meetingAddress.words(consultation.slug);
  return editFormPage(visit, { title: "懇談会の内容を書く", consultation, version, action, words, refusal, fields });
}

export async function saveMeetingForm(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const { id } = await consultationBySlug(ctx, visit.params["slug"] ?? "");
  const [words, meeting] = [commonIn(form), meetingIn(form)];
  const saved = await editMeeting(ctx, { ...words, meeting, id, version: Number(text(form, "version")) });
  if (!saved.ok) return editPage(visit, { words, meeting, refusal: saved.refusal });
  return onwards(addressOf.consultation(words.slug), "saved");
}

function meetingIn(form: FormData): MeetingWords {
  return {
    purpose: text(form, "purpose"),
    programme: text(form, "programme"),
    eligibility: text(form, "eligibility"),
    howToApply: text(form, "howToApply"),
    acceptsWeb: text(form, "acceptsWeb") === "yes",
    keepDays: parseJapaneseNumber(text(form, "keepDays"))?.value ?? Number.NaN,
  };
}

interface FieldsProps {
  readonly meeting: MeetingWords;
  readonly refusal: Refusal | undefined;
}

function MeetingFields({ meeting, refusal }: FieldsProps) {
  const common = { refusal };
  return (
    <>
      <TextArea {...common} name="purpose" label="趣旨" rows={4} value={meeting.purpose} required />
      <TextArea {...common} name="programme" label="次第" rows={4} value={meeting.programme} />
      <TextArea {...common} name="eligibility" label="参加できる人" rows={2} value={meeting.eligibility} />
      <TextArea
        {...common}
        name="howToApply"
        label="申込みの方法"
        hint="電話番号、窓口、締切など。公開ページに載ります。"
        rows={3}
        value={meeting.howToApply}
      />
      <Choices
        {...common}
        name="acceptsWeb"
        label="公開ページでの申込み"
        kind="checkbox"
        chosen={meeting.acceptsWeb ? ["yes"] : []}
        options={[{ value: "yes", label: "公開ページから申し込めるようにする" }]}
      />
      <TextField
        {...common}
        name="keepDays"
        label="申し込んだ人の情報を残す日数"
        hint="開催日から数えます。過ぎたものは、懇談会のページで消去します。公開ページにも書かれます。"
        inputMode="numeric"
        short
        value={Number.isNaN(meeting.keepDays) ? "" : meeting.keepDays}
      />
    </>
  );
}
