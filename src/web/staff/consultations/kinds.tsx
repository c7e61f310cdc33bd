import type { ReactNode } from "react";
import type { ConsultationKind } from "#domain/consultations/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { addressOf } from "./addresses.ts";
import type { Scene } from "./overview-page.tsx";
import { proposalAddress } from "./proposals/addresses.ts";
import { callParts } from "./proposals/call-parts.tsx";
import { roundParts } from "./round-parts.tsx";
import { meetingAddress } from "./town-meeting/addresses.ts";
import { meetingParts } from "./town-meeting/meeting-parts.tsx";
import { workshopAddress } from "./workshop/addresses.ts";
import { workshopParts } from "./workshop/workshop-parts.tsx";

/** The kinds of which a new one can be made, each with its page. A kind is a line here. */
export const newConsultations: readonly { readonly href: string; readonly label: string }[] = [
  { href: addressOf.newRound, label: "意見募集を作る" },
  { href: meetingAddress.create, label: "懇談会を作る" },
  { href: workshopAddress.create, label: "ワークショップを作る" },
  { href: proposalAddress.newCall, label: "提案の募集を作る" },
];

type KindParts = (scene: Scene, refusal: Refusal | undefined) => Promise<ReactNode>;

/** What of a consultation's page is its kind's own. A kind is a line here. */
export const kindParts: Readonly<Partial<Record<ConsultationKind, KindParts>>> = {
  publicComment: roundParts,
  townMeeting: meetingParts,
  workshop: workshopParts,
  proposal: callParts,
};
