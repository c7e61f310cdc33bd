import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deadAddress, startOpenIdServer, type OpenIdServer } from "../../../test/support/openid-server.ts";
import { openIdClient, type Departure } from "./client.ts";
import { OpenIdDown, OpenIdRefused } from "./faults.ts";

const back = "http://city.test/staff/sign-in/oidc/callback";

describe("a sign-in at an OpenID provider", () => {
  let server: OpenIdServer;
  beforeAll(async () => {
    server = await startOpenIdServer();
  });
  afterAll(() => server.stop());
  const client = openIdClient();

  async function goThere(): Promise<{ readonly sent: Departure; readonly returned: URL }> {
    const sent = await client.depart(server.provider, back);
    return { sent, returned: new URL(await server.visit(sent.address)) };
  }

  async function arrive(changed: Partial<Departure> = {}, claim = "employee_number") {
    const { sent, returned } = await goThere();
    return client.arrive(server.provider, returned, { ...sent, ...changed }, claim);
  }

  it("asks with code, PKCE, state and nonce, and brings back who it is", async () => {
    server.says({ sub: "u-1", employee_number: "00123" });
    const { sent } = await goThere();
    const asked = new URL(sent.address).searchParams;
    expect([asked.get("response_type"), asked.get("code_challenge_method"), asked.get("scope")]).toEqual([
      "code",
      "S256",
      "openid profile email",
    ]);
    expect([asked.get("state"), asked.get("nonce")]).toEqual([sent.state, sent.nonce]);
    expect(await arrive()).toMatchObject({ subject: "u-1", claims: { employee_number: "00123" } });
  });

  it.each([
    ["another issuer", { iss: "http://other.test" }],
    ["another audience", { aud: "another-client" }],
    ["a token that is over", { exp: 1_000_000_000 }],
    ["another nonce", { nonce: "not ours" }],
    ["no subject", { sub: null }],
  ])("refuses %s", async (_, claims) => {
    server.says({ sub: "u-1", ...claims });
    await expect(arrive()).rejects.toBeInstanceOf(OpenIdRefused);
  });

  it("refuses another state, and an answer to someone else's question", async () => {
    server.says({ sub: "u-1" });
    await expect(arrive({ state: "another" })).rejects.toBeInstanceOf(OpenIdRefused);
    await expect(arrive({ verifier: "x".repeat(43) })).rejects.toBeInstanceOf(OpenIdRefused);
  });

  it("refuses a token that nobody signed, or that was changed after signing", async () => {
    server.says({ sub: "u-1" });
    const forged = await startOpenIdServer();
    forged.says({ sub: "u-1", iss: server.provider.issuer });
    const sent = await client.depart(server.provider, back);
    const theirs = await forged.visit(sent.address.replace(server.provider.issuer, forged.provider.issuer));
    const exchanged = await fetch(`${forged.provider.issuer}/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "authorization_code",
        code: new URL(theirs).searchParams.get("code") ?? "",
        client_id: "tomoni",
        code_verifier: sent.verifier,
        redirect_uri: back,
      }),
    });
    const body = (await exchanged.json()) as Record<string, unknown>; // the answer of the test's own server
    expect(body["id_token"]).toEqual(expect.any(String));
    server.answers({ body });
    const returned = new URL(await server.visit(sent.address));
    await expect(client.arrive(server.provider, returned, sent, "sub")).rejects.toBeInstanceOf(OpenIdRefused);
    server.answers(undefined);
    await forged.stop();
  });

  it("says that the provider is down when nothing answers, or answers 500", async () => {
    const dead = { ...server.provider, issuer: await deadAddress("http") };
    await expect(client.check(dead)).rejects.toBeInstanceOf(OpenIdDown);
    await expect(client.depart(dead, back)).rejects.toBeInstanceOf(OpenIdDown);
    server.answers({ statusCode: 503, body: { error: "temporarily_unavailable" } });
    await expect(arrive()).rejects.toBeInstanceOf(OpenIdDown);
    server.answers(undefined);
    await expect(client.check(server.provider)).resolves.toBeUndefined();
  });

  it("does not speak to a provider without TLS over a network", async () => {
    await expect(client.check({ ...server.provider, issuer: "http://192.0.2.1" })).rejects.toBeInstanceOf(
      OpenIdRefused,
    );
  });

  it("knows where the sign-in at the provider is ended", async () => {
    const address = new URL((await client.endAddress(server.provider, "http://city.test/staff/sign-in")) ?? "");
    expect(address.searchParams.get("post_logout_redirect_uri")).toBe("http://city.test/staff/sign-in");
  });
});
