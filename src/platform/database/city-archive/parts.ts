import type { PoolClient } from "pg";
import type { TarEntry } from "../backup/tar.ts";
import { rowTexts, type CityTable } from "./contents.ts";

const partSize = 8 * 1024 * 1024; // bytes

/** A table's rows as JSON Lines, in files of some megabytes: tables/plan_node.jsonl, tables/plan_node.2.jsonl … */
export async function* tableParts(client: PoolClient, table: CityTable): AsyncGenerator<TarEntry, number> {
  let lines: string[] = [];
  let size = 0;
  let part = 0;
  let rows = 0;
  const close = () => {
    const content = Buffer.from(lines.map((line) => `${line}\n`).join(""));
    lines = [];
    size = 0;
    return { name: partName(table.name, (part += 1)), content };
  };
  for await (const text of rowTexts(client, table)) {
    lines.push(text);
    rows += 1;
    if ((size += text.length) >= partSize) yield close();
  }
  if (lines.length > 0) yield close();
  return rows;
}

function partName(table: string, part: number): string {
  return part === 1 ? `tables/${table}.jsonl` : `tables/${table}.${part}.jsonl`;
}

/** The lines of a part. */
export function linesOf(content: Buffer): string[] {
  return content.toString("utf8").split("\n").slice(0, -1);
}
