import type { DocumentContent } from "#domain/documents/published.ts";
import type { ChangeSnapshot } from "#domain/voices/published.ts";
import { plainText } from "#kernel/rich-text.ts";
import { changedLines } from "#web/public/voices/changed-lines.ts";
import { versionsInOrder, type DocumentEdition } from "./edition.ts";

type Change = Pick<ChangeSnapshot, "nodeId" | "field" | "before" | "after">;

/** Whether a version says what opinions brought into a text: the new lines stand in it or, where lines were only taken out, those do not. */
export function isWritten({ plan }: Pick<DocumentContent, "plan">, { nodeId, field, ...change }: Change): boolean {
  const node = plan.nodes.find(({ id }) => id === nodeId);
  if (!node) return false;
  const text = node.fields[field];
  const words = field === "title" ? node.title : text ? plainText(text) : "";
  const { before, after } = changedLines(change);
  const says = (lines: string) => lines.split("\n").every((line) => words.includes(line));
  return after === "" ? before !== "" && !says(before) : says(after);
}

/** The version that first said it, with the one before it in which it was not yet said. */
export interface FirstWritten {
  readonly edition: DocumentEdition;
  readonly before: DocumentEdition | undefined;
}

/** Where a change can be read: in each plan that says it, the first version that does. */
export function firstWritten(editions: readonly DocumentEdition[], change: Change): FirstWritten[] {
  const plans = new Set(editions.map(({ snapshot }) => snapshot.content.plan.plan.id));
  return [...plans].flatMap((planId) => {
    const own = versionsInOrder(editions, planId);
    const at = own.findIndex(({ snapshot }) => isWritten(snapshot.content, change));
    const edition = own[at];
    return edition ? [{ edition, before: own[at - 1] }] : [];
  });
}
