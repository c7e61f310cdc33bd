import { z } from "zod";

/** A file that a publication names (案, 関連資料, 記録), by its id and hash; its bytes are read through DocumentSource. */
export const publishedFile = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  hash: z.string(),
});

export type PublishedFile = z.infer<typeof publishedFile>;
