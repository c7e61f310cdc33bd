import { openContext, systemActor } from "#domain/audit/index.ts";
import { signInHealth, type SignInDesk } from "#domain/identity/index.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Municipality } from "#platform/database/index.ts";

/** The state of a city's connections for signing in, by way. */
export type SignInWatch = (municipality: Municipality) => Promise<Readonly<Record<string, string>>>;

const keptFor = 60_000; // milliseconds: whoever asks for the health may ask often, and anyone may

/** Tries the connections that the city opened, at most once a minute for each city. */
export function watchSignIns(signInDesk: SignInDesk, clock: Clock): SignInWatch {
  const seen = new Map<string, { readonly until: number; readonly states: ReturnType<SignInWatch> }>();
  return (municipality) => {
    const now = clock.now().getTime();
    const last = seen.get(municipality.schema);
    if (last && last.until > now) return last.states;
    const { database } = signInDesk;
    const ctx = openContext({ database, municipality, actor: systemActor("health"), clock });
    const states = signInHealth(ctx, signInDesk);
    seen.set(municipality.schema, { until: now + keptFor, states });
    return states;
  };
}
