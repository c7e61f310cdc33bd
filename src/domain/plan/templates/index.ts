export { keepTemplate, useTemplate, withdrawTemplate } from "./actions.ts";
export { templateRefusals, templateStateLabels } from "./labels.ts";
export { mayManageTemplates } from "./permissions.ts";
export {
  changedTemplates,
  listTemplates,
  templateBytes,
  templateFile,
  templateInUse,
  templateNames,
  templatePage,
} from "./queries.ts";
export {
  longestTemplateName,
  templateState,
  type TemplateReport,
  type TemplateState,
  type WordTemplate,
} from "./template.ts";
