import { mayManageStatistics, mayReadStatistics } from "#domain/statistics/index.ts";
import type { StaffRoute } from "../route.ts";
import { addCitation, dropCitation, mayOpenCitations, showCitations } from "./citation-page.tsx";
import { saveDataSetWords, savePublicChoice, showDataSet } from "./data-set-page.tsx";
import { dropGroup, makeGroup, saveGroupEdit, showGroup, showGroups, showNewGroup } from "./groups-page.tsx";
import { sendOriginal, showStatisticImports, uploadStatistics } from "./imports/imports-page.tsx";
import {
  abandonImportOf,
  reopenImportOf,
  showImport,
  showImportProgress,
  showImportResult,
} from "./imports/outcome-steps.tsx";
import { answerUnknown, applyImport, saveImportErrors, showImportPreview } from "./imports/preview-step.tsx";
import { chooseImportTable, saveImportSettings, showImportSettings } from "./imports/settings-step.tsx";
import { saveItemEdit, showItemEdit } from "./item-edit.tsx";
import { saveItemFile, showItem } from "./item-page.tsx";
import { showStatistics } from "./statistics-page.tsx";

const home = "/staff/statistics";
const set = `${home}/sets/:set`;
const item = `${home}/items/:item`;
const group = `${home}/groups/:group`;
const imports = `${home}/imports`;
const one = `${imports}/:import`;
const citations = "/staff/plans/:slug/nodes/:id/statistics";

export const statisticsRoutes: readonly StaffRoute[] = [
  { method: "get", path: home, may: mayReadStatistics, handle: showStatistics },
  { method: "get", path: set, may: mayReadStatistics, handle: showDataSet },
  { method: "post", path: set, may: mayManageStatistics, handle: saveDataSetWords },
  { method: "post", path: `${set}/public-items`, may: mayManageStatistics, handle: savePublicChoice },
  { method: "get", path: item, may: mayReadStatistics, handle: showItem },
  { method: "get", path: `${item}/comparison.csv`, may: mayReadStatistics, handle: saveItemFile },
  { method: "get", path: `${item}/edit`, may: mayManageStatistics, handle: showItemEdit },
  { method: "post", path: `${item}/edit`, may: mayManageStatistics, handle: saveItemEdit },
  { method: "get", path: `${home}/groups`, may: mayReadStatistics, handle: showGroups },
  { method: "get", path: `${home}/groups/new`, may: mayManageStatistics, handle: showNewGroup },
  { method: "post", path: `${home}/groups/new`, may: mayManageStatistics, handle: makeGroup },
  { method: "get", path: group, may: mayManageStatistics, handle: showGroup },
  { method: "post", path: group, may: mayManageStatistics, handle: saveGroupEdit },
  { method: "post", path: `${group}/removal`, may: mayManageStatistics, handle: dropGroup },
  { method: "get", path: imports, may: mayManageStatistics, handle: showStatisticImports },
  { method: "post", path: imports, may: mayManageStatistics, handle: uploadStatistics },
  { method: "get", path: one, may: mayManageStatistics, handle: showImport },
  { method: "get", path: `${one}/file`, may: mayManageStatistics, handle: sendOriginal },
  { method: "get", path: `${one}/settings`, may: mayManageStatistics, handle: showImportSettings },
  { method: "post", path: `${one}/settings`, may: mayManageStatistics, handle: saveImportSettings },
  { method: "post", path: `${one}/table`, may: mayManageStatistics, handle: chooseImportTable },
  { method: "get", path: `${one}/preview`, may: mayManageStatistics, handle: showImportPreview },
  { method: "post", path: `${one}/preview`, may: mayManageStatistics, handle: answerUnknown },
  { method: "get", path: `${one}/errors.csv`, may: mayManageStatistics, handle: saveImportErrors },
  { method: "post", path: `${one}/application`, may: mayManageStatistics, handle: applyImport },
  { method: "get", path: `${one}/progress`, may: mayManageStatistics, handle: showImportProgress },
  { method: "post", path: `${one}/reopening`, may: mayManageStatistics, handle: reopenImportOf },
  { method: "get", path: `${one}/result`, may: mayManageStatistics, handle: showImportResult },
  { method: "post", path: `${one}/abandonment`, may: mayManageStatistics, handle: abandonImportOf },
  { method: "get", path: citations, may: mayOpenCitations, handle: showCitations },
  { method: "post", path: citations, may: mayOpenCitations, handle: addCitation },
  { method: "post", path: `${citations}/removal`, may: mayOpenCitations, handle: dropCitation },
];
