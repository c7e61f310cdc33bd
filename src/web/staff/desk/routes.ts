import { mayManageOccasions, mayReadVoices, mayUseDesk, undoStep } from "#domain/voices/index.ts";
import { onwards } from "#web/answer.tsx";
import { text, type Visit } from "#web/visit.ts";
import type { StaffRoute } from "../route.ts";
import { addressOf } from "./addresses.ts";
import { showInbox } from "./inbox-page.tsx";
import { actOnPoints } from "./point-acts.tsx";
import { savePointWords, showPointWords } from "./point-words-page.tsx";
import { savePoints } from "./points-file.ts";
import { showPoints } from "./points-page.tsx";
import { showProgress } from "./progress-page.tsx";
import { saveTags, showTags } from "./tags-page.tsx";
import { actOnTopics } from "./topic-acts.tsx";
import { changeTopic, showTopic } from "./topic-page.tsx";
import { showTopics } from "./topics-page.tsx";
import { changeVoice, showVoice, tellSuggestions } from "./voice-page.tsx";

const voice = addressOf.voice(":voice");
const topic = addressOf.topic(":topic");

/** The desk (仕分け): voices are split into points, points gathered under topics, topics given to divisions. */
export const deskRoutes: readonly StaffRoute[] = [
  { method: "get", path: addressOf.inbox, may: mayReadVoices, handle: showInbox },
  { method: "get", path: voice, may: mayReadVoices, handle: (visit) => showVoice(visit) },
  { method: "post", path: addressOf.voiceActs(":voice"), may: mayUseDesk, handle: changeVoice },
  { method: "get", path: addressOf.pointWords(":voice"), may: mayReadVoices, handle: (visit) => showPointWords(visit) },
  { method: "post", path: addressOf.pointWords(":voice"), may: mayUseDesk, handle: savePointWords },
  { method: "get", path: addressOf.suggestions, may: mayReadVoices, handle: tellSuggestions },
  { method: "get", path: addressOf.points, may: mayReadVoices, handle: (visit) => showPoints(visit) },
  { method: "get", path: addressOf.pointsFile("csv"), may: mayReadVoices, handle: (visit) => savePoints(visit, "csv") },
  {
    method: "get",
    path: addressOf.pointsFile("xlsx"),
    may: mayReadVoices,
    handle: (visit) => savePoints(visit, "xlsx"),
  },
  { method: "post", path: addressOf.pointActs, may: mayUseDesk, handle: actOnPoints },
  { method: "get", path: addressOf.topics, may: mayReadVoices, handle: (visit) => showTopics(visit) },
  { method: "post", path: addressOf.topicActs, may: mayUseDesk, handle: actOnTopics },
  { method: "get", path: topic, may: mayReadVoices, handle: (visit) => showTopic(visit) },
  { method: "post", path: topic, may: mayUseDesk, handle: changeTopic },
  { method: "get", path: addressOf.progress, may: mayReadVoices, handle: showProgress },
  { method: "get", path: addressOf.tags, may: mayReadVoices, handle: (visit) => showTags(visit) },
  { method: "post", path: addressOf.tags, may: mayManageOccasions, handle: saveTags },
  { method: "post", path: addressOf.undoing, may: mayUseDesk, handle: takeBack },
];

/** Takes back the person's last act, and goes to the page on which its button stood. */
async function takeBack(visit: Visit): Promise<Response> {
  const { ctx, form, url } = visit;
  const wanted = text(form, "back");
  const back = wanted.startsWith(addressOf.inbox) ? wanted : addressOf.inbox;
  const result = await undoStep(ctx, { planId: text(form, "plan"), stepId: text(form, "step") });
  if (result.ok) return onwards(back, "restored");
  const query = new URL(back, url).searchParams;
  query.set("plan", text(form, "plan"));
  return showPoints({ ...visit, query }, result.refusal);
}
