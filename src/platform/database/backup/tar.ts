import { Trouble } from "#platform/trouble.ts";

/** One file inside an archive. */
export interface TarEntry {
  readonly name: string;
  readonly content: Buffer;
}

const block = 512;

/**
 * One file in the tar format (POSIX ustar), so that a backup can be opened by any tool in any decade.
 * @throws for a name over 100 bytes, which the format has no room for
 */
export function tarEntry(name: string, content: Buffer): Buffer {
  const header = Buffer.alloc(block);
  if (Buffer.byteLength(name) > 100) throw new Error(`name too long for the archive: ${name}`);
  header.write(name, 0);
  header.write("0000600\0", 100); // mode
  header.write("0000000\0", 108); // owner and group
  header.write("0000000\0", 116);
  header.write(`${content.length.toString(8).padStart(11, "0")}\0`, 124);
  header.write("00000000000\0", 136); // no time: the same content gives the same bytes
  header.write("        0", 148); // checksum as spaces while it is counted; type 0, a file
  header.write("ustar\x0000", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return Buffer.concat([header, content, Buffer.alloc(-content.length & (block - 1))]);
}

/** What closes an archive: two empty blocks. */
export const tarEnd: Buffer = Buffer.alloc(2 * block);

/** Takes an archive apart, file by file. @throws Trouble when it is damaged or ends too early */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  let pending: Buffer = Buffer.alloc(0);
  for await (const chunk of source) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    for (let entry = firstEntry(pending); entry; entry = firstEntry(pending)) {
      if (entry.end) return;
      yield { name: entry.name, content: entry.content };
      pending = pending.subarray(entry.length);
    }
  }
  throw damaged("it ends too early");
}

interface Parsed extends TarEntry {
  readonly length: number;
  readonly end: boolean;
}

/** The archive's first file, or undefined while it is not whole. */
function firstEntry(bytes: Buffer): Parsed | undefined {
  if (bytes.length < block) return undefined;
  const header = bytes.subarray(0, block);
  if (header[0] === 0) return { name: "", content: header, length: block, end: true };
  const sum = header.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
  if (Number.parseInt(text(header, 148, 8), 8) !== sum) throw damaged("a header does not fit its checksum");
  const size = Number.parseInt(text(header, 124, 12), 8);
  const length = block + Math.ceil(size / block) * block;
  if (bytes.length < length) return undefined;
  return { name: text(header, 0, 100), content: bytes.subarray(block, block + size), length, end: false };
}

function text(header: Buffer, from: number, length: number): string {
  const field = header.toString("utf8", from, from + length);
  return field.split("\0")[0] ?? "";
}

export function damaged(reason: string): Trouble {
  return new Trouble(
    "このバックアップのファイルは壊れているか、途中で切れています。ほかのバックアップを使ってください。",
    `The backup file is damaged: ${reason}.`,
  );
}
