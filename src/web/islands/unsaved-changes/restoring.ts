import type { Draft } from "./draft.ts";

/** Tells an editor that its hidden field was filled from a draft. */
export const restoredEvent = "restored";

/** Fills a form from a draft. Rows that the form has no field for any more are sent along unseen, so that nothing is lost. */
export function restore(form: HTMLFormElement, { version, entries }: Draft): void {
  const waiting = new Map<string, string[]>();
  for (const [name, value] of [["version", version] as const, ...entries])
    waiting.set(name, [...(waiting.get(name) ?? []), value]);
  for (const field of form.elements) if (isField(field)) fill(field, waiting.get(field.name));
  for (const [name, values] of waiting) for (const value of values) form.append(hiddenField(name, value));
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function isField(element: Element): element is Field {
  return element.matches("input[name], select[name], textarea[name]") && element.getAttribute("name") !== "_key";
}

/** Takes the next of the values that wait for the field's name. */
function fill(field: Field, waiting: string[] | undefined): void {
  if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio")) {
    const place = waiting?.indexOf(field.value) ?? -1;
    field.checked = place >= 0;
    if (place >= 0) waiting?.splice(place, 1);
    return;
  }
  const value = waiting?.shift();
  if (value === undefined) return;
  field.value = value;
  field.dispatchEvent(new Event(restoredEvent));
}

function hiddenField(name: string, value: string): HTMLInputElement {
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name, value });
  return field;
}
