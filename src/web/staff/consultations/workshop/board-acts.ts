import type { WorkshopBoard } from "#domain/consultations/index.ts";
import type { Ctx } from "#domain/audit/index.ts";
import {
  assignPoints,
  createTopic,
  editTopic,
  excludePoints,
  mergeTopics,
  restorePoints,
  undoStep,
} from "#domain/voices/index.ts";
import { refuse, type Refusal, type Result } from "#kernel/result.ts";
import { text } from "#web/visit.ts";
import { seenPoints } from "../../desk/voice-acts.ts";

const noHeading: Refusal = {
  code: "noHeading",
  message: "見出しが選ばれていません。",
  remedy: "移す先の見出しを選ぶか、新しい見出しの言葉を入れてください。",
};

/** Does with the ticked notes what the board's form asks, by the ledger's own acts. */
export async function actOnBoard(
  ctx: Ctx,
  { planId, headings }: WorkshopBoard,
  form: FormData,
): Promise<Result<unknown>> {
  const points = seenPoints(form);
  const title = text(form, "title");
  switch (text(form, "act")) {
    case "undo":
      return undoStep(ctx, { planId, stepId: text(form, "step") });
    case "unassign":
      return assignPoints(ctx, { points, topicId: null });
    case "exclude":
      return excludePoints(ctx, { points, exclusion: text(form, "exclusion") });
    case "restore":
      return restorePoints(ctx, { points });
    case "join":
      return mergeTopics(ctx, { intoId: text(form, "into"), ids: [text(form, "topic")] });
    case "rename": {
      const heading = headings.find(({ topicId }) => topicId === text(form, "topic"));
      if (!heading) return refuse(noHeading);
      const { topicId: id, place, nodeId } = heading;
      return editTopic(ctx, { id, version: Number(text(form, "version")), title, place, nodeId });
    }
    case "new":
      return createTopic(ctx, { planId, points, title, place: "", nodeId: null });
    default: {
      const topicId = text(form, "topic");
      if (topicId !== "") return assignPoints(ctx, { points, topicId });
      // Enter in the field of a new heading presses the first button of the form
      return title === "" ? refuse(noHeading) : createTopic(ctx, { planId, points, title, place: "", nodeId: null });
    }
  }
}
