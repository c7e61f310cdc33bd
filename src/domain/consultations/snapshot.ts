import { z } from "zod";
import { periodChangeKinds } from "./period-change.ts";
import { proposalDetail } from "./proposal/detail.ts";
import { publicCommentDetail } from "./public-comment/detail.ts";
import { townMeetingDetail } from "./town-meeting/detail.ts";
import { workshopDetail } from "./workshop/detail.ts";

/**
 * What goes public of one consultation: a head that is the same for all kinds, and `detail` by kind. No person. Change the shape only
 * together with `consultationSnapshotFormat`; what a later format added has a default. A kind adds its file to `detail`.
 */
export const consultationSnapshotFormat = 1;

const day = z.string();

export const consultationSnapshotSchema = z.object({
  /** The occasion in the ledger; its results are published under this id. */
  occasionId: z.string(),
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  plan: z.object({ slug: z.string(), name: z.string() }),
  opensOn: day,
  closesOn: day.nullable(),
  periodChanges: z.array(
    z.object({
      kind: z.enum(periodChangeKinds),
      closesOnBefore: day,
      closesOnAfter: day,
      reason: z.string(),
      changedOn: day,
    }),
  ),
  contact: z.object({ division: z.string(), phone: z.string(), email: z.string(), words: z.string() }),
  detail: z.discriminatedUnion("kind", [publicCommentDetail, townMeetingDetail, workshopDetail, proposalDetail]),
});

export type ConsultationSnapshot = z.infer<typeof consultationSnapshotSchema>;
export type ConsultationDetail = ConsultationSnapshot["detail"];
