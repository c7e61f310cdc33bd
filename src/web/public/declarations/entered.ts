import {
  declarerKinds,
  emptyDeclaration,
  type Contact,
  type DeclarationEntry,
} from "#domain/declarations/submissions.ts";
import { textIn } from "../consultations/public-comment/entered.ts";

export function declarationIn(form: FormData): DeclarationEntry {
  const kind = textIn(form, "kind");
  return {
    ...emptyDeclaration,
    kind: declarerKinds.find((each) => each === kind) ?? "business",
    organisation: textIn(form, "organisation"),
    showsName: textIn(form, "showsName") !== "no",
    promise: textIn(form, "promise"),
    goals: [...new Set(form.getAll("goals").map(Number))].filter((goal) => Number.isSafeInteger(goal)),
    nodeIds: [...new Set(form.getAll("nodeIds").filter((id) => typeof id === "string" && id !== ""))] as string[], // filtered just now
    untilOn: textIn(form, "untilOn"),
  };
}

export function contactIn(form: FormData): Contact {
  return { name: textIn(form, "name"), phone: textIn(form, "phone"), email: textIn(form, "email") };
}
