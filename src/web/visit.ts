import type { Ctx } from "#domain/audit/index.ts";
import type { SignInDesk } from "#domain/identity/index.ts";

/** One request of a signed-in person (or of nobody) to a page, with what a handler needs and nothing of the machinery. */
export interface Visit {
  readonly ctx: Ctx;
  readonly url: URL;
  /** Values of the path's `:names`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The posted form; empty on GET. */
  readonly form: FormData;
  readonly request: Request;
  /** The client's address, as far as the trusted proxies tell it. */
  readonly clientAddress: string;
  /** Where sign-ins are made and ended. */
  readonly signInDesk: SignInDesk;
}

export type Handle = (visit: Visit) => Promise<Response> | Response;

/** A text field of the posted form, trimmed; "" when absent. */
export function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

/** All values of a repeated text field. */
export function texts(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === "string");
}
