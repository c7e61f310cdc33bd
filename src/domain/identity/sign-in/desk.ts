import { betterAuth } from "better-auth";
import { twoFactor } from "better-auth/plugins/two-factor";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/id.ts";
import type { CityDb, Database, Municipality } from "#platform/database/index.ts";
import type { KeptValues } from "#platform/files/kept-values.ts";
import { rateLimit, type RateLimit } from "#platform/http/rate-limit.ts";
import { openIdClient, type OpenIdClient } from "#platform/openid/index.ts";
import { provenSignIns } from "./proven-sign-ins.ts";

export type Zone = "both" | "inside" | "outside";

export interface SignInDeskOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** Signs the cookies and encrypts second factors: one for the deployment, at least 32 characters, never in a backup. */
  readonly secret: string;
  readonly zone: Zone;
  /** Scheme and host under which people reach the city, e.g. https://plan.city.example.jp: for links in mails and Secure cookies. */
  readonly originOf: (request: Request, municipality: Municipality) => string;
  /** Where the secrets of providers and directories are kept, outside the database. */
  readonly keptValues: KeptValues;
}

/** Where sign-ins (サインイン) are made and ended. One for the process; it holds no state but the rate limits. */
export interface SignInDesk {
  readonly database: Database;
  readonly secret: string;
  readonly zone: Zone;
  readonly originOf: (request: Request, municipality: Municipality) => string;
  readonly keptValues: KeptValues;
  readonly openId: OpenIdClient;
  /** Attempts from one network address: 20 at once, then 10 a minute. */
  readonly addressLimit: RateLimit;
  /** better-auth for one city, with cookies for TLS or without. */
  authOf(municipality: Municipality, secure: boolean): CityAuth;
}

/** What an act of signing in needs of its request. A page's visit has this shape. */
export interface Caller {
  readonly signInDesk: SignInDesk;
  readonly request: Request;
  readonly clientAddress: string;
}

export type CityAuth = ReturnType<typeof cityAuth>;

/** Sign-ins end after 12 hours without use, and after 7 days in any case. */
export const idleHours = 12;
export const longestDays = 7;

export function openSignInDesk(options: SignInDeskOptions): SignInDesk {
  const { database, secret, zone, originOf, keptValues } = options;
  const made = new Map<string, CityAuth>();
  return {
    database,
    secret,
    zone,
    originOf,
    keptValues,
    openId: openIdClient(),
    addressLimit: rateLimit(options.clock, { burst: 20, perMinute: 10 }),
    authOf(municipality, secure) {
      const key = `${municipality.schema} ${secure}`;
      let auth = made.get(key);
      if (!auth)
        made.set(key, (auth = cityAuth({ db: database.inCity(municipality.schema), municipality, secure, secret })));
      return auth;
    },
  };
}

export function cookiePrefix(municipality: Municipality): string {
  return `tomoni-${municipality.schema}`;
}

/**
 * The name of the sign-in cookie: one per city, so that cities under one host do not end each other's sign-ins. By the schema,
 * which stays when a city corrects its code.
 */
export function cookieName(
  municipality: Municipality,
  kind: "session_token" | "two_factor" | "oidc",
  secure: boolean,
): string {
  return `${secure ? "__Secure-" : ""}${cookiePrefix(municipality)}.${kind}`;
}

interface CityAuthInput {
  readonly db: CityDb;
  readonly municipality: Municipality;
  readonly secure: boolean;
  readonly secret: string;
}

const ownClientAddress = "x-tomoni-client";

function cityAuth({ db, municipality, secure, secret }: CityAuthInput) {
  return betterAuth({
    appName: `${municipality.name} 総合計画`,
    baseURL: secure ? "https://localhost" : "http://localhost", // only its scheme matters: better-auth serves no page here
    secret,
    database: { db, type: "postgres" },
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: { enabled: true, disableSignUp: true },
    user: {
      modelName: "person",
      fields: { emailVerified: "email_verified", createdAt: "created_at", updatedAt: "updated_at" },
    },
    session: {
      modelName: "sign_in",
      expiresIn: longestDays * 86_400,
      disableSessionRefresh: true,
      fields: {
        userId: "person_id",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
    },
    account: {
      modelName: "credential",
      fields: {
        accountId: "account_id",
        providerId: "provider_id",
        userId: "person_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
    },
    verification: {
      modelName: "sign_in_challenge",
      fields: { expiresAt: "expires_at", createdAt: "created_at", updatedAt: "updated_at" },
    },
    plugins: [twoFactor({ issuer: `${municipality.name} 総合計画`, schema: secondFactorNames }), provenSignIns],
    advanced: {
      cookiePrefix: cookiePrefix(municipality),
      useSecureCookies: secure,
      ipAddress: { ipAddressHeaders: [ownClientAddress] },
      database: { generateId: () => newId(), validateSchema: false }, // its check reads the tables of all cities; our tests sign in for real
    },
  });
}

const secondFactorNames = {
  user: { fields: { twoFactorEnabled: "two_factor_enabled" } },
  twoFactor: {
    modelName: "second_factor",
    fields: {
      backupCodes: "backup_codes",
      userId: "person_id",
      failedVerificationCount: "failed_verification_count",
      lockedUntil: "locked_until",
    },
  },
};

/** The headers better-auth sees of a request: its cookies, its device, and the address that the trusted proxies tell. */
export function headersFor({ request, clientAddress }: Caller): Headers {
  const headers = new Headers({ [ownClientAddress]: clientAddress });
  for (const name of ["cookie", "user-agent"]) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
}

export function isSecure({ signInDesk, request }: Caller, municipality: Municipality): boolean {
  return signInDesk.originOf(request, municipality).startsWith("https:");
}
