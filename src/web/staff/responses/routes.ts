import {
  mayDecideResponses,
  mayEditResponses,
  mayManageOccasions,
  mayReadVoices,
  mayWriteResponses,
} from "#domain/voices/index.ts";
import type { StaffRoute } from "../route.ts";
import { addressOf } from "./addresses.ts";
import { reopenAnswer, returnAnswer, saveAnswer, showAnswer } from "./answer-page.tsx";
import { dropChange, saveChange } from "./change-acts.ts";
import { decideAlone, dropDraft, saveDraft, showDecision, startDraft, takeDecision } from "./decision-page.tsx";
import { saveList, showList } from "./list-page.tsx";
import { openAgain, settle, showOccasion } from "./occasion-page.tsx";
import { dropBoilerplate, saveBoilerplate, saveCategory, showSettings } from "./settings-page.tsx";
import { decisionFile, tableFile } from "./table-files.ts";

const answer = addressOf.answer(":topic");
const occasion = addressOf.occasion(":occasion");
const decision = addressOf.decision(":decision");

/** The city's answers: drafted by divisions, edited, decided, settled. */
export const responseRoutes: readonly StaffRoute[] = [
  { method: "get", path: addressOf.list, may: mayReadVoices, handle: showList },
  { method: "get", path: `${addressOf.list}.csv`, may: mayReadVoices, handle: saveList },
  { method: "get", path: addressOf.settings, may: mayReadVoices, handle: showSettings },
  { method: "post", path: `${addressOf.settings}/categories`, may: mayManageOccasions, handle: saveCategory },
  { method: "post", path: `${addressOf.settings}/boilerplates`, may: mayManageOccasions, handle: saveBoilerplate },
  {
    method: "post",
    path: `${addressOf.settings}/boilerplates/removal`,
    may: mayManageOccasions,
    handle: dropBoilerplate,
  },
  { method: "get", path: answer, may: mayReadVoices, handle: showAnswer },
  { method: "post", path: answer, may: mayWriteResponses, handle: saveAnswer },
  { method: "post", path: `${answer}/return`, may: mayEditResponses, handle: returnAnswer },
  { method: "post", path: `${answer}/reopening`, may: mayDecideResponses, handle: reopenAnswer },
  { method: "post", path: `${answer}/decision`, may: mayDecideResponses, handle: decideAlone },
  { method: "post", path: `${answer}/changes`, may: mayWriteResponses, handle: saveChange },
  { method: "post", path: `${answer}/changes/removal`, may: mayWriteResponses, handle: dropChange },
  { method: "get", path: occasion, may: mayReadVoices, handle: showOccasion },
  { method: "post", path: `${occasion}/settling`, may: mayDecideResponses, handle: settle },
  { method: "post", path: `${occasion}/reopening`, may: mayDecideResponses, handle: openAgain },
  { method: "get", path: `${occasion}/table/:ending`, may: mayReadVoices, handle: tableFile },
  { method: "post", path: `${occasion}/decisions`, may: mayDecideResponses, handle: startDraft },
  { method: "get", path: decision, may: mayReadVoices, handle: showDecision },
  { method: "post", path: decision, may: mayDecideResponses, handle: saveDraft },
  { method: "post", path: `${decision}/record`, may: mayDecideResponses, handle: takeDecision },
  { method: "post", path: `${decision}/removal`, may: mayDecideResponses, handle: dropDraft },
  { method: "get", path: `${decision}/draft/:ending`, may: mayReadVoices, handle: decisionFile },
];
