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

/**
 * Takes an archive apart, file by file; the bytes of a large file are gathered before they are joined, once.
 * @param broken makes the error of a damaged archive
 * @throws Trouble when it is damaged or ends too early
 */
export async function* readTar(
  source: AsyncIterable<Buffer>,
  broken: (reason: string) => Error = damaged,
): AsyncGenerator<TarEntry> {
  let gathered: Buffer[] = [];
  let size = 0;
  let wanted = block;
  for await (const chunk of source) {
    gathered.push(chunk);
    if ((size += chunk.length) < wanted) continue;
    let pending = Buffer.concat(gathered);
    for (wanted = lengthOfFirst(pending, broken); pending.length >= wanted; wanted = lengthOfFirst(pending, broken)) {
      if (pending[0] === 0) return;
      yield firstEntry(pending);
      pending = pending.subarray(wanted);
    }
    gathered = [pending];
    size = pending.length;
  }
  throw broken("it ends too early");
}

/** How many bytes the archive's first file takes with its head; of a file whose head is not whole, the length of a head. */
function lengthOfFirst(bytes: Buffer, broken: (reason: string) => Error): number {
  if (bytes.length < block || bytes[0] === 0) return block;
  const sum = bytes
    .subarray(0, block)
    .reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
  if (Number.parseInt(text(bytes, 148, 8), 8) !== sum) throw broken("a header does not fit its checksum");
  return block + Math.ceil(sizeOfFirst(bytes) / block) * block;
}

function firstEntry(bytes: Buffer): TarEntry {
  return { name: text(bytes, 0, 100), content: bytes.subarray(block, block + sizeOfFirst(bytes)) };
}

function sizeOfFirst(bytes: Buffer): number {
  return Number.parseInt(text(bytes, 124, 12), 8);
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
