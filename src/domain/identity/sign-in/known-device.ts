import { sha256 } from "#kernel/canonical-json.ts";
import type { Ctx } from "#domain/audit/index.ts";
import { newToken } from "../one-time-link.ts";
import { cookieOf, signed, unsigned } from "./cookie.ts";
import { cookiePrefix, isSecure, type Caller } from "./desk.ts";

const rememberedDays = 180;

/**
 * The mark of a browser with which the person has signed in before (OWASP, "device cookie"). Anyone who knows an address can lock
 * it by wrong passwords; whoever holds this mark still comes in, until as many wrong passwords came from it. It opens nothing itself.
 * @returns a hash of the mark; undefined for any other browser
 */
export function knownDevice(ctx: Ctx, caller: Caller, personId: string): string | undefined {
  const mark = markOf(ctx, caller, personId);
  return mark === undefined ? undefined : sha256(mark);
}

/** Lets the browser be known as the person's from now on. @returns a Set-Cookie line */
export function rememberDevice(ctx: Ctx, caller: Caller, personId: string): string {
  const mark = markOf(ctx, caller, personId) ?? `${personId}~${newToken()}`;
  const value = encodeURIComponent(signed(mark, caller.signInDesk.secret));
  const secure = isSecure(caller, ctx.municipality) ? "; Secure" : "";
  const attributes = `Max-Age=${rememberedDays * 86_400}; Path=/staff; HttpOnly; SameSite=Lax${secure}`;
  return `${deviceCookie(ctx, caller, personId)}=${value}; ${attributes}`;
}

function markOf(ctx: Ctx, caller: Caller, personId: string): string | undefined {
  const cookie = cookieOf(caller.request, deviceCookie(ctx, caller, personId));
  const mark = cookie && unsigned(cookie, caller.signInDesk.secret);
  return mark?.startsWith(`${personId}~`) ? mark : undefined;
}

/** One for each person, so that several can share a browser. */
function deviceCookie(ctx: Ctx, caller: Caller, personId: string): string {
  const secure = isSecure(caller, ctx.municipality) ? "__Secure-" : "";
  return `${secure}${cookiePrefix(ctx.municipality)}.device-${sha256(personId).slice(0, 12)}`;
}
