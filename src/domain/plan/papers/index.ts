export { keepPaper, makePaperKind, removePapers, requestPaper, type PaperRequest } from "./actions.ts";
export { paperFormLabels, paperKindLabels, paperRefusals } from "./labels.ts";
export {
  isPaperForm,
  isPaperKind,
  paperFileName,
  paperKinds,
  type MadePaper,
  type PaperAnnex,
  type PaperForm,
  type PaperKind,
  type PlanPaper,
} from "./paper.ts";
export { mayMakePapers } from "./permissions.ts";
export {
  divisionInCharge,
  listPapers,
  paperContent,
  paperFile,
  paperToMake,
  storedPapers,
  type PaperContent,
} from "./queries.ts";
