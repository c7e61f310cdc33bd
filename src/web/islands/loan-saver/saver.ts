import { draftOf, keepDraft, type Draft } from "../unsaved-changes/draft.ts";
import { overEvent } from "./over.ts";
import type { KeptPlace } from "./protocol.ts";
import { sendSave, type Sent } from "./sending.ts";
import { draftsUnder, forgetDraft } from "./shelf.ts";

/** How the writing stands, for the words on the page. */
export type Standing =
  | { readonly kind: "saved"; readonly at: string }
  | { readonly kind: "unsaved" | "saving" }
  | { readonly kind: "offline" | "trouble" | "signedOut" | "gone"; readonly isKept: boolean }
  | { readonly kind: "refused"; readonly message: string }
  /** The texts are kept elsewhere; this page writes no more. */
  | ({ readonly kind: "over" } & KeptPlace);

export interface SaverInput {
  readonly form: HTMLFormElement;
  /** Where saves are sent. */
  readonly action: string;
  readonly saveNumber: number;
  /** 「10:32」 of the last save. */
  readonly savedAt: string;
  /** Under which name the device keeps what is not saved yet; each window adds its own. */
  readonly keptAs: string;
  readonly isOver: boolean;
  readonly tell: (standing: Standing) => void;
}

const pauses = { typing: 1_500, device: 300, again: 5_000 } as const; // milliseconds

/**
 * Saves what is written behind the typing. Every change goes to the device first, then to the server; 「saved」 is told only after
 * the server's answer. What could not be sent is sent again, and what the device kept from an earlier window goes first.
 */
export class Saver {
  readonly #input: SaverInput;
  readonly #window = newWindowName();
  #saveNumber: number;
  /** Counts the changes: each state of the texts has its own, whichever window sends it. */
  #turn = 0;
  #savedAt: string;
  #isDirty = false;
  #isComposing = false;
  #isOver: boolean;
  #isLeaving = false;
  #sending: Promise<boolean> | undefined;
  #typing: number | undefined;
  #keeping: number | undefined;

  constructor(input: SaverInput) {
    this.#input = input;
    this.#saveNumber = input.saveNumber;
    this.#savedAt = input.savedAt;
    this.#isOver = input.isOver;
  }

  /** @returns what ends the listening */
  listen(): () => void {
    const stop = new AbortController();
    const { signal } = stop;
    const { form } = this.#input;
    form.addEventListener("input", () => this.#changed(), { signal });
    form.addEventListener("compositionstart", () => void (this.#isComposing = true), { signal });
    form.addEventListener("compositionend", () => this.#composed(), { signal });
    form.addEventListener("submit", (event) => this.#submitted(event), { signal });
    addEventListener("online", () => void this.#flush(), { signal });
    addEventListener("pagehide", () => this.#keep(), { signal });
    addEventListener("beforeunload", (event) => this.#ask(event), { signal });
    void this.#sendEarlier();
    return () => {
      stop.abort();
      window.clearTimeout(this.#typing);
      window.clearTimeout(this.#keeping);
    };
  }

  #changed(): void {
    if (this.#isOver) return;
    if (!this.#isDirty && !this.#sending) this.#input.tell({ kind: "unsaved" });
    this.#isDirty = true;
    this.#turn += 1;
    window.clearTimeout(this.#keeping);
    this.#keeping = window.setTimeout(() => this.#keep(), pauses.device);
    this.#schedule(pauses.typing);
  }

  /** Nothing is sent inside a conversion (変換): the words are not yet the writer's. */
  #composed(): void {
    this.#isComposing = false;
    if (this.#isDirty) this.#schedule(pauses.typing);
  }

  #ask(event: BeforeUnloadEvent): void {
    if (!this.#isLeaving && (this.#isDirty || this.#sending)) event.preventDefault();
  }

  #schedule(milliseconds: number): void {
    window.clearTimeout(this.#typing);
    this.#typing = window.setTimeout(() => void this.#flush(), milliseconds);
  }

  /** The form as it is sent next. */
  #draft(): Draft {
    const body = new FormData(this.#input.form);
    body.set("saveNumber", String(this.#saveNumber));
    body.set("window", this.#window);
    body.set("turn", String(this.#turn));
    return draftOf(body);
  }

  get #key(): string {
    return `${this.#input.keptAs}:${this.#window}`;
  }

  #keep(): boolean {
    return !this.#isDirty || keepDraft(localStorage, this.#key, this.#draft());
  }

  /** Sends what is not saved. @returns whether everything is */
  async #flush(): Promise<boolean> {
    while (this.#sending) await this.#sending;
    if (!this.#isDirty) return !this.#isOver;
    if (this.#isComposing) return false;
    this.#sending = this.#sendNow();
    const isSaved = await this.#sending;
    this.#sending = undefined;
    return isSaved && !this.#isDirty;
  }

  async #sendNow(): Promise<boolean> {
    window.clearTimeout(this.#typing);
    const isKept = this.#keep();
    const draft = this.#draft();
    this.#isDirty = false;
    this.#input.tell({ kind: "saving" });
    return this.#answered(await sendSave(this.#input.action, draft), isKept);
  }

  #answered(sent: Sent, isKept: boolean): boolean {
    if (sent.kind === "saved") return this.#saved(sent);
    if (sent.kind === "kept") return this.#end(sent);
    this.#isDirty = true;
    if (sent.kind === "refused") this.#input.tell(sent);
    else this.#input.tell({ kind: sent.kind, isKept });
    if (sent.kind !== "refused" && sent.kind !== "gone") this.#schedule(pauses.again);
    return false;
  }

  #saved({ saveNumber, savedAt }: Extract<Sent, { kind: "saved" }>): boolean {
    this.#saveNumber = saveNumber;
    this.#savedAt = savedAt;
    const field = this.#input.form.elements.namedItem("saveNumber");
    if (field instanceof HTMLInputElement) field.value = String(saveNumber);
    if (this.#isDirty) this.#schedule(pauses.typing);
    else this.#forget();
    this.#input.tell(this.#isDirty ? { kind: "unsaved" } : { kind: "saved", at: savedAt });
    return true;
  }

  #forget(): void {
    window.clearTimeout(this.#keeping);
    localStorage.removeItem(this.#key);
  }

  /** The texts are kept elsewhere. What was typed meanwhile goes there too, then the page writes no more. */
  #end(kept: KeptPlace): boolean {
    for (const field of this.#input.form.querySelectorAll("input, textarea")) field.dispatchEvent(new Event(overEvent));
    const rest = this.#isDirty ? this.#draft() : undefined;
    this.#isOver = true;
    this.#isDirty = false;
    if (rest) void sendSave(this.#input.action, rest).then((sent) => sent.kind === "kept" && this.#forget());
    else this.#forget();
    this.#input.tell({ ...kept, kind: "over" });
    return false;
  }

  /** Saves before a form is sent as a page, so that a lost connection costs nothing; 「保存する」 alone stays on the page. */
  #submitted(event: SubmitEvent): void {
    if (this.#isLeaving || this.#isOver) return;
    event.preventDefault();
    const { submitter } = event;
    void this.#flush().then((isSaved) => {
      if (!isSaved) return;
      if (!submitter?.hasAttribute("formaction")) return this.#input.tell({ kind: "saved", at: this.#savedAt });
      this.#isLeaving = true;
      window.setTimeout(() => this.#input.form.requestSubmit(submitter)); // a form does not begin again within its own event
    });
  }

  /** What an earlier window left on the device. Once it is the copy's newest, the page is opened anew to show it. */
  async #sendEarlier(): Promise<void> {
    let isNewer = false;
    for (const { key, draft } of draftsUnder(localStorage, this.#input.keptAs)) {
      const sent = await sendSave(this.#input.action, draft);
      if (sent.kind === "saved" || sent.kind === "kept") forgetDraft(localStorage, key, draft);
      if (sent.kind === "saved") isNewer ||= sent.saveNumber !== this.#saveNumber;
      if (sent.kind === "kept") this.#input.tell({ ...sent, kind: "over" });
    }
    if (!isNewer) return;
    this.#keep();
    this.#isLeaving = true;
    location.reload();
  }
}

/** Ids need no secret here; a page that is served without TLS has no randomUUID. */
function newWindowName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
