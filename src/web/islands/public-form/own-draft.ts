import { secondaryButton } from "./secondary-button.ts";

/** The fields that are kept while they are written: the opinion alone, never who writes it, since others may use this device. */
const kept = ["text", "place"] as const;

function key(): string {
  return `tomoni-comment:${location.pathname}`;
}

/** Keeps what stands in the form's text fields. A browser that keeps nothing works without. */
export function keepDraftOf(form: HTMLFormElement): void {
  const entries = kept.map((name) => [name, valueOf(form, name)] as const);
  if (!isText(form.elements.namedItem("text"))) return;
  try {
    localStorage.setItem(key(), JSON.stringify(Object.fromEntries(entries)));
  } catch {
    // full, or turned off
  }
}

/** Puts a kept draft back where nothing is written yet, and says so with a way to throw it away. */
export function offerDraft(form: HTMLFormElement, notices: Element | null): void {
  const field = form.elements.namedItem("text");
  const draft = keptDraft();
  if (!isText(field) || field.value !== "" || !draft["text"]) return;
  for (const name of kept) setValue(form, name, draft[name] ?? "");
  const notice = document.createElement("div");
  notice.className = "notice mt-4";
  notice.textContent = "この端末に残っていた書きかけの意見を戻しました。";
  const button = secondaryButton("書きかけを消す", () => {
    forgetDraft();
    for (const name of kept) setValue(form, name, "");
    notice.remove();
    field.focus();
  });
  notice.append(button);
  notices?.replaceChildren(notice);
}

export function forgetDraft(): void {
  try {
    localStorage.removeItem(key());
  } catch {
    // turned off: nothing was kept
  }
}

function keptDraft(): Readonly<Record<string, string | undefined>> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key()) ?? "null");
    return typeof found === "object" && found !== null ? (found as Record<string, string>) : {}; // our own writing
  } catch {
    return {};
  }
}

function isText(field: unknown): field is HTMLTextAreaElement | HTMLInputElement {
  return field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== "hidden");
}

function valueOf(form: HTMLFormElement, name: string): string {
  const field = form.elements.namedItem(name);
  return isText(field) ? field.value : "";
}

function setValue(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (isText(field)) field.value = value;
}
