import { z } from "zod";
import { askings } from "../public-comment/questions.ts";
import { moderations } from "./call.ts";

/** An idea call as it goes public; what is proposed goes public one by one (`snapshot.ts`). */
export const proposalDetail = z.object({
  kind: z.literal("proposal"),
  theme: z.string(),
  eligibility: z.string(),
  /** 公開しないものの基準 */
  rules: z.array(z.string()),
  moderation: z.enum(moderations),
  nameAsking: z.enum(askings),
  /** The part of the plan it is about, where it is not all of it. */
  scope: z.object({ code: z.string(), title: z.string() }).nullable(),
  /** 施策 to choose from. */
  measures: z.array(z.object({ id: z.string(), code: z.string(), title: z.string() })),
});

export type ProposalDetail = z.infer<typeof proposalDetail>;
