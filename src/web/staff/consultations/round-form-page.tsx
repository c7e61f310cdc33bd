import {
  announcementOf,
  consultationBySlug,
  createRound,
  editRound,
  lastDayOf,
  leastDays,
  roundOf,
  usualQuestions,
  type AllWords,
  type RoundWords,
} from "#domain/consultations/index.ts";
import { divisionsOn } from "#domain/identity/index.ts";
import { listPlans } from "#domain/plan/index.ts";
import { addDays } from "#kernel/day.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, SelectField } from "#web/ui/forms.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, consultationCrumbs, homeCrumb } from "./addresses.ts";
import { CommonFields } from "./common-fields.tsx";
import { commonIn, commonOf, roundIn } from "./entered.ts";
import { RoundFields } from "./round-fields.tsx";

const emptyRound: RoundWords = {
  purpose: "",
  eligibility:
    "市内に住む人、市内で働く人・学ぶ人、市内に事務所や事業所のある人・法人・団体、この計画に利害関係のある人",
  methods: "市のホームページの入力フォーム、郵送、ファックス、電子メール、窓口への提出のいずれかでお送りください。",
  destination: "",
  notes: "電話と口頭では受け付けません。個別の回答はできないことがあります。",
  publicationWay: "いただいた意見の概要と市の考え方を、このサイトで公表します。氏名、住所、連絡先は公表しません。",
  viewingPlaces: "",
  shortPeriodReason: "",
  acceptsWeb: true,
  acceptsFiles: true,
  questions: usualQuestions,
};

/** A new round, its usual words filled in. */
export async function showNewRound(visit: Visit): Promise<Response> {
  const opensOn = addDays(visit.ctx.clock.today(), 7);
  const words: AllWords = {
    slug: "",
    summary: "",
    contact: "",
    title: "",
    divisionId: null,
    duty: "answer",
    opensOn,
    closesOn: lastDayOf(opensOn, leastDays),
    voiceYears: 5,
    senderYears: 1,
  };
  return newPage(visit, { words, round: emptyRound });
}

interface Entered {
  readonly words: AllWords;
  readonly round: RoundWords;
  readonly refusal?: Refusal;
}

async function newPage(visit: Visit, { words, round, refusal }: Entered): Promise<Response> {
  const { ctx, form } = visit;
  const plans = await listPlans(ctx);
  return page(
    <StaffPage visit={visit} title="意見募集を作る" crumbs={[homeCrumb]}>
      {plans.length === 0 ? (
        <Empty title="計画がまだありません">
          <p>
            意見募集は計画について行います。先に<a href="/staff/plans">計画</a>を作ります。
          </p>
        </Empty>
      ) : (
        <Form action={addressOf.newRound} refusal={refusal}>
          <SelectField
            name="planId"
            label="計画"
            options={plans.map(({ id, name }) => ({ value: id, label: name }))}
            value={text(form, "planId") || (plans[0]?.id ?? "")}
            required
          />
          <CommonFields words={words} divisions={await divisionsOn(ctx, ctx.clock.today())} refusal={refusal} />
          <RoundFields round={round} refusal={refusal} />
          <p className="actions">
            <button className="button">意見募集を作る</button>
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

export async function makeRound(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const [words, round] = [commonIn(form), roundIn(form)];
  const made = await createRound(ctx, { ...words, round, planId: text(form, "planId") });
  if (!made.ok) return newPage(visit, { words, round, refusal: made.refusal });
  return onwards(addressOf.consultation(words.slug), "created");
}

export async function showRoundForm(visit: Visit): Promise<Response> {
  const consultation = await consultationBySlug(visit.ctx, visit.params["slug"] ?? "");
  const { words: round } = await roundOf(visit.ctx, consultation.id);
  return editPage(visit, { words: commonOf(consultation), round });
}

async function editPage(visit: Visit, { words, round, refusal }: Entered): Promise<Response> {
  const { ctx } = visit;
  const consultation = await consultationBySlug(ctx, visit.params["slug"] ?? "");
  const announced = await announcementOf(ctx, consultation);
  const about = { slug: consultation.slug, title: consultation.occasion.title };
  return page(
    <StaffPage visit={visit} title="実施要領を書く" crumbs={consultationCrumbs(about)}>
      <Form action={addressOf.round(consultation.slug)} refusal={refusal}>
        <input type="hidden" name="version" value={consultation.version} />
        <CommonFields
          words={words}
          divisions={await divisionsOn(ctx, ctx.clock.today())}
          refusal={refusal}
          daysAreFixed={announced !== undefined}
        />
        <RoundFields round={round} refusal={refusal} />
        <p className="actions">
          <button className="button">保存する</button>
        </p>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

export async function saveRoundForm(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const { id } = await consultationBySlug(ctx, visit.params["slug"] ?? "");
  const [words, round] = [commonIn(form), roundIn(form)];
  const saved = await editRound(ctx, { ...words, round, id, version: Number(text(form, "version")) });
  if (!saved.ok) return editPage(visit, { words, round, refusal: saved.refusal });
  return onwards(addressOf.consultation(words.slug), "saved");
}
