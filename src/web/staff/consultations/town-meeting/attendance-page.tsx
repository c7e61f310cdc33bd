import type { ReactNode } from "react";
import {
  attendanceDimensions,
  attendanceLabels,
  attendanceLabelsOf,
  noteAttendance,
  venueState,
  type AttendanceCount,
} from "#domain/consultations/index.ts";
import { listDistricts } from "#domain/voices/index.ts";
import { parseJapaneseNumber } from "#kernel/japanese-number.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, consultationCrumbs } from "../addresses.ts";
import { meetingAddress } from "./addresses.ts";
import { venueOf } from "./venue-page.tsx";

/** Who came, as counts by age band, district and kind. */
export async function showAttendance(visit: Visit): Promise<Response> {
  const { venue } = await venueOf(visit);
  return attendanceAnswer(visit, (await venueState(visit.ctx, venue.id)).attendance);
}

export async function saveAttendance(visit: Visit): Promise<Response> {
  const { venue, consultation } = await venueOf(visit);
  const counts = await countsIn(visit);
  const saved = await noteAttendance(visit.ctx, { venueId: venue.id, counts });
  return saved.ok
    ? onwards(`${addressOf.consultation(consultation.slug)}#venues-title`, "saved")
    : attendanceAnswer(visit, counts, saved.refusal);
}

/** Each label has a field of its own, by its place in the list. */
function fieldOf(dimension: string, index: number): string {
  return `${dimension}-${index}`;
}

async function labelsOf({ ctx }: Visit) {
  const districts = (await listDistricts(ctx)).map(({ name }) => name);
  return attendanceDimensions.map((dimension) => ({ dimension, labels: attendanceLabels(dimension, districts) }));
}

async function countsIn(visit: Visit): Promise<AttendanceCount[]> {
  return (await labelsOf(visit)).flatMap(({ dimension, labels }) =>
    labels.flatMap((label, index) => {
      const typed = text(visit.form, fieldOf(dimension, index));
      return typed === "" ? [] : [{ dimension, label, people: parseJapaneseNumber(typed)?.value ?? Number.NaN }];
    }),
  );
}

async function attendanceAnswer(
  visit: Visit,
  counts: readonly AttendanceCount[],
  refusal?: Refusal,
): Promise<Response> {
  const { venue, consultation } = await venueOf(visit);
  const { slug, occasion } = consultation;
  const groups = await labelsOf(visit);
  return page(
    <StaffPage
      visit={visit}
      title={`参加者数：${venue.place}`}
      crumbs={consultationCrumbs({ slug, title: occasion.title })}
    >
      <p className="prose mb-4">
        人数だけを入れます。だれが来たかは残しません。公表では、1人か2人の区分は「その他」にまとめます。
      </p>
      <Form action={meetingAddress.attendance(slug, venue.id)} refusal={refusal}>
        {groups.map(({ dimension, labels }) => (
          <fieldset key={dimension} className="field">
            <legend className="field-label">{attendanceLabelsOf[dimension]}</legend>
            <div className="count-fields">
              {labels.map((label, index) => (
                <CountField
                  key={label}
                  name={fieldOf(dimension, index)}
                  label={label}
                  people={counts.find((each) => each.dimension === dimension && each.label === label)?.people}
                />
              ))}
            </div>
          </fieldset>
        ))}
        <p className="actions">
          <button className="button">保存する</button>
        </p>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

interface CountProps {
  readonly name: string;
  readonly label: string;
  readonly people: number | undefined;
}

function CountField({ name, label, people }: CountProps): ReactNode {
  return (
    <label className="count-field">
      <span>{label}</span>
      <input
        name={name}
        className="input input-short"
        inputMode="numeric"
        defaultValue={people === undefined || Number.isNaN(people) ? "" : people}
        aria-invalid={Number.isNaN(people) ? true : undefined}
      />
    </label>
  );
}
