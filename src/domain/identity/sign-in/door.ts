import type { Ctx } from "#domain/audit/index.ts";
import { wayRows } from "../store/sign-in-ways.ts";
import { storedLdap, storedOidc } from "../ways/settings.ts";
import { isOpen } from "../ways/way.ts";
import type { Caller } from "./desk.ts";
import { isPasskeyOffered } from "./passkeys.ts";

/** The ways that the page before the door shows. */
export interface DoorWays {
  /** Whether passwords are for more than the administrators here. */
  readonly password: boolean;
  /** What the city calls the way; undefined where it is closed or not set up. */
  readonly oidc: string | undefined;
  readonly ldap: string | undefined;
  readonly passkey: boolean;
}

/** Which ways are open here to anyone. What a person's role may use is known only once they are. */
export async function doorWays(ctx: Ctx, caller: Caller): Promise<DoorWays> {
  const { password, oidc, ldap } = await wayRows(ctx.db);
  const { zone } = caller.signInDesk;
  return {
    password: isOpen(password, zone) && password.roles.some((role) => role !== "administrator"),
    oidc: isOpen(oidc, zone) ? storedOidc(oidc.settings)?.label : undefined,
    ldap: isOpen(ldap, zone) ? storedLdap(ldap.settings)?.label : undefined,
    passkey: await isPasskeyOffered(ctx, caller),
  };
}
