import type { StoredFile } from "#platform/files/stored-files.ts";
import type { PaperKind } from "./paper.ts";

/** Where the public site reads papers from. Whether their publication may still be read is asked of the publications. */
export interface PaperSource {
  /** The PDF of a publication (本編 unless another kind is named), once it is made. */
  pdfOf(
    publicationId: string,
    kind?: PaperKind,
  ): Promise<{ readonly pages: number | null; readonly size: number } | undefined>;
  bytesOf(publicationId: string, kind?: PaperKind): Promise<StoredFile | undefined>;
  /** Changes whenever a publication's paper was made or removed. */
  state(): Promise<string>;
}
