import type { ConsultationSnapshot, WorkshopDetail } from "#domain/consultations/index.ts";

/** A consultation that is a workshop. */
export type WorkshopSnapshot = ConsultationSnapshot & { readonly detail: WorkshopDetail };

type Round = WorkshopDetail["rounds"][number];

/** An issue (号) of a workshop's newsletter: one round's, or one of the whole workshop. */
export interface Issue {
  /** Its name in addresses and files: 「round-1」「whole」. */
  readonly name: string;
  /** 「第1号」「まとめ号」 */
  readonly label: string;
  /** The round that it tells of; undefined tells of all. */
  readonly round: Round | undefined;
}

/** The issues that there are: one for each round of which there is something to tell, and for two of them one of the whole. */
export function issuesOf(detail: WorkshopDetail): readonly Issue[] {
  const told = detail.rounds.filter((round) => isTold(round, detail));
  const own = told.map((round) => ({ name: `round-${round.number}`, label: `第${round.number}号`, round }));
  return told.length > 1 ? [...own, { name: "whole", label: "まとめ号", round: undefined }] : own;
}

function isTold({ number, people, summary, tables }: Round, { headings, loose }: WorkshopDetail): boolean {
  const notes = [...headings.flatMap((heading) => heading.notes), ...loose.notes];
  return (
    people > 0 ||
    summary !== "" ||
    tables.some((table) => table.summary !== "") ||
    notes.some(({ round }) => round === number)
  );
}
