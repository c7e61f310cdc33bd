import { z } from "zod";

/** Written at the head of a backup: what is in it and what the database must look like to take it. */
const head = z.object({
  program: z.literal("tomoni"),
  /** Of this file's layout. */
  format: z.literal(1),
  softwareVersion: z.string(),
  takenAt: z.string(),
  schemas: z.array(z.object({ name: z.string().regex(/^(platform|city_\d{6})$/), migrations: z.array(z.string()) })),
  tables: z.array(z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), value: z.number(), isUsed: z.boolean() })),
});

/** Written at the end, when everything has been counted. */
const manifest = z.object({
  tables: z.array(z.object({ schema: z.string(), name: z.string(), rows: z.number().int(), sha256: z.string() })),
});

export type BackupHead = z.infer<typeof head>;
export type BackupTable = BackupHead["tables"][number];
export type BackupManifest = z.infer<typeof manifest>;
export type TableCount = BackupManifest["tables"][number];

export const headName = "tomoni-backup.json";
export const manifestName = "manifest.json";

export function parseHead(content: Buffer): BackupHead {
  return head.parse(JSON.parse(content.toString("utf8")));
}

export function parseManifest(content: Buffer): BackupManifest {
  return manifest.parse(JSON.parse(content.toString("utf8")));
}

export function jsonFile(value: BackupHead | BackupManifest): Buffer {
  return Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`);
}

/** Name of one part of a table's rows, in PostgreSQL's COPY text form; the parts in order are the table. */
export function partName(table: { readonly schema: string; readonly name: string }, part: number): string {
  return `${table.schema}/${table.name}/${String(part).padStart(6, "0")}.copy`;
}

/** schema/table of a part's name. */
export function tableOfPart(name: string): string {
  return name.slice(0, name.lastIndexOf("/"));
}
