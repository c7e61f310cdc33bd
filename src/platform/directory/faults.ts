import { InvalidCredentialsError, ResultCodeError } from "ldapts";

/** The directory does not answer, or the way to it is not safe (certificate). */
export class DirectoryDown extends Error {}

/** The directory answers, but what the city set does not fit it: the reading account, the place to search, the filter. */
export class DirectoryMisfit extends Error {
  readonly reason: "account" | "search";

  constructor(reason: "account" | "search", cause?: unknown) {
    super(`the directory does not take the settings: ${reason}`, { cause });
    this.reason = reason;
  }
}

/** LDAP result codes that say the server is out of order: busy, unavailable, time limit exceeded. */
const outages = new Set([3, 51, 52]);

export function faultOf(error: unknown): DirectoryDown | DirectoryMisfit {
  if (error instanceof DirectoryDown || error instanceof DirectoryMisfit) return error;
  if (error instanceof InvalidCredentialsError) return new DirectoryMisfit("account", error);
  if (error instanceof ResultCodeError && !outages.has(error.code)) return new DirectoryMisfit("search", error);
  return new DirectoryDown("unreachable", { cause: error });
}
