import type { RegistrationEntry } from "#domain/consultations/submissions.ts";
import { isId, newId } from "#kernel/id.ts";
import { parseJapaneseNumber } from "#kernel/japanese-number.ts";
import { text, texts } from "#web/visit.ts";

/** A registration as it stands in the form, with what tells people from machines. */
export interface Entered {
  readonly entry: RegistrationEntry;
  readonly formKey: string;
  readonly begunAt: string;
}

export function enteredIn(form: FormData): Entered {
  const key = text(form, "formKey");
  return {
    formKey: isId(key) ? key : newId(), // a key that is none is replaced, so that nobody shares one by mistake
    begunAt: text(form, "begunAt"),
    entry: {
      venueId: text(form, "venueId"),
      people: parseJapaneseNumber(text(form, "people").replace(/(?:人|名)$/u, ""))?.value ?? Number.NaN,
      name: text(form, "name"),
      contact: text(form, "contact"),
      needs: texts(form, "needs"),
      needsNote: text(form, "needsNote"),
    },
  };
}

/** Something filled in the field that people do not see, or filled in faster than a person can. */
export function isDoubtful(
  form: FormData,
  { begunAt }: Entered,
  { now, leastSeconds }: { readonly now: Date; readonly leastSeconds: number },
): boolean {
  if (text(form, "confirmed") === "yes") return false;
  const seconds = (now.getTime() - Date.parse(begunAt)) / 1000;
  return text(form, "website") !== "" || !(seconds >= leastSeconds);
}
