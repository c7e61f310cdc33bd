import type { MiddlewareHandler } from "hono";

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a write that another site sent. Browsers state Origin (or Sec-Fetch-Site) on every form post; a client that
 * states neither is not a browser and carries no cookies of a victim.
 */
export const originCheck: MiddlewareHandler = async (c, next) => {
  if (safe.has(c.req.method) || isOwnOrigin(c.req.header("origin"), c.req.header("sec-fetch-site"), c.req.url))
    return next();
  return c.text("ほかのサイトからの送信は受け付けません。このサイトのページから操作してください。", 403);
};

function isOwnOrigin(origin: string | undefined, fetchSite: string | undefined, url: string): boolean {
  if (fetchSite !== undefined) return fetchSite === "same-origin" || fetchSite === "none";
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === new URL(url).host;
}
