import { once } from "node:events";
import { connect, type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { Hono } from "hono";
import { expect, it } from "vitest";
import { listen, stopListening } from "../../serving.ts";
import { bodyLimit } from "./body-limit.ts";

const limit = 1024;
const piece = Buffer.alloc(64 * 1024);

/** Sends pieces over a second, as a slow line does, and reads nothing before. @returns the answer, or why the line broke */
async function sendSlowly(port: number, pieces: number): Promise<string> {
  const line = connect(port, "127.0.0.1");
  const broken = once(line, "error").then(([error]) => String(error));
  const send = async () => {
    line.write(`POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: ${pieces * piece.length}\r\n\r\n`);
    for (let sent = 0; sent < pieces; sent += 1) {
      line.write(piece);
      await pause(1_000 / pieces);
    }
    return text(line);
  };
  return Promise.race([send(), broken]);
}

it("answers someone whose file is too large after all of it was sent, however slow the line", async () => {
  const app = new Hono();
  app.use(bodyLimit(limit, () => new Response("too large", { status: 413 })));
  app.post("/", async ({ req }) => new Response(`${(await req.arrayBuffer()).byteLength} bytes`));
  const server = await listen(app, { host: "127.0.0.1", port: 0 });
  try {
    const { port } = server.address() as AddressInfo; // it listens on TCP
    expect(await sendSlowly(port, 100)).toMatch(/^HTTP\/1.1 413 [^]*too large/);
    const small = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body: Buffer.alloc(limit) });
    expect(await small.text()).toBe("1024 bytes");
  } finally {
    await stopListening(server);
  }
});
