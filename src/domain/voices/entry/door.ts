export {
  correctSheet,
  dropBatch,
  endEntry,
  enterSheet,
  openBatch,
  removeSheet,
  resumeEntry,
  type EnteredSheet,
} from "./actions.ts";
export {
  mostSheets,
  paperWays,
  sameWords,
  takingFault,
  type BatchState,
  type PaperSheet,
  type PaperWay,
  type SheetWords,
  type VoiceBatch,
} from "./batch.ts";
export { batchStateLabels, entryRefusals, sheetFieldLabels } from "./labels.ts";
export { batchPage, listBatches, type BatchPage } from "./queries.ts";
export { giveReceipts, readSheet, takeBatch } from "./reading-acts.ts";
