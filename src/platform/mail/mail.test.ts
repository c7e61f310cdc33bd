import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openPostOffice } from "./index.ts";

const mail = {
  to: "sato@city.example.jp",
  subject: "施策評価シートの提出のお願い",
  text: "佐藤 様\n\n期限は令和8年3月31日です。\n",
};
let outbox: string;

beforeEach(async () => {
  outbox = await mkdtemp(join(tmpdir(), "tomoni-mail-"));
});
afterEach(() => rm(outbox, { recursive: true, force: true }));

test("without SMTP settings a mail becomes one file that only the owner may read", async () => {
  const folder = join(outbox, "outbox");
  await openPostOffice({ from: "tomoni@city.example.jp", outbox: folder }).send(mail);
  const [name = "", ...others] = await readdir(folder);
  expect(name).toMatch(/\.eml$/);
  expect(others).toEqual([]);
  expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  const message = await readFile(join(folder, name), "utf8");
  expect(message).toMatch(/^To: sato@city\.example\.jp$/m);
  expect(textOf(message)).toBe(mail.text);
});

test("with SMTP settings the mail is handed to that server, in UTF-8", async () => {
  const received: string[] = [];
  const server = await smtpServer(received);
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  await openPostOffice({ from: "tomoni@city.example.jp", outbox, smtpUrl: `smtp://127.0.0.1:${port}` }).send(mail);
  server.close();
  expect(received).toHaveLength(1);
  expect(received[0]).toMatch(/^Subject: =\?UTF-8\?/m);
  expect(textOf(received[0] ?? "")).toBe(mail.text);
});

test("a mail server that does not answer is an error, so that the job is tried again", async () => {
  const office = openPostOffice({ from: "tomoni@city.example.jp", outbox, smtpUrl: "smtp://127.0.0.1:1" });
  await expect(office.send(mail)).rejects.toThrow(/ECONNREFUSED/);
});

/** The body of a message with one text part in base64. */
function textOf(message: string): string {
  const [, body = ""] = message.replaceAll("\r\n", "\n").split(/\n\n(.*)/s);
  return Buffer.from(body, "base64").toString("utf8");
}

/** A server that speaks just enough SMTP (RFC 5321) to take mails. */
function smtpServer(received: string[]): Promise<Server> {
  const server = createServer((socket) => {
    socket.write("220 mail.example.jp\r\n");
    let pending = "";
    socket.on("data", (chunk) => {
      pending = answer(socket, pending + chunk.toString("utf8"), received);
    });
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

function answer(socket: Socket, input: string, received: string[]): string {
  const data = input.match(/^DATA\r\n(.*)\r\n\.\r\n$/s);
  if (data) {
    received.push(data[1] ?? "");
    socket.write("250 taken\r\n");
    return "";
  }
  if (!input.endsWith("\r\n")) return input;
  if (input === "DATA\r\n") socket.write("354 go on\r\n");
  if (input.startsWith("DATA\r\n")) return input;
  socket.write(input.startsWith("QUIT") ? "221 bye\r\n" : "250 ok\r\n");
  return "";
}
