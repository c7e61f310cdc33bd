import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientSecretPost,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from "openid-client";
import { isLoopback } from "../loopback.ts";
import { faultOf, OpenIdRefused } from "./faults.ts";

/** A provider of OpenID Connect sign-ins, as the city registered this site with it. */
export interface OpenIdProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Apart from openid, e.g. profile email. */
  readonly scopes: string;
}

/** What a browser takes along to the provider, and what must come back with it. */
export interface Departure {
  readonly address: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who the provider says came back. */
export interface Arrival {
  readonly subject: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

export interface OpenIdClient {
  /** Reads the provider's description. @throws OpenIdDown, OpenIdRefused */
  check(provider: OpenIdProvider): Promise<void>;
  /** Authorization code with PKCE (S256), state and nonce. @throws OpenIdDown, OpenIdRefused */
  depart(provider: OpenIdProvider, redirectUri: string): Promise<Departure>;
  /**
   * Checks what came back and exchanges the code: state, PKCE, and the id token's signature (JWKS), issuer, audience, expiry and
   * nonce. A claim that the id token lacks is asked of the user-info address. @throws OpenIdDown, OpenIdRefused
   */
  arrive(provider: OpenIdProvider, returned: URL, departure: Departure, claim: string): Promise<Arrival>;
  /** Where the sign-in at the provider is ended; undefined when it has no such page. @throws OpenIdDown */
  endAddress(provider: OpenIdProvider, returnTo: string): Promise<string | undefined>;
}

const timeout = 8; // seconds
const keptFor = 3_600_000; // milliseconds: keys are fetched anew earlier when a token names one that is not known

/** Talks to providers, keeping their descriptions and keys for an hour. One for the process. */
export function openIdClient(): OpenIdClient {
  const known = new Map<string, { readonly until: number; readonly configuration: Configuration }>();

  async function configurationOf(provider: OpenIdProvider): Promise<Configuration> {
    const key = JSON.stringify(provider);
    const kept = known.get(key);
    if (kept && kept.until > Date.now()) return kept.configuration;
    const configuration = await discovered(provider);
    known.set(key, { until: Date.now() + keptFor, configuration });
    return configuration;
  }

  return {
    check: async (provider) => void (await discovered(provider)),
    depart: async (provider, redirectUri) => departure(await configurationOf(provider), provider, redirectUri),
    arrive: async (provider, returned, sent, claim) =>
      arrival(await configurationOf(provider), { returned, sent, claim }),
    async endAddress(provider, returnTo) {
      const configuration = await configurationOf(provider);
      if (!configuration.serverMetadata().end_session_endpoint) return undefined;
      return buildEndSessionUrl(configuration, { post_logout_redirect_uri: returnTo }).href;
    },
  };
}

async function discovered({ issuer, clientId, clientSecret }: OpenIdProvider): Promise<Configuration> {
  const server = new URL(issuer);
  const execute = [enableNonRepudiationChecks]; // else a token from the token address is believed without its signature
  if (server.protocol === "http:" && isLoopback(server.hostname)) execute.push(allowInsecureRequests);
  return faulty(discovery(server, clientId, undefined, ClientSecretPost(clientSecret), { execute, timeout }));
}

async function departure(
  configuration: Configuration,
  { scopes }: OpenIdProvider,
  redirectUri: string,
): Promise<Departure> {
  const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
  const address = buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: `openid ${scopes}`.trim(),
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  });
  return { address: address.href, state, nonce, verifier };
}

interface Returning {
  readonly returned: URL;
  readonly sent: Departure;
  readonly claim: string;
}

async function arrival(configuration: Configuration, { returned, sent, claim }: Returning): Promise<Arrival> {
  const tokens = await faulty(
    authorizationCodeGrant(configuration, returned, {
      expectedState: sent.state,
      expectedNonce: sent.nonce,
      pkceCodeVerifier: sent.verifier,
      idTokenExpected: true,
    }),
  );
  const claims = tokens.claims();
  if (!claims) throw new OpenIdRefused("no id token");
  const hasClaim = claims[claim] !== undefined || !configuration.serverMetadata().userinfo_endpoint;
  const further = hasClaim ? {} : await faulty(fetchUserInfo(configuration, tokens.access_token, claims.sub));
  return { subject: claims.sub, claims: { ...further, ...claims } };
}

async function faulty<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw faultOf(error);
  }
}
