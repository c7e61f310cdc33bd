import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { once } from "node:events";
import { get } from "node:http";
import { expect, it } from "vitest";
import { addressCheck } from "./address-check.ts";

it("refuses a Host of which no address can be made, and lets others pass", async () => {
  const app = new Hono().use(addressCheck).all("*", (c) => c.text(new URL(c.req.raw.url).hostname));
  const server = createAdaptorServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = Number(Object(server.address()).port);
  const ask = async (host: string) => {
    const [answer] = await once(get({ port, host: "127.0.0.1", headers: { host } }), "response");
    return `${answer.statusCode} ${await new Response(answer).text()}`;
  };
  expect(await ask("1.2.3.999")).toMatch(/^400 アドレスを読み取れません/);
  expect(await ask("plan.city.example.jp")).toBe("200 plan.city.example.jp");
  server.close();
});
