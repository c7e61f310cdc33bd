import { forgetDraft, keepDraftOf, offerDraft } from "./public-form/own-draft.ts";
import { queued, takeOff, waitFor, type Sending } from "./public-form/queue.ts";

const retryAfter = 15_000; // milliseconds

/**
 * What script adds to a public form that is complete without it: the text is kept in this browser while it is written, and a sending
 * without a line waits and goes by itself. A sending that goes twice is one, by the form's key.
 */
export function wakePublicForm(): void {
  const form = document.querySelector("form");
  if (form) {
    offerDraft(form, notices());
    form.addEventListener("input", () => keepDraftOf(form));
  }
  if (document.querySelector("[data-form-done]")) forgetDraft();
  document.addEventListener("submit", takeSubmit);
  window.addEventListener("online", () => void sendQueued());
  void sendQueued();
}

function notices(): Element | null {
  return document.querySelector("[data-form-notices]");
}

/** Only the last step goes through here: between its pages the form is a plain one. */
function takeSubmit(event: SubmitEvent): void {
  const { target: form, submitter } = event;
  if (!(form instanceof HTMLFormElement) || !(submitter instanceof HTMLButtonElement) || submitter.value !== "send")
    return;
  event.preventDefault();
  const body = new FormData(form, submitter);
  submitter.disabled = true;
  void deliver({ action: form.action, entries: [...body] }).finally(() => (submitter.disabled = false));
}

/** Sends; without a line it is put aside and tried again. */
async function deliver(sending: Sending): Promise<void> {
  const answer = await sent(sending);
  if (answer) return show(answer);
  await waitFor(sending);
  tell(
    "いまは通信できないので、まだ送られていません。意見はこの端末に残してあります。通信できるようになると、自動で送ります。このページを閉じても、次にこのページを開いたときに送ります。",
  );
  setTimeout(() => void sendQueued(), retryAfter);
}

async function sendQueued(): Promise<void> {
  const sending = await queued(location.pathname);
  if (!sending) return;
  const answer = await sent(sending);
  if (!answer) {
    tell("送信を待っている意見があります。通信できるようになると、自動で送ります。");
    setTimeout(() => void sendQueued(), retryAfter);
    return;
  }
  await takeOff(sending);
  await show(answer);
}

/** The answer, or undefined where none came. */
async function sent({ action, entries }: Sending): Promise<Response | undefined> {
  const body = new FormData();
  for (const [name, value] of entries) body.append(name, value);
  try {
    const answer = await fetch(action, { method: "POST", body });
    return answer.status >= 500 ? undefined : answer;
  } catch {
    return undefined;
  }
}

/** Puts the answer's page in place of this one, as a browser without script would. */
async function show(answer: Response): Promise<void> {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [main, heading] = [page.querySelector("main"), page.querySelector("h1")];
  if (!main) return;
  document.title = page.title;
  document.querySelector("main")?.replaceWith(document.importNode(main, true));
  if (document.querySelector("[data-form-done]")) forgetDraft();
  const shown = document.querySelector("h1");
  if (!heading || !shown) return;
  shown.tabIndex = -1;
  shown.focus();
  window.scrollTo(0, 0);
}

function tell(words: string): void {
  const place = notices();
  if (!place) return;
  const notice = document.createElement("p");
  notice.className = "notice notice-caution mt-4";
  notice.textContent = words;
  place.replaceChildren(notice);
}
