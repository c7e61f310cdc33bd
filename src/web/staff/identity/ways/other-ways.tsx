import type { ReactNode } from "react";
import type { DoorWays } from "#domain/identity/index.ts";

/** The ways to sign in besides the password, each a link: a provider's page may not be the answer to a form (CSP). */
export function OtherWays({ ways, to }: { readonly ways: DoorWays; readonly to: string }): ReactNode {
  const after = `?to=${encodeURIComponent(to)}`;
  const links = [
    ...(ways.oidc === undefined
      ? []
      : [{ href: `/staff/sign-in/oidc${after}`, label: `${ways.oidc}でサインインする` }]),
    ...(ways.ldap === undefined
      ? []
      : [{ href: `/staff/sign-in/ldap${after}`, label: `${ways.ldap}でサインインする` }]),
    ...(ways.passkey ? [{ href: `/staff/sign-in/passkey${after}`, label: "パスキーでサインインする" }] : []),
  ];
  if (links.length === 0) return null;
  return (
    <ul className="list-plain grid gap-3">
      {links.map(({ href, label }) => (
        <li key={href}>
          <a className={`button w-full justify-center${ways.password ? " button-secondary" : ""}`} href={href}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
