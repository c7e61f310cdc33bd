import {
  consultationBySlug,
  workshopRoundPage,
  type Consultation,
  type WorkshopRoundPage,
} from "#domain/consultations/index.ts";
import { NotFound } from "#kernel/result.ts";
import type { Visit } from "#web/visit.ts";
import { consultationCrumbs } from "../addresses.ts";
import { workshopAddress } from "./addresses.ts";

export interface RoundScene {
  readonly state: WorkshopRoundPage;
  readonly consultation: Consultation;
}

/** The round of the address, with its workshop. @throws NotFound where it is another workshop's */
export async function roundOf({ ctx, params }: Visit): Promise<RoundScene> {
  const consultation = await consultationBySlug(ctx, params["slug"] ?? "");
  const state = await workshopRoundPage(ctx, params["round"] ?? "");
  if (state.round.consultationId !== consultation.id) throw new NotFound(`round ${state.round.id}`);
  return { state, consultation };
}

/** 「第1回」 and its theme. */
export function roundTitle({ round }: Pick<WorkshopRoundPage, "round">): string {
  return `第${round.number}回　${round.theme}`;
}

/** The way back from a page below a round. */
export function roundCrumbs({ state, consultation: { slug, occasion } }: RoundScene) {
  return [
    ...consultationCrumbs({ slug, title: occasion.title }),
    { href: workshopAddress.round(slug, state.round.id), label: roundTitle(state) },
  ];
}
