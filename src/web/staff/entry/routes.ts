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
import { showEntryOf, startBatch } from "./occasion-page.tsx";
import { postReading, showReading } from "./reading-page.tsx";
import { showReceipts } from "./receipts-page.tsx";
import { dropSheet, saveNewSheet, saveSheet, showNewSheet, showSheet } from "./sheet-page.tsx";

const may = mayOpenEntry;
const home = "/staff/entry";
const occasion = `${home}/occasions/:occasion`;
const batch = `${home}/batches/:batch`;
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
];
