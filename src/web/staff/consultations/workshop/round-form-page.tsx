import {
  addWorkshopRound,
  consultationBySlug,
  editWorkshopRound,
  removeWorkshopRound,
  type WorkshopRound,
  type WorkshopRoundWords,
} from "#domain/consultations/index.ts";
import { parseJapaneseNumber } from "#kernel/japanese-number.ts";
import type { Refusal } from "#kernel/result.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, TextArea, TextField } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { StaleComparison, type ComparedField } from "../../stale-comparison.tsx";
import { addressOf, consultationCrumbs } from "../addresses.ts";
import { clockIn } from "../entered.ts";
import { workshopAddress } from "./addresses.ts";
import { roundOf, roundTitle } from "./round-of.ts";

/** A new round, with the hours of a usual afternoon. */
export async function showNewRound(visit: Visit): Promise<Response> {
  const { occasion } = await consultationBySlug(visit.ctx, visit.params["slug"] ?? "");
  const usual = { heldOn: occasion.opensOn, begins: "13:30", ends: "15:30" };
  return roundAnswer(visit, { words: { theme: "", place: "", directions: "", ...usual }, tables: "3" });
}

export async function makeRound(visit: Visit): Promise<Response> {
  const { id, slug } = await consultationBySlug(visit.ctx, visit.params["slug"] ?? "");
  const words = roundIn(visit.form);
  const tables = text(visit.form, "tables");
  const count = parseJapaneseNumber(tables)?.value ?? Number.NaN;
  const added = await addWorkshopRound(visit.ctx, { ...words, consultationId: id, tables: count });
  return added.ok
    ? onwards(workshopAddress.round(slug, added.value.id), "created")
    : roundAnswer(visit, { words, tables, refusal: added.refusal });
}

export async function showRoundForm(visit: Visit): Promise<Response> {
  const { round } = (await roundOf(visit)).state;
  return roundAnswer(visit, { words: round, round });
}

export async function saveRoundForm(visit: Visit): Promise<Response> {
  const { state, consultation } = await roundOf(visit);
  const { round } = state;
  const words = roundIn(visit.form);
  const version = Number(text(visit.form, "version"));
  const saved = await editWorkshopRound(visit.ctx, { ...words, id: round.id, version });
  return saved.ok
    ? onwards(workshopAddress.round(consultation.slug, round.id), "saved")
    : roundAnswer(visit, { words, round, refusal: saved.refusal });
}

export async function takeRoundAway(visit: Visit): Promise<Response> {
  const { state, consultation } = await roundOf(visit);
  const removed = await removeWorkshopRound(visit.ctx, state.round.id);
  return removed.ok
    ? onwards(addressOf.consultation(consultation.slug), "saved")
    : roundAnswer(visit, { words: state.round, round: state.round, refusal: removed.refusal });
}

function roundIn(form: FormData): WorkshopRoundWords {
  return {
    theme: text(form, "theme"),
    place: text(form, "place"),
    directions: text(form, "directions"),
    heldOn: text(form, "heldOn"),
    begins: clockIn(text(form, "begins")),
    ends: clockIn(text(form, "ends")),
  };
}

interface Shown {
  readonly words: WorkshopRoundWords;
  /** The round that is corrected; a new one without. */
  readonly round?: WorkshopRound;
  /** How many tables a new one is to have, as typed. */
  readonly tables?: string;
  readonly refusal?: Refusal;
}

async function roundAnswer(visit: Visit, { words, round, tables, refusal }: Shown): Promise<Response> {
  const { slug, occasion } = await consultationBySlug(visit.ctx, visit.params["slug"] ?? "");
  const version = refusal?.code === "stale" ? round?.version : text(visit.form, "version") || round?.version;
  const crumbs = consultationCrumbs({ slug, title: occasion.title });
  const above = round && { href: workshopAddress.round(slug, round.id), label: roundTitle({ round }) };
  return page(
    <StaffPage
      visit={visit}
      title={round ? "回の日時・会場・テーマを直す" : "回を加える"}
      crumbs={above ? [...crumbs, above] : crumbs}
    >
      {round && <StaleComparison refusal={refusal} fields={compared(round, words)} />}
      <Form
        action={round ? workshopAddress.roundWords(slug, round.id) : workshopAddress.newRound(slug)}
        refusal={refusal}
      >
        {round && <input type="hidden" name="version" value={version} />}
        <RoundFields words={words} refusal={refusal} />
        {tables !== undefined && (
          <TextField
            name="tables"
            label="班の数"
            hint="「1班」「2班」…ができます。名前と人数は、あとで直せます。"
            inputMode="numeric"
            short
            value={tables}
            refusal={refusal}
          />
        )}
        <p className="actions">
          <button className="button">{round ? "保存する" : "回を加える"}</button>
        </p>
      </Form>
      {round && (
        <Form action={workshopAddress.roundRemoval(slug, round.id)} className="mt-8">
          <button className="button button-quiet">この回を取り消す</button>
        </Form>
      )}
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

function compared(now: WorkshopRoundWords, mine: WorkshopRoundWords): ComparedField[] {
  return [
    { label: "テーマ", now: now.theme, mine: mine.theme },
    { label: "日時", now: timeOf(now), mine: timeOf(mine) },
    { label: "会場の名前", now: now.place, mine: mine.place },
    { label: "所在地と行き方", now: now.directions, mine: mine.directions },
  ];
}

function timeOf({ heldOn, begins, ends }: WorkshopRoundWords): string {
  return `${dateWithBoth(heldOn)} ${begins}〜${ends}`;
}

interface FieldsProps {
  readonly words: WorkshopRoundWords;
  readonly refusal: Refusal | undefined;
}

function RoundFields({ words, refusal }: FieldsProps) {
  const common = { refusal };
  return (
    <>
      <TextField {...common} name="theme" label="テーマ" value={words.theme} required />
      <div className="field-row">
        <TextField {...common} name="heldOn" label="日" type="date" short required value={words.heldOn} />
        <TextField {...common} name="begins" label="始まり" short required value={words.begins} />
        <TextField {...common} name="ends" label="終わり" short required value={words.ends} />
      </div>
      <TextField {...common} name="place" label="会場の名前" value={words.place} required />
      <TextArea
        {...common}
        name="directions"
        label="所在地と行き方"
        hint="地図がなくてもたどり着けるように、言葉で書きます。"
        rows={2}
        value={words.directions}
      />
    </>
  );
}
