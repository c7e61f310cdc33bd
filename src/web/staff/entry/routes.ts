import { mayOpenEntry } from "#domain/voices/index.ts";
import type { StaffRoute } from "../route.ts";
import {
  postAbandonment,
  postEntryEnd,
  postEntryResumption,
  postReceiptsGiven,
  postTaking,
  showBatch,
} from "./batch-page.tsx";
import { showEntryHome } from "./home-page.tsx";
import { chooseTable, saveColumns, showColumns } from "./imports/columns-step.tsx";
import {
  postAbandonment as postImportAbandonment,
  postReopening,
  saveNumbers,
  showImport,
  showProgress,
  showResult,
} from "./imports/outcome-steps.tsx";
import { applyImport, saveFaultChoice, saveRemarks, showPreview } from "./imports/preview-step.tsx";
import { saveAnswers, showQuestions } from "./imports/questions-step.tsx";
import { sendOriginal } from "./imports/upload.tsx";
import { showEntryOf, startBatch, uploadVoices } from "./occasion-page.tsx";
import { postReading, showReading } from "./reading-page.tsx";
import { showReceipts } from "./receipts-page.tsx";
import { dropSheet, saveNewSheet, saveSheet, showNewSheet, showSheet } from "./sheet-page.tsx";

const may = mayOpenEntry;
const home = "/staff/entry";
const occasion = `${home}/occasions/:occasion`;
const batch = `${home}/batches/:batch`;
const one = `${home}/imports/:import`;
const sheet = `${batch}/sheets/:sheet`;

/** The pages on which voices from papers and files are entered. Of which procedure, the acts decide. */
export const entryRoutes: readonly StaffRoute[] = [
  { method: "get", path: home, may, handle: showEntryHome },
  { method: "get", path: occasion, may, handle: showEntryOf },
  { method: "post", path: `${occasion}/batches`, may, handle: startBatch },
  { method: "get", path: batch, may, handle: showBatch },
  { method: "post", path: `${batch}/entry-end`, may, handle: postEntryEnd },
  { method: "post", path: `${batch}/entry-resumption`, may, handle: postEntryResumption },
  { method: "post", path: `${batch}/abandonment`, may, handle: postAbandonment },
  { method: "post", path: `${batch}/taking`, may, handle: postTaking },
  { method: "post", path: `${batch}/receipts-given`, may, handle: postReceiptsGiven },
  { method: "get", path: `${batch}/reading`, may, handle: showReading },
  { method: "get", path: `${batch}/receipts`, may, handle: showReceipts },
  { method: "get", path: `${batch}/sheets/new`, may, handle: showNewSheet },
  { method: "post", path: `${batch}/sheets/new`, may, handle: saveNewSheet },
  { method: "get", path: sheet, may, handle: showSheet },
  { method: "post", path: sheet, may, handle: saveSheet },
  { method: "post", path: `${sheet}/removal`, may, handle: dropSheet },
  { method: "post", path: `${sheet}/reading`, may, handle: postReading },
  { method: "post", path: `${occasion}/imports`, may, handle: uploadVoices },
  { method: "get", path: one, may, handle: showImport },
  { method: "get", path: `${one}/file`, may, handle: sendOriginal },
  { method: "get", path: `${one}/columns`, may, handle: showColumns },
  { method: "post", path: `${one}/columns`, may, handle: saveColumns },
  { method: "post", path: `${one}/table`, may, handle: chooseTable },
  { method: "get", path: `${one}/questions`, may, handle: showQuestions },
  { method: "post", path: `${one}/questions`, may, handle: saveAnswers },
  { method: "get", path: `${one}/preview`, may, handle: showPreview },
  { method: "post", path: `${one}/faults`, may, handle: saveFaultChoice },
  { method: "get", path: `${one}/remarks.csv`, may, handle: saveRemarks },
  { method: "post", path: `${one}/application`, may, handle: applyImport },
  { method: "get", path: `${one}/progress`, may, handle: showProgress },
  { method: "post", path: `${one}/reopening`, may, handle: postReopening },
  { method: "post", path: `${one}/abandonment`, may, handle: postImportAbandonment },
  { method: "get", path: `${one}/result`, may, handle: showResult },
  { method: "get", path: `${one}/numbers.csv`, may, handle: saveNumbers },
];
