import {
  mayHideVoices,
  mayKeepPersonalData,
  mayLookAtSenders,
  mayManageOccasions,
  mayReadVoices,
  mayRedact,
} from "#domain/voices/index.ts";
import type { StaffRoute } from "../route.ts";
import { addressOf } from "./addresses.ts";
import { dropDistrict, saveDistrict, showDistricts } from "./districts-page.tsx";
import { doDisposal, showDisposal, showKeeping } from "./keeping-pages.tsx";
import { saveLedger, showLedger } from "./list-page.tsx";
import { makeOccasion, saveOccasion, showNewOccasion, showOccasion } from "./occasion-form-page.tsx";
import { showOccasions } from "./occasions-page.tsx";
import { confirm, saveCopy, showQueue, showRedaction } from "./redaction-pages.tsx";
import { decide, showRequest } from "./request-page.tsx";
import { bringBack, hide, takeRequest } from "./voice-acts.tsx";
import { lookAtSender, showVoice, takeAttachment } from "./voice-page.tsx";

const { list, redactions, keeping, districts, occasions, newOccasion } = addressOf;
const occasion = addressOf.occasion(":occasion");
const redaction = addressOf.redaction(":number");
const disposal = addressOf.disposal(":occasion", ":kind");
const request = addressOf.request(":request");
const voice = addressOf.voice(":number");

/** The ledger of voices: reading, copies for the public, keeping. */
export const voiceRoutes: readonly StaffRoute[] = [
  { method: "get", path: list, may: mayReadVoices, handle: showLedger },
  { method: "get", path: `${list}.csv`, may: mayReadVoices, handle: saveLedger },
  { method: "get", path: redactions, may: mayRedact, handle: showQueue },
  { method: "get", path: redaction, may: mayRedact, handle: showRedaction },
  { method: "post", path: redaction, may: mayRedact, handle: saveCopy },
  { method: "post", path: `${redaction}/confirmation`, may: mayRedact, handle: confirm },
  { method: "get", path: keeping, may: mayKeepPersonalData, handle: showKeeping },
  { method: "get", path: disposal, may: mayKeepPersonalData, handle: showDisposal },
  { method: "post", path: disposal, may: mayKeepPersonalData, handle: doDisposal },
  { method: "get", path: request, may: mayKeepPersonalData, handle: showRequest },
  { method: "post", path: request, may: mayKeepPersonalData, handle: decide },
  { method: "get", path: districts, may: mayManageOccasions, handle: showDistricts },
  { method: "post", path: districts, may: mayManageOccasions, handle: saveDistrict },
  { method: "post", path: `${districts}/removal`, may: mayManageOccasions, handle: dropDistrict },
  { method: "get", path: occasions, may: mayReadVoices, handle: showOccasions },
  { method: "get", path: newOccasion, may: mayManageOccasions, handle: (visit) => showNewOccasion(visit) },
  { method: "post", path: newOccasion, may: mayManageOccasions, handle: makeOccasion },
  { method: "get", path: occasion, may: mayManageOccasions, handle: (visit) => showOccasion(visit) },
  { method: "post", path: occasion, may: mayManageOccasions, handle: saveOccasion },
  { method: "get", path: voice, may: mayReadVoices, handle: showVoice },
  { method: "post", path: `${voice}/sender`, may: mayLookAtSenders, handle: lookAtSender },
  { method: "post", path: `${voice}/attachment`, may: mayLookAtSenders, handle: takeAttachment },
  { method: "post", path: `${voice}/hiding`, may: mayHideVoices, handle: hide },
  { method: "post", path: `${voice}/showing`, may: mayHideVoices, handle: bringBack },
  { method: "post", path: `${voice}/requests`, may: mayKeepPersonalData, handle: takeRequest },
];
