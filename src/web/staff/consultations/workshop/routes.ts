import { mayOpenConsultations, mayReadConsultations, mayWorkOnConsultations } from "#domain/consultations/index.ts";
import { mayUseDesk } from "#domain/voices/index.ts";
import type { StaffRoute } from "../../route.ts";
import { workshopAddress } from "./addresses.ts";
import { changeBoard, showBoard } from "./board-page.tsx";
import { applyNoteFile, readNoteFile, showNoteImport } from "./import-page.tsx";
import { newsletterOf } from "./newsletters.tsx";
import { enterNotes, saveNotes, showNotes } from "./notes-page.tsx";
import { makeRound, saveRoundForm, showNewRound, showRoundForm, takeRoundAway } from "./round-form-page.tsx";
import { saveTables, showRound, takeNotesIn } from "./round-page.tsx";
import { saveSummaries, showSummaries } from "./summaries-page.tsx";
import { makeWorkshop, saveWorkshopForm, showNewWorkshop, showWorkshopForm } from "./workshop-form-page.tsx";

const [slug, round] = [":slug", ":round"];
const [open, read, work] = [mayOpenConsultations, mayReadConsultations, mayWorkOnConsultations];

/** Workshops (ワークショップ): rounds, tables, notes, and the board on which notes are gathered. */
export const workshopRoutes: readonly StaffRoute[] = [
  { method: "get", path: workshopAddress.create, may: open, handle: showNewWorkshop },
  { method: "post", path: workshopAddress.create, may: open, handle: makeWorkshop },
  { method: "get", path: workshopAddress.words(slug), may: work, handle: showWorkshopForm },
  { method: "post", path: workshopAddress.words(slug), may: work, handle: saveWorkshopForm },
  { method: "get", path: workshopAddress.newRound(slug), may: work, handle: showNewRound },
  { method: "post", path: workshopAddress.newRound(slug), may: work, handle: makeRound },
  { method: "get", path: workshopAddress.round(slug, round), may: read, handle: showRound },
  { method: "get", path: workshopAddress.roundWords(slug, round), may: work, handle: showRoundForm },
  { method: "post", path: workshopAddress.roundWords(slug, round), may: work, handle: saveRoundForm },
  { method: "post", path: workshopAddress.roundRemoval(slug, round), may: work, handle: takeRoundAway },
  { method: "post", path: workshopAddress.tables(slug, round), may: work, handle: saveTables },
  { method: "get", path: workshopAddress.summaries(slug, round), may: work, handle: showSummaries },
  { method: "post", path: workshopAddress.summaries(slug, round), may: work, handle: saveSummaries },
  { method: "get", path: workshopAddress.notes(slug, round), may: read, handle: showNotes },
  { method: "post", path: workshopAddress.notes(slug, round), may: work, handle: enterNotes },
  { method: "post", path: workshopAddress.noteKeeping(slug, round), may: work, handle: saveNotes },
  { method: "post", path: workshopAddress.noteReception(slug, round), may: work, handle: takeNotesIn },
  { method: "get", path: workshopAddress.noteImport(slug, round), may: work, handle: showNoteImport },
  { method: "post", path: workshopAddress.noteImport(slug, round), may: work, handle: readNoteFile },
  { method: "post", path: workshopAddress.noteApplication(slug, round), may: work, handle: applyNoteFile },
  { method: "get", path: workshopAddress.newsletter(slug, ":file"), may: read, handle: newsletterOf },
  { method: "get", path: workshopAddress.board(slug), may: read, handle: showBoard },
  { method: "post", path: workshopAddress.board(slug), may: mayUseDesk, handle: changeBoard },
];
