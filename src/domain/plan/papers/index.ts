export { keepPaper, makePaperKind, removePapers, requestPaper, type PaperRequest } from "./actions.ts";
export { paperFormLabels, paperRefusals } from "./labels.ts";
export {
  isPaperForm,
  paperFileName,
  type MadePaper,
  type PaperAnnex,
  type PaperForm,
  type PlanPaper,
} from "./paper.ts";
export { mayMakePapers } from "./permissions.ts";
export { listPapers, paperContent, paperFile, storedPapers, type PaperContent } from "./queries.ts";
