import type { Ctx } from "#domain/audit/index.ts";
import {
  addPoints,
  addRemainingPoints,
  assignPoints,
  excludePoints,
  lastDeskSteps,
  removePoints,
  restorePoints,
  shortened,
  sentences,
  stepLabels,
  undoStep,
  type Destination,
  type DeskPage,
  type SeenPoint,
  type Stretch,
} from "#domain/voices/index.ts";
import type { Result } from "#kernel/result.ts";
import type { DeskState } from "#web/islands/desk-split/protocol.ts";
import { text, texts } from "#web/visit.ts";

/** Where the form says that points go: 「new」 with its words, a topic, or out with a reason. */
export function destinationOf(form: FormData): Destination {
  const newTitle = text(form, "newTopic");
  if (newTitle !== "")
    return { newTopic: { title: newTitle, place: text(form, "place"), nodeId: text(form, "node") || null } };
  if (text(form, "topic") !== "") return { topicId: text(form, "topic") };
  return form.has("exclusion") && text(form, "act").endsWith("exclude") ? { exclusion: text(form, "exclusion") } : {};
}

/** Marked stretches: 「12 その文」 is the words その文 from the 12th unit on. */
function stretchesOf(form: FormData): Stretch[] {
  return texts(form, "stretch").map((value) => {
    const at = value.indexOf(" ");
    return { start: Number(value.slice(0, at)), words: value.slice(at + 1) };
  });
}

/** Points as forms send them: 「id.version」. */
export function seenPoints(form: FormData): SeenPoint[] {
  return texts(form, "point").map((value) => {
    const [id = "", version] = value.split(".");
    return version === undefined ? { id } : { id, version: Number(version) };
  });
}

/** Does what the form of a voice's page asks. */
export async function actOnVoice(ctx: Ctx, { voice }: DeskPage, form: FormData): Promise<Result<unknown>> {
  const seen = { voiceId: voice.id, edition: Number(text(form, "edition")) };
  const points = seenPoints(form);
  switch (text(form, "act")) {
    case "rest":
    case "rest-exclude":
      return addRemainingPoints(ctx, { ...seen, ...destinationOf(form) });
    case "assign":
      return assignPoints(ctx, { points, topicId: text(form, "topic") || null });
    case "points-exclude":
      return excludePoints(ctx, { points, exclusion: text(form, "exclusion") });
    case "restore":
      return restorePoints(ctx, { points });
    case "remove":
      return removePoints(ctx, { points });
    case "undo":
      return undoStep(ctx, { planId: voice.planId, stepId: text(form, "step") });
    default:
      return addPoints(ctx, { ...seen, stretches: stretchesOf(form), ...destinationOf(form) });
  }
}

/** A voice as the island shows it. */
export async function deskState(ctx: Ctx, { voice, points, topics, left }: DeskPage): Promise<DeskState> {
  const named = new Map(topics.map((topic) => [topic.id, `${topic.number} ${topic.title}`]));
  const [last] = await lastDeskSteps(ctx, voice.planId, 1);
  const words = voice.text ?? "";
  return {
    marks: points.flatMap(({ id, version, span, topicId, exclusion }) =>
      span
        ? [
            {
              ...span,
              id,
              version,
              isExcluded: exclusion !== "",
              label: exclusion ? `対象外：${exclusion}` : (named.get(topicId ?? "") ?? ""),
            },
          ]
        : [],
    ),
    lost: points
      .filter(({ span }) => !span)
      .map(({ id, version, quote }) => ({ id, version, quote: shortened(quote, 60) })),
    left: left.flatMap((span) => sentences(words, span)),
    undo: last ? { stepId: last.id, label: stepLabels[last.act] } : null,
  };
}
