import { z } from "zod";

const table = z.object({ name: z.string(), people: z.number().int(), summary: z.string() });

const round = z.object({
  id: z.string(),
  number: z.number().int(),
  theme: z.string(),
  place: z.string(),
  directions: z.string(),
  heldOn: z.string(),
  begins: z.string(),
  ends: z.string(),
  summary: z.string(),
  /** Who came, as a count; 0 before. */
  people: z.number().int(),
  tables: z.array(table),
});

const note = z.object({
  voiceNumber: z.number().int(),
  /** From the copy that two people looked at. */
  words: z.string(),
  round: z.number().int(),
  table: z.string(),
  votes: z.number().int(),
});

const group = {
  notes: z.array(note),
  /** Notes whose words may not be public, or not yet: counted alone. */
  withheld: z.number().int(),
};

const heading = z.object({
  topicId: z.string(),
  topicNumber: z.number().int(),
  title: z.string(),
  ...group,
  /** どう生かしたか, once it is decided. */
  answer: z.object({ category: z.string(), content: z.string(), body: z.string(), decidedOn: z.string() }).nullable(),
});

/** A workshop (ワークショップ) as it goes public: no person, and of notes only what the ledger lets everybody read. */
export const workshopDetail = z.object({
  kind: z.literal("workshop"),
  purpose: z.string(),
  eligibility: z.string(),
  howToApply: z.string(),
  nextSteps: z.string(),
  rounds: z.array(round),
  headings: z.array(heading),
  /** Notes without a heading yet. */
  loose: z.object(group),
  /** 対象外: counted alone. */
  excluded: z.number().int(),
});

export type WorkshopDetail = z.infer<typeof workshopDetail>;
export type PublishedRound = WorkshopDetail["rounds"][number];
export type PublishedHeading = WorkshopDetail["headings"][number];
export type PublishedNote = PublishedHeading["notes"][number];
