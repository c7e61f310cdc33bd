import { forgetDraft, keepDraftOf, offerDraft } from "./public-form/own-draft.ts";
import { secondaryButton } from "./public-form/secondary-button.ts";
import { queued, takeOff, waitFor, type Sending } from "./public-form/queue.ts";

const retryAfter = 15_000; // milliseconds

/** The line coming back, the clock and the page's start may all ask at once: one of them sends. */
let isSendingQueued = false;

/**
 * What script adds to a public form that is complete without it: the text is kept in this browser while it is written, and a sending
 * without a line waits and goes by itself. A sending that goes twice is one, by the form's key.
 */
export function wakePublicForm(): void {
  wakeDraft();
  if (document.querySelector("[data-form-done]")) forgetDraft();
  document.addEventListener("submit", takeSubmit);
  window.addEventListener("online", () => void sendQueued());
  void sendQueued();
}

/** The form of the opinion; other forms of the page, such as the search, keep nothing. */
function wakeDraft(): void {
  const form = document.querySelector<HTMLFormElement>("form.public-form");
  if (!form) return;
  offerDraft(form, notices());
  form.addEventListener("input", () => keepDraftOf(form));
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
  if (submitter.ariaDisabled === "true") return;
  const body = new FormData(form, submitter);
  submitter.ariaDisabled = "true"; // a button that is really disabled would lose the focus
  void deliver({ action: form.action, entries: [...body] }).finally(() => (submitter.ariaDisabled = null));
}

/** Sends; without a line it is put aside and tried again. */
async function deliver(sending: Sending): Promise<void> {
  const answer = await sent(sending);
  if (answer) return show(answer);
  await waitFor(sending);
  tellWaiting(
    sending,
    "いまは通信できないので、まだ送られていません。意見は、書いた氏名や住所とともに、この端末に残してあります。通信できるようになると、自動で送ります。このページを閉じても、次にこのページを開いたときに送ります。",
  );
  setTimeout(() => void sendQueued(), retryAfter);
}

async function sendQueued(): Promise<void> {
  if (isSendingQueued) return;
  isSendingQueued = true;
  await tryQueued().finally(() => (isSendingQueued = false));
}

async function tryQueued(): Promise<void> {
  const sending = await queued(location.pathname);
  if (!sending) return;
  const answer = await sent(sending);
  if (!answer) {
    tellWaiting(sending, "送信を待っている意見があります。通信できるようになると、自動で送ります。");
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
  const main = page.querySelector("main");
  if (!main) return;
  document.title = page.title;
  document.querySelector("main")?.replaceWith(document.importNode(main, true));
  if (document.querySelector("[data-form-done]")) forgetDraft();
  wakeDraft();
  const shown = document.querySelector<HTMLElement>("main [role=alert]") ?? document.querySelector("h1");
  if (!shown) return;
  shown.tabIndex = -1;
  shown.focus();
  shown.scrollIntoView({ block: "center" });
}

/** Says that it waits, with the way to let it be: whoever sits at this device next shall not find it. */
function tellWaiting(sending: Sending, words: string): void {
  const giveUp = async () => {
    await takeOff(sending);
    notices()?.replaceChildren(
      noticeOf("送るのをやめ、この端末から消しました。書いた内容は、この画面にだけ残っています。"),
    );
  };
  const notice = noticeOf(words);
  notice.append(secondaryButton("送るのをやめる", () => void giveUp()));
  notices()?.replaceChildren(notice);
}

function noticeOf(words: string): HTMLElement {
  const notice = document.createElement("div");
  notice.className = "notice notice-caution mt-4";
  notice.textContent = words;
  return notice;
}
