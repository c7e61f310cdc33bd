import { warekiDate } from "#kernel/wareki.ts";
import type { Paper } from "../paper/paper.ts";
import type { TemplateWords } from "./placeholders.ts";

interface About {
  readonly versionName: string;
  /** null for what is no numbered version. */
  readonly versionNumber: number | null;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly division: string;
}

/** What a paper writes in the places of a template's words. */
export function templateWords(paper: Pick<Paper, "city" | "title" | "marks">, about: About): TemplateWords {
  const { versionName, versionNumber, day, division } = about;
  return {
    市名: paper.city,
    計画名: paper.title.replaceAll("\n", "　"),
    版名: versionName,
    版番号: versionNumber === null ? "" : `第${versionNumber}版`,
    日付: warekiDate(day),
    作成課: division,
    印: paper.marks.join("　"),
  };
}
