import {
  mayConfirmVersions,
  mayDecideGates,
  mayFreezePolicy,
  mayReadFormulation,
  mayWriteFormulation,
} from "#domain/formulation/index.ts";
import type { StaffRoute } from "../route.ts";
import { addressOf } from "./addresses.ts";
import { sendPolicyComparison, showPolicyComparison } from "./comparison-page.tsx";
import { check, confirm, decide, meet, note, open, skip, unnote } from "./gate-acts.ts";
import { showHome } from "./home-page.tsx";
import { showOverview } from "./overview-page.tsx";
import { policyFile } from "./papers.ts";
import { savePart, showPart } from "./part-page.tsx";
import { movePart, saveBodies, saveHead, saveMethods, showPolicy } from "./policy-page.tsx";
import { showStage } from "./stage-page.tsx";
import { makeStage, orderStage, saveStageEdit, showStageEdit, showStages } from "./stages-page.tsx";
import { begin, showStart } from "./start-page.tsx";
import { makeVersion, showVersion, showVersions } from "./versions-page.tsx";

const [policy, stages, stage] = [
  addressOf.policy(":plan"),
  addressOf.stages(":plan"),
  addressOf.stage(":plan", ":stage"),
];
const comparison = addressOf.comparison(":plan");
const [part, version] = [addressOf.part(":plan", ":part"), addressOf.version(":plan", ":number")];

/** How a plan is made (策定): its policy, its stages and their gates. */
export const formulationRoutes: readonly StaffRoute[] = [
  { method: "get", path: addressOf.home, may: mayReadFormulation, handle: showHome },
  { method: "get", path: addressOf.start(":plan"), may: mayWriteFormulation, handle: showStart },
  { method: "post", path: addressOf.start(":plan"), may: mayWriteFormulation, handle: begin },
  { method: "get", path: policy, may: mayReadFormulation, handle: showPolicy },
  { method: "post", path: `${policy}/head`, may: mayWriteFormulation, handle: saveHead },
  { method: "post", path: `${policy}/bodies`, may: mayWriteFormulation, handle: saveBodies },
  { method: "post", path: `${policy}/methods`, may: mayWriteFormulation, handle: saveMethods },
  { method: "post", path: `${policy}/order`, may: mayWriteFormulation, handle: movePart },
  { method: "get", path: part, may: mayWriteFormulation, handle: showPart },
  { method: "post", path: part, may: mayWriteFormulation, handle: savePart },
  { method: "get", path: addressOf.versions(":plan"), may: mayReadFormulation, handle: showVersions },
  { method: "post", path: addressOf.versions(":plan"), may: mayFreezePolicy, handle: makeVersion },
  { method: "get", path: comparison, may: mayReadFormulation, handle: showPolicyComparison },
  { method: "get", path: `${comparison}/:file`, may: mayReadFormulation, handle: sendPolicyComparison },
  { method: "get", path: version, may: mayReadFormulation, handle: showVersion },
  { method: "get", path: addressOf.file(":plan", ":paper"), may: mayReadFormulation, handle: policyFile },
  { method: "get", path: stages, may: mayReadFormulation, handle: showStages },
  { method: "post", path: stages, may: mayWriteFormulation, handle: makeStage },
  { method: "post", path: `${stages}/order`, may: mayWriteFormulation, handle: orderStage },
  { method: "get", path: addressOf.stageEdit(":plan", ":stage"), may: mayWriteFormulation, handle: showStageEdit },
  { method: "post", path: addressOf.stageEdit(":plan", ":stage"), may: mayWriteFormulation, handle: saveStageEdit },
  { method: "get", path: stage, may: mayReadFormulation, handle: showStage },
  { method: "post", path: `${stage}/gate`, may: mayWriteFormulation, handle: open },
  { method: "post", path: `${stage}/skip`, may: mayDecideGates, handle: skip },
  { method: "post", path: `${stage}/items`, may: mayWriteFormulation, handle: check },
  { method: "post", path: `${stage}/views`, may: mayWriteFormulation, handle: note },
  { method: "post", path: `${stage}/views/removal`, may: mayWriteFormulation, handle: unnote },
  { method: "post", path: `${stage}/confirmations`, may: mayConfirmVersions, handle: confirm },
  { method: "post", path: `${stage}/decision`, may: mayDecideGates, handle: decide },
  { method: "post", path: `${stage}/conditions`, may: mayDecideGates, handle: meet },
  { method: "get", path: addressOf.overview(":plan"), may: mayReadFormulation, handle: showOverview },
];
