import { mayOpenConsultations, mayReadConsultations, mayWorkOnConsultations } from "#domain/consultations/index.ts";
import type { StaffRoute } from "../../route.ts";
import { accept, hide, keep, refuse, reopen } from "./acts.ts";
import { proposalAddress } from "./addresses.ts";
import { makeCall, saveCallForm, showCallForm, showNewCall } from "./call-form-page.tsx";
import { showProposal } from "./proposal-page.tsx";
import { showQueue } from "./queue-page.tsx";
import { saveRole, showRole } from "./role-page.tsx";

const one = proposalAddress.one(":slug", ":number");

/** Idea calls (提案の募集) and the moderation of what comes in. */
export const proposalRoutes: readonly StaffRoute[] = [
  { method: "get", path: proposalAddress.newCall, may: mayOpenConsultations, handle: showNewCall },
  { method: "post", path: proposalAddress.newCall, may: mayOpenConsultations, handle: makeCall },
  { method: "get", path: proposalAddress.call(":slug"), may: mayWorkOnConsultations, handle: showCallForm },
  { method: "post", path: proposalAddress.call(":slug"), may: mayWorkOnConsultations, handle: saveCallForm },
  { method: "get", path: proposalAddress.queue(":slug"), may: mayReadConsultations, handle: showQueue },
  { method: "get", path: one, may: mayReadConsultations, handle: showProposal },
  { method: "post", path: `${one}/acceptance`, may: mayWorkOnConsultations, handle: accept },
  { method: "post", path: `${one}/refusal`, may: mayWorkOnConsultations, handle: refuse },
  { method: "post", path: `${one}/hiding`, may: mayWorkOnConsultations, handle: hide },
  { method: "post", path: `${one}/keeping`, may: mayWorkOnConsultations, handle: keep },
  { method: "post", path: `${one}/reopening`, may: mayWorkOnConsultations, handle: reopen },
  { method: "get", path: proposalAddress.role(":slug", ":number"), may: mayWorkOnConsultations, handle: showRole },
  { method: "post", path: proposalAddress.role(":slug", ":number"), may: mayWorkOnConsultations, handle: saveRole },
];
