import type { Refusal } from "#kernel/result.ts";
import { fieldRefusal } from "#domain/plan/index.ts";
import { isDay } from "#kernel/day.ts";

/** Forms of cooperation (協働の形): 協定 · 補助 · 委託 · 協働事業 · 後援 · その他 */
export const partnershipForms = ["agreement", "subsidy", "commission", "jointProject", "sponsorship", "other"] as const;

export type PartnershipForm = (typeof partnershipForms)[number];

/** Who proposed it: a voice of the ledger, the city, the partner. */
export const proposers = ["voice", "city", "partner"] as const;

export type Proposer = (typeof proposers)[number];

/** What staff say of a partnership. Days are YYYY-MM-DD, "" where they are not known. */
export interface PartnershipWords {
  readonly partner: string;
  readonly form: PartnershipForm;
  readonly detail: string;
  readonly sinceOn: string;
  readonly untilOn: string;
  readonly proposedBy: Proposer;
  readonly voiceNumber: number | null;
}

/** Partnership (協働): with whom a measure is carried out, and how. */
export interface Partnership extends PartnershipWords {
  readonly id: string;
  readonly nodeId: string;
  readonly version: number;
}

export const emptyPartnership: PartnershipWords = {
  partner: "",
  form: "agreement",
  detail: "",
  sinceOn: "",
  untilOn: "",
  proposedBy: "city",
  voiceNumber: null,
};

export function partnershipFault(words: PartnershipWords): Refusal | undefined {
  const { partner, detail, sinceOn, untilOn, proposedBy, voiceNumber } = words;
  const areOutOfOrder = isDay(sinceOn) && isDay(untilOn) && untilOn < sinceOn;
  return fieldRefusal({
    ...(partner.trim() === "" && { partner: "相手の名前を入れてください。" }),
    ...(partner.length > 100 && { partner: "100字までにしてください。" }),
    ...(detail.length > 500 && { detail: "500字までにしてください。" }),
    ...(sinceOn !== "" && !isDay(sinceOn) && { sinceOn: "日付を選んでください。" }),
    ...(untilOn !== "" && !isDay(untilOn) && { untilOn: "日付を選んでください。" }),
    ...(areOutOfOrder && { untilOn: "始まりの日より後にしてください。" }),
    ...(proposedBy === "voice" && voiceNumber === null && { voiceNumber: "意見の番号を入れてください。" }),
  });
}
