import { questionKeys, type QuestionKey } from "#domain/consultations/published.ts";
import { emptyComment, type GivenFile, type Comment } from "#domain/consultations/submissions.ts";
import { isId, newId } from "#kernel/id.ts";

/** The pages of the form, in their order. */
export const steps = [
  { key: "opinion", label: "意見" },
  { key: "sender", label: "あなたについて" },
  { key: "check", label: "確認" },
] as const;

export type Step = (typeof steps)[number]["key"];

/** What a page of the form carries along: the comment so far, the form's key and when it was opened. */
export interface Entered {
  readonly comment: Comment;
  readonly formKey: string;
  /** Milliseconds; when the first page was made. */
  readonly began: number;
}

export function newForm(now: Date, place: string): Entered {
  return { comment: { ...emptyComment, place: place.slice(0, 200) }, formKey: newId(), began: now.getTime() };
}

/** What came in with a page. A key that is none is replaced, so that nobody shares one by mistake. */
export function enteredIn(form: FormData): Entered {
  const answers = Object.fromEntries(questionKeys.map((key) => [key, textIn(form, key)])) as Record<
    QuestionKey,
    string
  >;
  const key = textIn(form, "formKey");
  return {
    comment: {
      ...answers,
      text: textIn(form, "text"),
      wishesReply: textIn(form, "wishesReply") === "yes",
      wishesPublication: textIn(form, "wishesPublication") !== "no",
    },
    formKey: isId(key) ? key : newId(),
    began: Number(textIn(form, "began")) || 0,
  };
}

export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** Everything entered, as hidden fields; those that the page itself asks for are left out. */
export function hiddenOf({ comment, formKey, began }: Entered, asked: readonly string[]): Record<string, string> {
  const { wishesReply, wishesPublication, ...texts } = comment;
  const all = {
    ...texts,
    wishesReply: wishesReply ? "yes" : "no",
    wishesPublication: wishesPublication ? "yes" : "no",
    formKey,
    began: String(began),
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => !asked.includes(name)));
}

export async function attachmentsIn(form: FormData): Promise<GivenFile[]> {
  const files = form.getAll("attachments").filter((value) => value instanceof File && value.size > 0) as File[]; // filtered just now
  return Promise.all(
    files.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}

/** Whether a machine may have sent it: the trap is filled, or it came faster than a person writes. It is asked once more, never lost. */
export function isDoubtful(
  form: FormData,
  { began }: Pick<Entered, "began">,
  { now, leastSeconds }: { readonly now: Date; readonly leastSeconds: number },
): boolean {
  if (textIn(form, "confirmed") === "yes") return false;
  return textIn(form, "website") !== "" || now.getTime() - began < leastSeconds * 1000;
}
