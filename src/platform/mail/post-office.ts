import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { newId } from "#kernel/id.ts";
import type { Mail } from "./queue.ts";

export interface PostOfficeOptions {
  /** smtp://user:password@host:port or smtps://…; without it mails are written as files. */
  readonly smtpUrl?: string | undefined;
  /** Sender address. */
  readonly from: string;
  /** Folder for mails that are written as files instead of sent. */
  readonly outbox: string;
}

/** Where mails leave the house. Throws when the mail could not be handed over. */
export interface PostOffice {
  send(mail: Mail): Promise<void>;
}

/** Sends by SMTP where an address is set, else writes .eml files that only the owner may read. */
export function openPostOffice(options: PostOfficeOptions): PostOffice {
  return options.smtpUrl ? bySmtp(options.smtpUrl, options.from) : byFile(options.outbox, options.from);
}

function bySmtp(url: string, from: string): PostOffice {
  const transport = createTransport({ url, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 });
  return { send: async (mail) => void (await transport.sendMail({ from, ...mail })) };
}

function byFile(outbox: string, from: string): PostOffice {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  return {
    async send(mail) {
      const { message } = await transport.sendMail({ from, ...mail });
      await mkdir(outbox, { recursive: true, mode: 0o700 });
      await writeFile(join(outbox, `${newId()}.eml`), String(message), { mode: 0o600, flag: "wx" });
    },
  };
}
