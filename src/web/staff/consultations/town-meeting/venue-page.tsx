import {
  addVenue,
  consultationBySlug,
  editVenue,
  meetingPage,
  removeVenue,
  type Consultation,
  type Venue,
  type VenueWords,
} from "#domain/consultations/index.ts";
import { listDistricts } from "#domain/voices/index.ts";
import { parseJapaneseNumber } from "#kernel/japanese-number.ts";
import { NotFound, type Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, SelectField, TextArea, TextField } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, consultationCrumbs } from "../addresses.ts";
import { clockIn } from "../entered.ts";
import { meetingAddress } from "./addresses.ts";

export async function showNewVenue(visit: Visit): Promise<Response> {
  const { occasion } = await consultationBySlug(visit.ctx, visit.params["slug"] ?? "");
  const usual = { districtId: null, heldOn: occasion.opensOn, begins: "19:00", ends: "20:30", capacity: 50 };
  return venueAnswer(visit, { words: { place: "", directions: "", note: "", ...usual } });
}

export async function makeVenue(visit: Visit): Promise<Response> {
  const { id, slug } = await consultationBySlug(visit.ctx, visit.params["slug"] ?? "");
  const words = venueIn(visit.form);
  const added = await addVenue(visit.ctx, { ...words, consultationId: id });
  return added.ok
    ? onwards(`${addressOf.consultation(slug)}#venues-title`, "saved")
    : venueAnswer(visit, { words, refusal: added.refusal });
}

export async function showVenue(visit: Visit): Promise<Response> {
  const { venue } = await venueOf(visit);
  return venueAnswer(visit, { words: venue, venue });
}

export async function saveVenueForm(visit: Visit): Promise<Response> {
  const { venue, consultation } = await venueOf(visit);
  const words = venueIn(visit.form);
  const saved = await editVenue(visit.ctx, { ...words, id: venue.id, version: Number(text(visit.form, "version")) });
  return saved.ok
    ? onwards(`${addressOf.consultation(consultation.slug)}#venues-title`, "saved")
    : venueAnswer(visit, { words, venue, refusal: saved.refusal });
}

export async function takeVenueAway(visit: Visit): Promise<Response> {
  const { venue, consultation } = await venueOf(visit);
  const removed = await removeVenue(visit.ctx, venue.id);
  return removed.ok
    ? onwards(addressOf.consultation(consultation.slug), "saved")
    : venueAnswer(visit, { words: venue, venue, refusal: removed.refusal });
}

/** The venue of the address, with its consultation. @throws NotFound where it is another meeting's */
export async function venueOf({ ctx, params }: Visit): Promise<{ venue: Venue; consultation: Consultation }> {
  const consultation = await consultationBySlug(ctx, params["slug"] ?? "");
  const { venues } = await meetingPage(ctx, consultation.id);
  const found = venues.find(({ venue }) => venue.id === params["venue"]);
  if (!found) throw new NotFound(`venue ${params["venue"]}`);
  return { venue: found.venue, consultation };
}

function venueIn(form: FormData): VenueWords {
  const capacity = text(form, "capacity");
  return {
    place: text(form, "place"),
    directions: text(form, "directions"),
    districtId: text(form, "districtId") || null,
    heldOn: text(form, "heldOn"),
    begins: clockIn(text(form, "begins")),
    ends: clockIn(text(form, "ends")),
    capacity: capacity === "" ? null : (parseJapaneseNumber(capacity)?.value ?? Number.NaN),
    note: text(form, "note"),
  };
}

interface Shown {
  readonly words: VenueWords;
  readonly venue?: Venue;
  readonly refusal?: Refusal;
}

async function venueAnswer(visit: Visit, { words, venue, refusal }: Shown): Promise<Response> {
  const { slug, occasion } = await consultationBySlug(visit.ctx, visit.params["slug"] ?? "");
  const districts = await listDistricts(visit.ctx);
  const version = text(visit.form, "version") || venue?.version;
  return page(
    <StaffPage
      visit={visit}
      title={venue ? `会場：${venue.place}` : "会場を加える"}
      crumbs={consultationCrumbs({ slug, title: occasion.title })}
    >
      <Form action={venue ? meetingAddress.venue(slug, venue.id) : meetingAddress.newVenue(slug)} refusal={refusal}>
        {venue && <input type="hidden" name="version" value={version} />}
        <VenueFields words={words} districts={districts} refusal={refusal} />
        <p className="actions">
          <button className="button">{venue ? "保存する" : "会場を加える"}</button>
        </p>
      </Form>
      {venue && (
        <Form action={meetingAddress.venueRemoval(slug, venue.id)} className="mt-8">
          <button className="button button-quiet">この会場を取り消す</button>
        </Form>
      )}
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

interface FieldsProps {
  readonly words: VenueWords;
  readonly districts: readonly { readonly id: string; readonly name: string }[];
  readonly refusal: Refusal | undefined;
}

function VenueFields({ words, districts, refusal }: FieldsProps) {
  const common = { refusal };
  const { capacity } = words;
  return (
    <>
      <TextField {...common} name="place" label="会場の名前" value={words.place} required />
      <SelectField
        {...common}
        name="districtId"
        label="地区"
        hint="地区は「意見の台帳」の「地区」で決めます。"
        blank="（決めない）"
        options={districts.map(({ id, name }) => ({ value: id, label: name }))}
        value={words.districtId ?? ""}
      />
      <div className="field-row">
        <TextField {...common} name="heldOn" label="日" type="date" short required value={words.heldOn} />
        <TextField {...common} name="begins" label="始まり" short required value={words.begins} />
        <TextField {...common} name="ends" label="終わり" short required value={words.ends} />
      </div>
      <TextField
        {...common}
        name="capacity"
        label="定員（人）"
        hint="空にすると、定員なしになります。超えた申込みは、キャンセル待ちになります。"
        inputMode="numeric"
        short
        value={capacity === null || Number.isNaN(capacity) ? "" : capacity}
      />
      <TextArea
        {...common}
        name="directions"
        label="所在地と行き方"
        hint="地図がなくてもたどり着けるように、言葉で書きます。例：屋代駅の東口から歩いて5分。市役所の北どなり。駐車場20台。"
        rows={3}
        value={words.directions}
      />
      <TextArea {...common} name="note" label="備考" rows={2} value={words.note} />
    </>
  );
}
