import { z } from "zod";
import { Trouble } from "#platform/trouble.ts";

const newestFormat = 1;

const table = z.object({
  name: z.string().regex(/^[a-z_]+$/),
  columns: z.array(z.string().regex(/^[a-z_0-9]+$/)),
  rows: z.number().int(),
  /** Files that hold the rows, in order; none for tables of the encrypted part. */
  files: z.array(z.string()),
  isPersonal: z.boolean(),
});

/** What an archive of one municipality says of itself: how to read it and what every file's bytes add up to. */
const manifest = z.object({
  program: z.literal("tomoni-city"),
  format: z.literal(newestFormat),
  softwareVersion: z.string(),
  takenAt: z.string(),
  municipality: z.object({
    code: z.string().regex(/^\d{6}$/),
    name: z.string(),
    kana: z.string(),
    contact: z.string(),
    notice: z.string(),
    isUnofficial: z.boolean(),
    hosts: z.array(z.string()),
  }),
  /** The schema's version: the numbered migrations that its tables have had. */
  migrations: z.array(z.string()),
  tables: z.array(table),
  /** The encrypted part; null when the archive was made without people. */
  personalFile: z.string().nullable(),
  files: z.array(z.object({ name: z.string(), size: z.number().int(), sha256: z.string() })),
});

export type CityManifest = z.infer<typeof manifest>;
export type ArchivedTable = CityManifest["tables"][number];
export type ArchivedFile = CityManifest["files"][number];

export const manifestName = "manifest.json";
export const personalName = "personal.enc";

/** @throws Trouble when it is no such archive, or a newer one */
export function parseManifest(content: Buffer): CityManifest {
  const read = manifest.safeParse(jsonOf(content));
  if (read.success) return read.data;
  const { success: isAhead } = z.object({ format: z.number().gt(newestFormat) }).safeParse(jsonOf(content));
  throw isAhead
    ? newerArchive("format")
    : brokenArchive(`${manifestName} is not one of a city's archive`, manifestName);
}

function jsonOf(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString("utf8"));
  } catch {
    return undefined;
  }
}

export function newerArchive(what: string): Trouble {
  return new Trouble(
    `この書き出しは、いまのソフトウェアより新しい版で作られています（${what}）。同じかより新しい版で取り込んでください。`,
    "The archive was made by a newer version of the software.",
  );
}

/** @param file the file inside the archive that is not as it was written */
export function brokenArchive(reason: string, file = ""): Trouble {
  const named = file === "" ? "" : `（${file}）`;
  return new Trouble(
    `この書き出しは、作られたときのままではありません${named}。壊れているか、書き換えられています。取り込まず、もう一度書き出してください。`,
    `The archive is damaged or was changed: ${reason}.`,
  );
}
