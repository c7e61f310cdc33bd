import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from "openid-client";

/** The provider does not answer, or answers that it is out of order. Nothing is known about the person. */
export class OpenIdDown extends Error {}

/** The provider, or our check of what it said, refuses. `reason` is a code for the log; it holds nothing of the person. */
export class OpenIdRefused extends Error {
  readonly reason: string;

  constructor(reason: string, cause?: unknown) {
    super(`refused: ${reason}`, { cause });
    this.reason = reason;
  }
}

/** What went wrong, as one of the two: a provider that is down is nobody's fault; a token that does not fit must be refused. */
export function faultOf(error: unknown): OpenIdDown | OpenIdRefused {
  if (error instanceof AuthorizationResponseError) return new OpenIdRefused(error.error, error);
  if (error instanceof ResponseBodyError)
    return error.status >= 500
      ? new OpenIdDown("server error", { cause: error })
      : new OpenIdRefused(error.error, error);
  if (error instanceof WWWAuthenticateChallengeError) return new OpenIdRefused("invalid_client", error);
  if (error instanceof ClientError) return clientFault(error);
  return new OpenIdDown("unreachable", { cause: error });
}

const outages = new Set([
  "OAUTH_TIMEOUT",
  "OAUTH_ABORT",
  "OAUTH_RESPONSE_IS_NOT_CONFORM",
  "OAUTH_RESPONSE_IS_NOT_JSON",
]);

function clientFault(error: ClientError): OpenIdDown | OpenIdRefused {
  const code = error.code ?? "unknown";
  return outages.has(code) || error.cause instanceof TypeError
    ? new OpenIdDown(code, { cause: error })
    : new OpenIdRefused(code, error);
}
