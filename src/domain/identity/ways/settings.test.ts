import { describe, expect, it } from "vitest";
import { checkLdap, checkOidc, type LdapSettings, type OidcSettings } from "./settings.ts";

const oidc: OidcSettings = {
  label: "市の認証",
  match: "employeeNumber",
  issuer: "https://login.city.example",
  clientId: "tomoni",
  scopes: "profile email",
  claim: "employee_number",
  twoFactors: false,
};
const ldap: LdapSettings = {
  label: "庁内アカウント",
  match: "employeeNumber",
  url: "ldaps://ad.city.example:636",
  startTls: false,
  authority: "",
  account: "",
  base: "ou=people,dc=city,dc=example",
  filter: "(&(objectClass=user)(sAMAccountName={login}))",
  attribute: "employeeNumber",
};

/** The fields that are refused. */
function wrongIn(result: ReturnType<typeof checkOidc> | ReturnType<typeof checkLdap>): string[] {
  return result.ok ? [] : Object.keys(result.refusal.fields ?? {});
}

describe("the settings of a connection", () => {
  it("are taken when they are whole and safe", () => {
    expect([wrongIn(checkOidc(oidc)), wrongIn(checkLdap(ldap))]).toEqual([[], []]);
    expect(wrongIn(checkLdap({ ...ldap, url: "ldap://ad.city.example", startTls: true }))).toEqual([]);
    expect(wrongIn(checkOidc({ ...oidc, issuer: "http://localhost:8080" }))).toEqual([]); // nothing travels
  });

  it.each(["http://login.city.example", "login.city.example", "ftp://login.city.example", ""])(
    "refuse the issuer %s",
    (issuer) => {
      expect(wrongIn(checkOidc({ ...oidc, issuer }))).toEqual(["issuer"]);
    },
  );

  it.each(["ldap://ad.city.example", "ldaps://", "https://ad.city.example"])("refuse the server %s", (url) => {
    expect(wrongIn(checkLdap({ ...ldap, url }))).toEqual(["url"]);
  });

  it.each(["(uid=yamada)", "(uid={login}", "uid={login})", "(uid={login})(cn=x)"])("refuse the filter %s", (filter) => {
    expect(wrongIn(checkLdap({ ...ldap, filter }))).toEqual(["filter"]);
  });

  it("tell everything that is wrong at once, a certificate that is none included", () => {
    expect(
      wrongIn(checkLdap({ ...ldap, label: " ", authority: "-----BEGIN", base: "people", attribute: "x y" })),
    ).toEqual(["label", "authority", "base", "attribute"]);
  });
});
