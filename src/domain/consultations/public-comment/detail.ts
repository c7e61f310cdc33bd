import { z } from "zod";
import { publishedFile } from "../published-file.ts";
import { questionsSchema } from "./questions.ts";

/** 案または関連資料 as it is published: a file by its hash, or a version of a plan by its publication. */
export const publishedDocument = z.object({
  role: z.enum(["draft", "material"]),
  title: z.string(),
  file: publishedFile.nullable(),
  version: z
    .object({ publicationId: z.string(), planSlug: z.string(), label: z.string(), hash: z.string() })
    .nullable(),
});

/** 実施要領 of a public comment round as it goes public. */
export const publicCommentDetail = z.object({
  kind: z.literal("publicComment"),
  purpose: z.string(),
  eligibility: z.string(),
  methods: z.string(),
  destination: z.string(),
  notes: z.string(),
  publicationWay: z.string(),
  viewingPlaces: z.string(),
  /** 30日を下回る期間の理由; "" where the period is 30 days or more. */
  shortPeriodReason: z.string(),
  acceptsWeb: z.boolean(),
  acceptsFiles: z.boolean(),
  questions: questionsSchema,
  /** Districts to choose from, where they are asked. */
  districts: z.array(z.object({ id: z.string(), name: z.string() })),
  documents: z.array(publishedDocument),
});

export type PublicCommentDetail = z.infer<typeof publicCommentDetail>;
export type PublishedDocument = PublicCommentDetail["documents"][number];
