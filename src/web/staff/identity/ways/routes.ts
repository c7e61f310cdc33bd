import { mayManagePeople, maySeePeople, maySetSignInWays, mayUseOwnAccount } from "#domain/identity/index.ts";
import type { StaffRoute } from "../../route.ts";
import { postDirectoryDoor, showDirectoryDoor } from "./directory-door.tsx";
import { postLdapSettings, postLdapTrial, showLdapSettings } from "./ldap-settings.tsx";
import { endAtProvider, returnFromProvider, startAtProvider } from "./oidc-door.tsx";
import { postOidcSettings, postOidcTrial, showOidcSettings } from "./oidc-settings.tsx";
import { postPasskeyDoor, showPasskeyDoor } from "./passkey-door.tsx";
import {
  postPasskeyRegistration,
  postPasskeyRemoval,
  postPasskeyStart,
  showPasskeyRemoval,
  showPasskeys,
} from "./passkeys.tsx";
import { postEmployeeNumber, postPasskeyTakenAway, postUntying, showPersonKeys } from "./person-keys.tsx";
import { postWays, showWays } from "./ways-settings.tsx";

type Line = readonly [StaffRoute["method"], string, StaffRoute["handle"]];

function lines(may: StaffRoute["may"], all: readonly Line[], further: { readonly beforeEnrolment?: true } = {}) {
  return all.map(([method, path, handle]): StaffRoute => ({ method, path, may, handle, ...further }));
}

const keys = "/staff/people/:personId/sign-in-keys";
const ways = "/staff/people/sign-in-ways";
const passkeys = "/staff/account/passkeys";

/** The ways to sign in besides the password: before the door, in the own account, and as the administrator decides them. */
export const wayRoutes: readonly StaffRoute[] = [
  ...lines(
    "anyone",
    [
      ["get", "/staff/sign-in/oidc", startAtProvider],
      ["get", "/staff/sign-in/oidc/callback", returnFromProvider],
      ["get", "/staff/sign-in/oidc/end", endAtProvider],
      ["get", "/staff/sign-in/ldap", showDirectoryDoor],
      ["post", "/staff/sign-in/ldap", postDirectoryDoor],
      ["get", "/staff/sign-in/passkey", showPasskeyDoor],
      ["post", "/staff/sign-in/passkey", postPasskeyDoor],
    ],
    { beforeEnrolment: true },
  ),
  ...lines(
    mayUseOwnAccount,
    [
      ["get", passkeys, showPasskeys],
      ["post", passkeys, postPasskeyStart],
      ["post", `${passkeys}/registration`, postPasskeyRegistration],
      ["get", `${passkeys}/:passkeyId/removal`, showPasskeyRemoval],
      ["post", `${passkeys}/:passkeyId/removal`, postPasskeyRemoval],
    ],
    { beforeEnrolment: true },
  ),
  ...lines(maySetSignInWays, [
    ["get", ways, showWays],
    ["post", ways, postWays],
    ["get", `${ways}/oidc`, showOidcSettings],
    ["post", `${ways}/oidc`, postOidcSettings],
    ["post", `${ways}/oidc/trial`, postOidcTrial],
    ["get", `${ways}/ldap`, showLdapSettings],
    ["post", `${ways}/ldap`, postLdapSettings],
    ["post", `${ways}/ldap/trial`, postLdapTrial],
  ]),
  ...lines(maySeePeople, [["get", keys, showPersonKeys]]),
  ...lines(mayManagePeople, [
    ["post", keys, postEmployeeNumber],
    ["post", `${keys}/untying`, postUntying],
    ["post", `${keys}/passkeys/:passkeyId/removal`, postPasskeyTakenAway],
  ]),
];
