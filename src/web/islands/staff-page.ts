import { removeDraftsOfOthers } from "./unsaved-changes/draft.ts";

/** What every page of the staff site does with script: Ctrl+K goes to the search, and drafts stay with whom they belong to. */
export function wakeStaffPage(): void {
  document.addEventListener("keydown", goToSearch);
  removeDraftsOfOthers(localStorage, document.documentElement.dataset["person"] ?? "");
  document
    .querySelector('form[action="/staff/sign-out"]')
    ?.addEventListener("submit", () => removeDraftsOfOthers(localStorage, ""));
}

function goToSearch(event: KeyboardEvent): void {
  if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const field = document.getElementById("staff-q");
  if (!(field instanceof HTMLInputElement)) return;
  event.preventDefault();
  field.focus();
  field.select();
}
