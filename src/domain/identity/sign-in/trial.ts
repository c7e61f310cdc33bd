import { permit } from "#kernel/result.ts";
import type { Ctx } from "#domain/audit/index.ts";
import { DirectoryDown, DirectoryMisfit, openDirectory } from "#platform/directory/index.ts";
import { OpenIdDown, OpenIdRefused } from "#platform/openid/index.ts";
import { maySetSignInWays } from "../permissions.ts";
import { wayRows } from "../store/sign-in-ways.ts";
import type { Trial } from "../ways/labels.ts";
import { storedLdap, storedOidc, type LdapSettings, type OidcSettings } from "../ways/settings.ts";
import type { SignInDesk } from "./desk.ts";
import { directoryOf } from "./directory.ts";
import { providerOf } from "./oidc.ts";

type Desk = Pick<SignInDesk, "keptValues" | "openId">;

/** Tries the connection of a way that is set up (接続を試す); undefined when it is not. Nobody signs in. */
export async function tryWay(ctx: Ctx, desk: Desk, way: "oidc" | "ldap"): Promise<Trial | undefined> {
  permit(maySetSignInWays(ctx.actor), maySetSignInWays.sentence);
  return trialOf(ctx, desk, way);
}

/** How the connections are that the city has set up and opened to someone, for whoever watches the deployment. */
export async function signInHealth(ctx: Ctx, desk: Desk): Promise<Readonly<Record<string, Trial>>> {
  permit(ctx.actor.kind === "system");
  const rows = await wayRows(ctx.db);
  const states: [string, Trial][] = [];
  for (const way of ["oidc", "ldap"] as const) {
    const state = rows[way].roles.length > 0 ? await trialOf(ctx, desk, way) : undefined;
    if (state) states.push([way, state]);
  }
  return Object.fromEntries(states);
}

async function trialOf(ctx: Ctx, desk: Desk, way: "oidc" | "ldap"): Promise<Trial | undefined> {
  const rows = await wayRows(ctx.db);
  const [oidc, ldap] = [storedOidc(rows.oidc.settings), storedLdap(rows.ldap.settings)];
  if (way === "oidc") return oidc && tryProvider(ctx, desk, oidc);
  return ldap && tryDirectory(ctx, desk, ldap);
}

async function tryProvider(ctx: Ctx, desk: Desk, settings: OidcSettings): Promise<Trial> {
  const provider = await providerOf(ctx, desk, settings);
  try {
    await desk.openId.check(provider);
    return provider.clientSecret === "" ? "noSecret" : "ok";
  } catch (error) {
    if (error instanceof OpenIdDown) return "down";
    if (error instanceof OpenIdRefused) return "refused";
    throw error;
  }
}

/** Looks for a name that nobody has: the place and the filter must be understood for that. */
async function tryDirectory(ctx: Ctx, desk: Desk, settings: LdapSettings): Promise<Trial> {
  try {
    const client = await openDirectory(await directoryOf(ctx, desk, settings));
    await client.find("tomoni-connection-test").finally(() => client.close());
    return "ok";
  } catch (error) {
    if (error instanceof DirectoryDown) return "down";
    if (error instanceof DirectoryMisfit) return error.reason;
    throw error;
  }
}
