import { z } from "zod";
import { documentContentSchema } from "./content.ts";

/**
 * A version as it goes public: what was frozen, under its hash, and the typing errors that were told since. The canonical text of
 * `content` is the frozen one, so anyone can recompute `version.hash`. Change the shape only together with `documentSnapshotFormat`.
 */
export const documentSnapshotFormat = 1;

export const documentSnapshotSchema = z.object({
  version: z.object({
    number: z.number().int(),
    name: z.string(),
    openness: z.enum(["discussion", "decided"]),
    reason: z.string(),
    frozenOn: z.string(),
    hash: z.string(),
  }),
  content: documentContentSchema,
  errata: z.array(
    z.object({ place: z.string(), wrong: z.string(), corrected: z.string(), reason: z.string(), addedOn: z.string() }),
  ),
});

export type DocumentSnapshot = z.infer<typeof documentSnapshotSchema>;
