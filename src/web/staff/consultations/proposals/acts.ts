import {
  acceptProposal,
  hideProposal,
  keepReported,
  refuseProposal,
  reopenProposal,
} from "#domain/consultations/index.ts";
import type { Result } from "#kernel/result.ts";
import { onwards } from "#web/answer.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { proposalAddress } from "./addresses.ts";
import { linesIn, spansIn } from "./entered.ts";
import { proposalAnswer, sceneOf, type Scene } from "./proposal-page.tsx";

type Act = (visit: Visit, seen: { readonly voiceId: string; readonly version: number }) => Promise<Result<null>>;

function handlerOf(act: Act) {
  return async (visit: Visit): Promise<Response> => {
    const scene = await sceneOf(visit);
    const done = await act(visit, seenIn(scene));
    if (!done.ok) return proposalAnswer(scene, done.refusal);
    return onwards(proposalAddress.one(scene.slug, scene.found.voice.number), "saved");
  };
}

function seenIn({ visit, found }: Scene) {
  return { voiceId: found.voice.id, version: Number(text(visit.form, "version")) };
}

export const accept = handlerOf(({ ctx, form }, seen) =>
  acceptProposal(ctx, { ...seen, marks: spansIn(texts(form, "mark")), words: linesIn(text(form, "words")) }),
);

export const refuse = handlerOf(({ ctx, form }, seen) => refuseProposal(ctx, { ...seen, rule: text(form, "rule") }));

export const hide = handlerOf(({ ctx, form }, seen) => hideProposal(ctx, { ...seen, rule: text(form, "rule") }));

export const keep = handlerOf(({ ctx }, seen) => keepReported(ctx, seen));

export const reopen = handlerOf(({ ctx }, seen) => reopenProposal(ctx, seen));
