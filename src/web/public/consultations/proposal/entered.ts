import {
  emptyProposal,
  roleFields,
  type JoiningEntry,
  type ProposalEntry,
  type ReportEntry,
} from "#domain/consultations/submissions.ts";
import { isId, newId } from "#kernel/id.ts";
import { textIn } from "../public-comment/entered.ts";

/** What every page of a form carries along: its key, and when its first page was made (milliseconds). */
export interface Begun {
  readonly formKey: string;
  readonly began: number;
}

export function beginning(now: Date): Begun {
  return { formKey: newId(), began: now.getTime() };
}

/** A key that is none is replaced, so that nobody shares one by mistake. */
export function begunIn(form: FormData): Begun {
  const key = textIn(form, "formKey");
  return { formKey: isId(key) ? key : newId(), began: Number(textIn(form, "began")) || 0 };
}

export function proposalIn(form: FormData): ProposalEntry {
  const field = textIn(form, "roleField");
  return {
    ...emptyProposal,
    nodeId: textIn(form, "nodeId"),
    roleField: roleFields.find((each) => each === field) ?? "",
    title: textIn(form, "title"),
    text: textIn(form, "text"),
    wishesPublication: textIn(form, "wishesPublication") !== "no",
    name: textIn(form, "name"),
    senderKind: textIn(form, "senderKind"),
    ageBand: textIn(form, "ageBand"),
  };
}

export function joiningIn(form: FormData): JoiningEntry {
  return { text: textIn(form, "text"), wishesPublication: textIn(form, "wishesPublication") !== "no" };
}

export function reportIn(form: FormData): ReportEntry {
  return { ground: textIn(form, "ground"), words: textIn(form, "words") };
}

/** What was entered on other pages, as hidden fields; those that the page itself asks for are left out. */
export function hiddenOf(
  { formKey, began }: Begun,
  entry: Readonly<Record<string, string | boolean>>,
  asked: readonly string[],
): Record<string, string> {
  const words = Object.entries(entry).map(([name, value]): [string, string] => [
    name,
    typeof value === "boolean" ? (value ? "yes" : "no") : value,
  ]);
  const others = words.filter(([name]) => !asked.includes(name));
  return { ...Object.fromEntries(others), formKey, began: String(began) };
}
