import type { SamplePlan } from "../sample-plan.ts";
import { asEarlyDraft } from "./early-draft.ts";
import { mihonPlan } from "./plan.ts";

const draftNodes = asEarlyDraft(mihonPlan.nodes);
const [notice = ""] = mihonPlan.summary.split("\n");

/** The plan as the 骨子案 has it: six goals, as the plan before it, and a shorter 将来都市像. */
export const outlinedPlan: SamplePlan = {
  ...mihonPlan,
  vision: "山と川に抱かれ、人がつながるまち みほん",
  summary: [
    notice,
    "これは、令和9年度から令和18年度までの基本構想と、初めの5年間（令和9〜13年度）の基本計画の骨子です。",
    "将来都市像の実現に向けて、6つの基本目標と、そのための施策の案を示します。",
  ].join("\n"),
  nodes: draftNodes.slice(0, 6),
};

/** The goal that the council asked for, with what stands below it. */
export const seventhGoal = draftNodes.slice(6);
