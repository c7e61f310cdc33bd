import type { MiddlewareHandler } from "hono";

/** Refuses a request whose Host is no host (「1.2.3.999」): no address can be made of it, so nothing after this could read it. */
export const addressCheck: MiddlewareHandler = async (c, next) => {
  if (URL.canParse(c.req.url)) return next();
  return c.text("アドレスを読み取れません。アドレスを確かめて、もう一度開いてください。", 400);
};
