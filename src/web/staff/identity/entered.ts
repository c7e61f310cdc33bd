import type { Refusal, Result } from "#kernel/result.ts";
import { text, type Visit } from "#web/visit.ts";

/** What the person entered in a form that was refused, else what the field begins with. */
export function entered(visit: Visit, name: string, fallback = ""): string {
  return visit.form.has(name) ? text(visit.form, name) : fallback;
}

/** A secret as it was typed: spaces at its ends belong to it. */
export function secret(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** Whole numbers of hidden fields; NaN for anything else, which equals no version. */
export function version(form: FormData): number {
  return Number.parseInt(text(form, "version"), 10);
}

/** Leads on when the act was accepted, shows the page again with the refusal when not. */
export function answer<T>(
  result: Result<T>,
  accepted: (value: T) => Response | Promise<Response>,
  refused: (refusal: Refusal) => Response | Promise<Response>,
): Response | Promise<Response> {
  return result.ok ? accepted(result.value) : refused(result.refusal);
}
