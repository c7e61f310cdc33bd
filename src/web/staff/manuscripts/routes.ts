import { mayReadManuscripts, mayRemark, mayShapeManuscript, mayWorkOnManuscripts } from "#domain/documents/index.ts";
import type { StaffRoute } from "../route.ts";
import { confirmChosen, showConfirming } from "./confirming-page.tsx";
import { moveFrame, removeFrame, saveFrame, showFrame } from "./frame-page.tsx";
import { acceptPlaces, showFigures } from "./figures-page.tsx";
import { dropTerm, saveGlossaryFile, saveTerm, showGlossary } from "./glossary-page.tsx";
import { putRemark, showRemarks, tellDisposition } from "./remark-acts.tsx";
import { saveGone, showGone, tellGone, whereStanding } from "./gone-page.tsx";
import { showHistory } from "./history-page.tsx";
import { showLoan } from "./loan-page.tsx";
import { adoptWriting, giveUpWriting, returnWriting, saveWriting, tellSave } from "./loan-save.ts";
import { saveSectionsFile, showManuscript } from "./manuscript-page.tsx";
import { showManuscripts } from "./manuscripts-page.tsx";
import { addToOutline, bindOutline, removeFromOutline, stepInOutline } from "./outline-acts.ts";
import { showOutline } from "./outline-page.tsx";
import { showPicture, takePicture, tellSources } from "./resources.ts";
import { borrow, putAway, setState } from "./section-acts.ts";
import { showSection } from "./section-page.tsx";
import { wordRoutes } from "./word/routes.ts";
import { doTakeover, showTakeover } from "./takeover-page.tsx";

const manuscripts = "/staff/manuscripts";
const manuscript = `${manuscripts}/:slug`;
const outline = `${manuscript}/outline`;
const loan = `${manuscript}/loans/:loan`;
const section = `${manuscript}/sections/:id`;

export const manuscriptRoutes: readonly StaffRoute[] = [
  { method: "get", path: manuscripts, may: mayReadManuscripts, handle: showManuscripts },
  { method: "get", path: manuscript, may: mayReadManuscripts, handle: showManuscript },
  { method: "get", path: `${manuscript}/sections.csv`, may: mayReadManuscripts, handle: saveSectionsFile },
  { method: "get", path: outline, may: mayShapeManuscript, handle: (visit) => showOutline(visit) },
  { method: "post", path: `${outline}/additions`, may: mayShapeManuscript, handle: addToOutline },
  { method: "post", path: `${outline}/binding`, may: mayShapeManuscript, handle: bindOutline },
  { method: "post", path: `${outline}/steps`, may: mayShapeManuscript, handle: stepInOutline },
  { method: "post", path: `${outline}/removals`, may: mayShapeManuscript, handle: removeFromOutline },
  {
    method: "get",
    path: `${manuscript}/confirming`,
    may: mayWorkOnManuscripts,
    handle: (visit) => showConfirming(visit),
  },
  { method: "post", path: `${manuscript}/confirming`, may: mayWorkOnManuscripts, handle: confirmChosen },
  { method: "get", path: section, may: mayReadManuscripts, handle: (visit) => showSection(visit) },
  { method: "get", path: `${section}/history`, may: mayReadManuscripts, handle: showHistory },
  { method: "get", path: `${section}/frame`, may: mayShapeManuscript, handle: (visit) => showFrame(visit) },
  { method: "post", path: `${section}/frame`, may: mayShapeManuscript, handle: saveFrame },
  { method: "post", path: `${section}/frame/move`, may: mayShapeManuscript, handle: moveFrame },
  { method: "post", path: `${section}/frame/removal`, may: mayShapeManuscript, handle: removeFrame },
  { method: "post", path: `${section}/loans`, may: mayWorkOnManuscripts, handle: borrow },
  { method: "get", path: `${section}/takeover`, may: mayWorkOnManuscripts, handle: (visit) => showTakeover(visit) },
  { method: "post", path: `${section}/takeover`, may: mayWorkOnManuscripts, handle: doTakeover },
  { method: "post", path: `${section}/states`, may: mayWorkOnManuscripts, handle: setState },
  { method: "post", path: `${section}/copies`, may: mayWorkOnManuscripts, handle: putAway },
  { method: "get", path: loan, may: mayWorkOnManuscripts, handle: whereStanding((visit) => showLoan(visit), showGone) },
  { method: "post", path: loan, may: mayWorkOnManuscripts, handle: whereStanding(saveWriting, saveGone) },
  { method: "post", path: `${loan}/saves`, may: mayWorkOnManuscripts, handle: whereStanding(tellSave, tellGone) },
  { method: "post", path: `${loan}/return`, may: mayWorkOnManuscripts, handle: whereStanding(returnWriting, saveGone) },
  {
    method: "post",
    path: `${loan}/giving-up`,
    may: mayWorkOnManuscripts,
    handle: whereStanding(giveUpWriting, saveGone),
  },
  {
    method: "post",
    path: `${loan}/adoptions`,
    may: mayWorkOnManuscripts,
    handle: whereStanding(adoptWriting, saveGone),
  },
  { method: "get", path: `${manuscript}/sources`, may: mayWorkOnManuscripts, handle: tellSources },
  { method: "post", path: `${manuscript}/pictures`, may: mayWorkOnManuscripts, handle: takePicture },
  { method: "get", path: `${manuscript}/pictures/:file`, may: mayReadManuscripts, handle: showPicture },
  { method: "post", path: `${section}/remarks`, may: mayRemark, handle: putRemark },
  { method: "post", path: `${section}/remarks/disposal`, may: mayWorkOnManuscripts, handle: tellDisposition },
  { method: "get", path: `${manuscript}/remarks`, may: mayReadManuscripts, handle: showRemarks },
  { method: "get", path: `${manuscript}/figures`, may: mayReadManuscripts, handle: (visit) => showFigures(visit) },
  { method: "post", path: `${manuscript}/figures`, may: mayWorkOnManuscripts, handle: acceptPlaces },
  { method: "get", path: `${manuscript}/glossary`, may: mayReadManuscripts, handle: (visit) => showGlossary(visit) },
  { method: "get", path: `${manuscript}/glossary.csv`, may: mayReadManuscripts, handle: saveGlossaryFile },
  { method: "post", path: `${manuscript}/glossary`, may: mayShapeManuscript, handle: saveTerm },
  { method: "post", path: `${manuscript}/glossary/removal`, may: mayShapeManuscript, handle: dropTerm },
  ...wordRoutes,
];
