import { mayReadManuscripts, mayWorkOnManuscripts } from "#domain/documents/index.ts";
import type { StaffRoute } from "../../route.ts";
import { handIn, showWordDesk } from "./desk-page.tsx";
import { abandonImport, eraseImport, takeChanges } from "./import-acts.ts";
import { showTexts } from "./import-page.tsx";
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
  { method: "get", path: oneImport, may: mayReadManuscripts, handle: (visit) => showTexts(visit) },
  { method: "post", path: oneImport, may: mayWorkOnManuscripts, handle: takeChanges },
  { method: "post", path: `${oneImport}/abandonment`, may: mayWorkOnManuscripts, handle: abandonImport },
  { method: "post", path: `${oneImport}/erasure`, may: mayWorkOnManuscripts, handle: eraseImport },
];
