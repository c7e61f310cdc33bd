/** What the page that answers replaces: the tables' counts and the list of notes. */
const renewed = ['nav[aria-label="班"]', "section[aria-labelledby=list-title]"];

const notSent = "送れませんでした。つながりを確かめて、もう一度 Enter を押してください。";

/**
 * Sends notes behind the typing: Enter empties the field at once, and the words go out one after another. What could not be sent
 * stays in line and goes first with the next Enter; what is refused comes back with the reason. Without script the form posts itself.
 */
export function wakeNoteEntry(): void {
  const form = document.querySelector<HTMLFormElement>("form.note-entry");
  const field = form?.querySelector<HTMLInputElement>("input[name=note]");
  if (form && field) new NoteEntry(form, field).listen();
}

class NoteEntry {
  readonly #form: HTMLFormElement;
  readonly #field: HTMLInputElement;
  readonly #waiting: string[] = [];
  #isSending = false;

  constructor(form: HTMLFormElement, field: HTMLInputElement) {
    this.#form = form;
    this.#field = field;
  }

  listen(): void {
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#take();
    });
    addEventListener("beforeunload", (event) => {
      if (this.#waiting.length > 0) event.preventDefault();
    });
  }

  #take(): void {
    const words = this.#field.value.trim();
    if (words !== "") this.#waiting.push(words);
    this.#field.value = "";
    this.#field.focus();
    if (!this.#isSending) void this.#sendAll();
  }

  async #sendAll(): Promise<void> {
    this.#isSending = true;
    for (let [next] = this.#waiting; next !== undefined; [next] = this.#waiting) if (!(await this.#send(next))) break;
    this.#isSending = false;
  }

  /** Sends the first in line. The form's key stays until an answer came, so that a note sent twice is one. */
  async #send(words: string): Promise<boolean> {
    const body = new FormData(this.#form);
    body.set("note", words);
    const answer = await fetch(this.#form.action, { method: "POST", body }).catch(() => undefined);
    if (!answer || (!answer.ok && answer.status !== 422))
      return this.#say(`${notSent}（残り${this.#waiting.length}枚）`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.querySelector("form.note-entry")) return this.#say(notSent); // signed out meanwhile, or settled
    this.#waiting.shift();
    this.#renewKey(page);
    if (!answer.ok) return this.#giveBack(words, page);
    this.#renewLists(page);
    this.#say(`「${words}」を入れました。`);
    return true;
  }

  #giveBack(words: string, page: Document): false {
    if (this.#field.value === "") this.#field.value = words;
    return this.#say(`「${words}」は入れられませんでした。${page.querySelector(".notice-bad")?.textContent ?? ""}`);
  }

  #renewKey(page: Document): void {
    const key = page.querySelector<HTMLInputElement>("form.note-entry input[name=_key]")?.value;
    const own = this.#form.querySelector<HTMLInputElement>("input[name=_key]");
    if (own && key) own.value = key;
  }

  /** Nothing is replaced while somebody is putting notes right. */
  #renewLists(page: Document): void {
    for (const selector of renewed) {
      const [old, fresh] = [document.querySelector(selector), page.querySelector(selector)];
      if (old && fresh && !isBeingChanged(old)) old.replaceWith(fresh);
    }
  }

  #say(words: string): false {
    const status = this.#form.querySelector("[role=status]");
    if (status) status.textContent = words;
    return false;
  }
}

function isBeingChanged(part: Element): boolean {
  const fields = [...part.querySelectorAll<HTMLInputElement>("input:not([type=hidden])")];
  return part.contains(document.activeElement) || fields.some(({ value, defaultValue }) => value !== defaultValue);
}
