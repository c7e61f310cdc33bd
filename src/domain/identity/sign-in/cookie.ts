import { createHmac, timingSafeEqual } from "node:crypto";

/** The value of a cookie of the request, decoded; undefined when absent or not decodable. */
export function cookieOf(request: Request, name: string): string | undefined {
  for (const part of (request.headers.get("cookie") ?? "").split(";")) {
    const [key = "", ...rest] = part.trim().split("=");
    if (key === name) return decoded(rest.join("="));
  }
  return undefined;
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

/** The value of a signed cookie, as better-auth writes it: `text.signature`. */
export function signed(value: string, secret: string): string {
  return `${value}.${createHmac("sha256", secret).update(value).digest("base64")}`;
}

/**
 * The text that a signed cookie carries: `text.signature`, HMAC-SHA-256 in base64 as better-auth writes it. Without the
 * check, someone who read the database (a backup) could use its tokens.
 */
export function unsigned(cookie: string, secret: string): string | undefined {
  const dot = cookie.lastIndexOf(".");
  const [value, signature] = [cookie.slice(0, dot), Buffer.from(cookie.slice(dot + 1), "base64")];
  const expected = createHmac("sha256", secret).update(value).digest();
  return dot > 0 && signature.length === expected.length && timingSafeEqual(signature, expected) ? value : undefined;
}
