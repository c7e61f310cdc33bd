import { mayReadManuscripts, mayShapeManuscript, mayWorkOnManuscripts } from "#domain/documents/index.ts";
import type { StaffRoute } from "../../route.ts";
import { handIn, showWordDesk } from "./desk-page.tsx";
import { abandonImport, eraseImport, showImport, takeChanges, takeOutline } from "./import-acts.ts";
import { handInOutline, showOutlineDesk } from "./outline-import.tsx";
import { savePrintingSet } from "./printing.ts";
import { saveWordFile } from "./word-file.ts";

const manuscript = "/staff/manuscripts/:slug";
const section = `${manuscript}/sections/:id`;
const oneImport = `${manuscript}/word-imports/:import`;

/** Through which a manuscript goes out as Word and comes back. */
export const wordRoutes: readonly StaffRoute[] = [
  ...[manuscript, section].flatMap((base): StaffRoute[] => [
    { method: "get", path: `${base}/word.docx`, may: mayReadManuscripts, handle: saveWordFile },
    { method: "get", path: `${base}/word`, may: mayReadManuscripts, handle: (visit) => showWordDesk(visit) },
    { method: "post", path: `${base}/word`, may: mayWorkOnManuscripts, handle: handIn },
  ]),
  { method: "get", path: oneImport, may: mayReadManuscripts, handle: showImport },
  { method: "post", path: oneImport, may: mayWorkOnManuscripts, handle: takeChanges },
  { method: "get", path: `${manuscript}/printing-set.zip`, may: mayReadManuscripts, handle: savePrintingSet },
  { method: "post", path: `${oneImport}/outline`, may: mayShapeManuscript, handle: takeOutline },
  {
    method: "get",
    path: `${manuscript}/word-plan`,
    may: mayShapeManuscript,
    handle: (visit) => showOutlineDesk(visit),
  },
  { method: "post", path: `${manuscript}/word-plan`, may: mayShapeManuscript, handle: handInOutline },
  { method: "post", path: `${oneImport}/abandonment`, may: mayWorkOnManuscripts, handle: abandonImport },
  { method: "post", path: `${oneImport}/erasure`, may: mayWorkOnManuscripts, handle: eraseImport },
];
