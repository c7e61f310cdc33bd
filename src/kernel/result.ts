/**
 * A refusal: the rule of the city says no. It is a value, not an exception; the page shows `message` (what is wrong)
 * and `remedy` (what to do next) in Japanese with status 422 and keeps what was entered.
 */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
  /** Messages by form field name, shown beside the field. */
  readonly fields?: Readonly<Record<string, string>>;
}

export type Result<T, R = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R };

export function accept<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refuse<R extends Refusal>(refusal: R): { readonly ok: false; readonly refusal: R } {
  return { ok: false, refusal };
}

/** What was asked for does not exist, or may not be known to exist by this person. Shown as 404. */
export class NotFound extends Error {}

/** A file is no longer what the publication says by its hash, and is not given out. Shown as 404, and logged as an error. */
export class ChangedFile extends NotFound {}

/** The person is known and may not do this. Shown as 403 (or as the sign-in page when nobody is signed in). */
export class Forbidden extends Error {}

/** Stops with Forbidden unless permitted. */
export function permit(allowed: boolean, sentence = "この操作をする権限がありません。"): void {
  if (!allowed) throw new Forbidden(sentence);
}
