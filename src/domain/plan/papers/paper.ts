/** In what form a paper (計画書) is made. */
export type PaperForm = "pdf" | "word" | "excel";

/** Which paper (計画書の種類): the whole, the short one for every household, the records behind it, a version's typing errors. */
export const paperKinds = ["main", "summary", "annex", "errata"] as const;

export type PaperKind = (typeof paperKinds)[number];

/** A paper of a plan, asked for or made. */
export interface PlanPaper {
  readonly id: string;
  readonly planId: string;
  /** The publication it was made of; null for the draft, and for a version that was not public. */
  readonly publicationId: string | null;
  /** The frozen version (版) it was made of; null for the draft and for a publication of the plan alone. */
  readonly versionId: string | null;
  readonly kind: PaperKind;
  readonly form: PaperForm;
  /** The city's template (ひな形) that it is written into; null for our own look. */
  readonly templateId: string | null;
  readonly jobId: string | null;
  readonly requestedBy: string | null;
  readonly requestedAt: Date;
  /** SHA-256 of the plan's canonical text; null until it is made, as are all that follow. */
  readonly sourceHash: string | null;
  readonly fileId: string | null;
  readonly size: number | null;
  readonly pages: number | null;
  /** Signs that the font lacks. */
  readonly missingSigns: string;
  readonly madeAt: Date | null;
}

/** What a paper holds beside the plan: an annex (総合戦略編), by the publication it was read from; null for a draft or a frozen version. */
export interface PaperAnnex {
  readonly publicationId: string | null;
  readonly hash: string;
}

/** A paper's file as it comes from its maker. */
export interface MadePaper {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sourceHash: string;
  readonly pages: number | null;
  readonly missingSigns: string;
  readonly annexes: readonly PaperAnnex[];
}

export const paperMediaTypes: Readonly<Record<PaperForm, string>> = {
  pdf: "application/pdf",
  word: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  excel: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const endings: Readonly<Record<PaperForm, string>> = { pdf: "pdf", word: "docx", excel: "xlsx" };

/** What the file is called: plan, version and which paper, without signs that a file system refuses. */
export function paperFileName(words: readonly string[], form: PaperForm): string {
  return `${words.join("_").replaceAll(/[\\/:*?"<>|\s]+/g, "_")}.${endings[form]}`;
}

export function isPaperForm(word: string): word is PaperForm {
  return Object.hasOwn(endings, word);
}

export function isPaperKind(word: string): word is PaperKind {
  return paperKinds.some((kind) => kind === word);
}
