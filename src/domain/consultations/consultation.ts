import { isAddressWord } from "#kernel/address-word.ts";
import type { Refusal } from "#kernel/result.ts";
import type { Occasion, OccasionWords } from "#domain/voices/index.ts";
import { fieldRefusal } from "#domain/plan/index.ts";

/** Kinds of consultations (手続の種類). Each is also a channel of the ledger. */
export const consultationKinds = ["publicComment", "townMeeting", "workshop", "proposal"] as const;

export type ConsultationKind = (typeof consultationKinds)[number];

/** Consultation (聴取の手続): an occasion of the ledger with what citizens read of it. It has the occasion's id. */
export interface Consultation extends ConsultationWords {
  readonly id: string;
  readonly kind: ConsultationKind;
  readonly occasion: Occasion;
  readonly version: number;
}

/** What staff say of it and may correct, beside the occasion's own words. */
export interface ConsultationWords {
  /** Its word in addresses: /consultations/<slug>. */
  readonly slug: string;
  /** One or two sentences for lists. */
  readonly summary: string;
  /** 問い合わせ beside the division's name and telephone: mail, hours. */
  readonly contact: string;
}

/** Everything that the common part of a kind's form holds. */
export type AllWords = ConsultationWords & OccasionWords;

/** Words that stand for other pages where a consultation's own would stand in an address. */
const reserved: ReadonlySet<string> = new Set([
  "new",
  "settings",
  "calendar",
  "registrations",
  "town-meetings",
  "workshops",
]);

/** The most characters of a summary, and of whom to ask. */
const longestWords = 2_000;

/** What is wrong with the words that all kinds share; those of the occasion are judged by the ledger. */
export function consultationFault({ slug, summary, contact }: ConsultationWords): Refusal | undefined {
  return fieldRefusal({
    ...(!isAddressWord(slug) && { slug: "半角の英小文字・数字・ハイフンで、60字までにしてください。" }),
    ...(summary.length > longestWords && { summary: `${longestWords}字までにしてください。` }),
    ...(contact.length > longestWords && { contact: `${longestWords}字までにしてください。` }),
    ...(reserved.has(slug) && { slug: "この言葉は使えません。ほかの言葉にしてください。" }),
  });
}
