import { finishOidc, oidcEndAddress, startOidc } from "#domain/identity/index.ts";
import { onwards } from "#web/answer.tsx";
import type { Visit } from "#web/visit.ts";
import { safePath } from "../safe-path.ts";
import { signInAnswer, signInPage, withCookies } from "../sign-in.tsx";

/** Off to the provider; back to the door where the city has none. */
export async function startAtProvider(visit: Visit): Promise<Response> {
  const result = await startOidc(visit.ctx, visit, { to: safePath(visit.query.get("to")) });
  if (result.ok) return withCookies(onwards(result.value.address), result.value.cookies);
  return result.refusal.code === "notConfigured" ? onwards("/staff/sign-in") : signInPage(visit, result.refusal);
}

export async function returnFromProvider(visit: Visit): Promise<Response> {
  const result = await finishOidc(visit.ctx, visit);
  if (result.ok) return signInAnswer(result.value, safePath(result.value.to));
  return result.refusal.code === "notConfigured" ? onwards("/staff/sign-in") : signInPage(visit, result.refusal);
}

/** Ends the sign-in at the provider too, for a computer that others use. */
export async function endAtProvider(visit: Visit): Promise<Response> {
  return onwards((await oidcEndAddress(visit.ctx, visit)) ?? "/staff/sign-in");
}
