export {
  applyVoiceImport,
  applyVoicesKind,
  reopenVoiceImport,
  requestVoiceImport,
  shortText,
  voiceImportFault,
} from "./application.ts";
export {
  listVoiceImports,
  voiceImportCase,
  voiceImportFile,
  voiceImportOrigins,
  voiceImportPreview,
  type VoiceImportCase,
  type VoiceImportPreview,
} from "./case.ts";
export {
  columnRoles as voiceColumnRoles,
  headsOf as voiceHeadsOf,
  type ColumnRole as VoiceColumnRole,
} from "./columns.ts";
export {
  importColumnLabels as voiceColumnLabels,
  importStateLabels as voiceImportStateLabels,
  questionLabels as voiceQuestionLabels,
  remarkLabels as voiceRemarkLabels,
} from "./labels.ts";
export { choicesOf as voiceAnswerChoices, type Question as VoiceQuestion } from "./questions.ts";
export type { ReadVoice, Remark as VoiceRemark } from "./reading.ts";
export {
  abandonVoiceImport,
  answerVoiceQuestions,
  chooseVoiceTable,
  confirmVoiceColumns,
  leaveFaultsOut,
  startVoiceImport,
} from "./steps.ts";
export {
  stageOf as voiceImportStageOf,
  type ImportStage as VoiceImportStage,
  type VoiceImport,
} from "./voice-import.ts";
