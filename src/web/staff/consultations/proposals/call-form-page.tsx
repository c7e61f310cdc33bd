import type { ReactNode } from "react";
import {
  announcementOf,
  askingLabels,
  askings,
  callOf,
  consultationBySlug,
  createCall,
  editCall,
  lastDayOf,
  moderationLabels,
  moderations,
  usualRules,
  type AllWords,
  type IdeaCall,
} from "#domain/consultations/index.ts";
import { planOutline } from "#domain/plan/index.ts";
import { addDays } from "#kernel/day.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards } from "#web/answer.tsx";
import { Choices, SelectField, TextArea, type Option } from "#web/ui/forms.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { addressOf } from "../addresses.ts";
import { commonIn, commonOf } from "../entered.ts";
import { editFormPage, newFormPage, usualWords } from "../form-frame.tsx";
import { proposalAddress } from "./addresses.ts";

const emptyCall: IdeaCall = {
  theme: "",
  eligibility: "市内に住む人、働く人、学ぶ人、市内で活動する事業者や団体",
  rules: usualRules.join("\n"),
  moderation: "before",
  twoPersons: false,
  nameAsking: "optional",
  nodeId: null,
};

interface Entered {
  readonly words: AllWords;
  readonly call: IdeaCall;
  readonly refusal?: Refusal;
}

const usualDays = 60;

/** A new idea call, its usual words filled in. */
export async function showNewCall(visit: Visit): Promise<Response> {
  const opensOn = addDays(visit.ctx.clock.today(), 7);
  const words = usualWords({ duty: "answer", opensOn, closesOn: lastDayOf(opensOn, usualDays) });
  return newPage(visit, { words, call: emptyCall });
}

function newPage(visit: Visit, { words, call, refusal }: Entered): Promise<Response> {
  const about = { title: "提案の募集を作る", thing: "提案の募集", onPlan: "計画について行います" };
  const fields = <CallFields call={call} refusal={refusal} parts={[]} />;
  return newFormPage(visit, { ...about, action: proposalAddress.newCall, words, refusal, fields });
}

export async function makeCall(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const [words, call] = [commonIn(form), callIn(form)];
  const made = await createCall(ctx, { ...words, call, planId: text(form, "planId") });
  if (!made.ok) return newPage(visit, { words, call, refusal: made.refusal });
  return onwards(addressOf.consultation(words.slug), "created");
}

export async function showCallForm(visit: Visit): Promise<Response> {
  const consultation = await consultationBySlug(visit.ctx, visit.params["slug"] ?? "");
  return editPage(visit, { words: commonOf(consultation), call: await callOf(visit.ctx, consultation.id) });
}

async function editPage(visit: Visit, { words, call, refusal }: Entered): Promise<Response> {
  const { ctx } = visit;
  const consultation = await consultationBySlug(ctx, visit.params["slug"] ?? "");
  const { slug, occasion, version } = consultation;
  const daysAreFixed = (await announcementOf(ctx, consultation)) !== undefined;
  const fields = <CallFields call={call} refusal={refusal} parts={await partsOf(visit, occasion.planId)} />;
  const about = { title: "募集の内容を書く", consultation, version, daysAreFixed };
  return editFormPage(visit, { ...about, action: proposalAddress.call(slug), words, refusal, fields });
}

export async function saveCallForm(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const { id } = await consultationBySlug(ctx, visit.params["slug"] ?? "");
  const [words, call] = [commonIn(form), callIn(form)];
  const saved = await editCall(ctx, { ...words, call, id, version: Number(text(form, "version")) });
  if (!saved.ok) return editPage(visit, { words, call, refusal: saved.refusal });
  return onwards(addressOf.consultation(words.slug), "saved");
}

function callIn(form: FormData): IdeaCall {
  return {
    theme: text(form, "theme"),
    eligibility: text(form, "eligibility"),
    rules: text(form, "rules").replace(/\r\n?/g, "\n"),
    moderation: moderations.find((each) => each === text(form, "moderation")) ?? "before",
    twoPersons: texts(form, "twoPersons").length > 0,
    nameAsking: askings.find((each) => each === text(form, "nameAsking")) ?? "optional",
    nodeId: text(form, "nodeId") || null,
  };
}

/** Parts of the plan to which a call may be narrowed. */
async function partsOf({ ctx }: Visit, planId: string): Promise<Option[]> {
  return (await planOutline(ctx, planId)).map(({ id, code, title, depth }) => ({
    value: id,
    label: `${"　".repeat(depth - 1)}${code} ${title}`,
  }));
}

interface FieldsProps {
  readonly call: IdeaCall;
  readonly refusal: Refusal | undefined;
  readonly parts: readonly Option[];
}

/** What an idea call asks of who makes it. */
function CallFields({ call, refusal, parts }: FieldsProps): ReactNode {
  return (
    <>
      <TextArea name="theme" label="募集するテーマ" rows={4} value={call.theme} required refusal={refusal} />
      {parts.length > 0 && (
        <SelectField
          name="nodeId"
          label="対象"
          hint="一部に絞ると、その中の施策から選んで提案してもらいます。"
          blank="計画の全体"
          value={call.nodeId ?? ""}
          options={parts}
        />
      )}
      <TextArea name="eligibility" label="提案できる人" rows={2} value={call.eligibility} required refusal={refusal} />
      <Choices
        name="moderation"
        label="公開のしかた"
        options={[
          {
            value: "before",
            label: moderationLabels.before,
            hint: "職員が受け入れるまで、何も公開されません。",
          },
          {
            value: "after",
            label: moderationLabels.after,
            hint: "個人の情報が見つからず、同じ文面もないものは、届いたらすぐに公開されます。機械では見つからない氏名などが、確かめるまで公開されることがあります。",
          },
        ]}
        chosen={[call.moderation]}
      />
      <Choices
        name="twoPersons"
        label="確認"
        kind="checkbox"
        refusal={refusal}
        options={[{ value: "yes", label: "公開の前に、二人で確かめる" }]}
        chosen={call.twoPersons ? ["yes"] : []}
      />
      <TextArea
        name="rules"
        label="公開しないものの基準"
        hint="1行に1つ。募集のページに載り、公開しないときは、ここから理由を選びます。"
        rows={5}
        value={call.rules}
        required
        refusal={refusal}
      />
      <SelectField
        name="nameAsking"
        label="氏名"
        hint="氏名は公開されません。"
        options={askings.map((asking) => ({ value: asking, label: askingLabels[asking] }))}
        value={call.nameAsking}
      />
    </>
  );
}
