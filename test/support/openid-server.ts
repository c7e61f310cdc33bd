import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Events, OAuth2Server, type MutableResponse, type MutableToken } from "oauth2-mock-server";
import type { OpenIdProvider } from "#platform/openid/index.ts";

/** A provider of OpenID Connect in this process, for tests. */
export interface OpenIdServer {
  readonly provider: OpenIdProvider;
  /** What every token says from now on; null takes a claim away. */
  says(claims: Readonly<Record<string, unknown>>): void;
  /** Makes the token address answer this instead. */
  answers(response: Partial<MutableResponse> | undefined): void;
  /** Follows the browser to the provider, where everyone is signed in at once. @returns the address it is led back to */
  visit(address: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startOpenIdServer(): Promise<OpenIdServer> {
  const server = new OAuth2Server();
  await server.issuer.keys.generate("RS256");
  await server.start(0, "localhost");
  let claims: Readonly<Record<string, unknown>> = {};
  let answer: Partial<MutableResponse> | undefined;
  server.service.on(Events.BeforeTokenSigning, (token: MutableToken) => {
    for (const [name, value] of Object.entries({ aud: "tomoni", ...claims }))
      if (value === null) delete token.payload[name];
      else token.payload[name] = value;
  });
  server.service.on(Events.BeforeResponse, (response: MutableResponse) => void Object.assign(response, answer));
  return {
    provider: {
      issuer: server.issuer.url ?? "",
      clientId: "tomoni",
      clientSecret: "a secret",
      scopes: "profile email",
    },
    says: (said) => void (claims = said),
    answers: (response) => void (answer = response),
    async visit(address) {
      const response = await fetch(address, { redirect: "manual" });
      return response.headers.get("location") ?? "";
    },
    stop: () => server.stop(),
  };
}

/** An address of this machine at which nothing listens. */
export async function deadAddress(scheme: "http" | "ldap"): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // it listens on TCP
  await new Promise((closed) => server.close(closed));
  return `${scheme}://127.0.0.1:${port}`;
}
