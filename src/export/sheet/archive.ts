import { inflateRawSync } from "node:zlib";
import { codeOf } from "#kernel/error-code.ts";
import { inspectPart } from "./parts.ts";
import { sheetLimits } from "./limits.ts";
import { SheetRefused, sheetRefusals } from "./refusals.ts";

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const entryLength = 46;
const localLength = 30;
const localSignature = 0x04034b50;
const deflated = 8;
const zip64Field = 0x0001;
const longestComment = 65_535;

/**
 * Looks at a zip's directory (PKWARE APPNOTE 4.3.12, 4.3.16) before the reader unpacks anything: entry names, and the sizes it
 * admits to. Each entry is then unpacked once, to no more than it admitted: the worker's memory limit does not see buffers, so a
 * size that lies would fill the machine.
 * @throws SheetRefused when it is broken, encrypted, or would unpack too large
 */
export function inspectArchive(bytes: Buffer): string[] {
  const end = findEnd(bytes);
  if (end === undefined) throw new SheetRefused(sheetRefusals.corrupt);
  const count = bytes.readUInt16LE(end + 10);
  if (count > sheetLimits.zipEntries) throw new SheetRefused(sheetRefusals.unpacksTooLarge);
  const entries = readEntries(bytes, bytes.readUInt32LE(end + 16), count);
  const unpacked = entries.reduce((total, entry) => total + entry.unpacked, 0);
  if (unpacked > sheetLimits.unpackedBytes || unpacked > bytes.length * sheetLimits.zipRatio) {
    throw new SheetRefused(sheetRefusals.unpacksTooLarge);
  }
  if (entries.some((entry) => entry.isEncrypted)) throw new SheetRefused(sheetRefusals.encrypted);
  for (const entry of entries) inspectPart(entry.name, unpackedOf(bytes, entry));
  return entries.map((entry) => entry.name);
}

function findEnd(bytes: Buffer): number | undefined {
  const from = Math.max(0, bytes.length - endLength - longestComment);
  for (let at = bytes.length - endLength; at >= from; at--) if (bytes.readUInt32LE(at) === endSignature) return at;
  return undefined;
}

interface Entry {
  readonly name: string;
  readonly unpacked: number;
  readonly isEncrypted: boolean;
  /** Where its own header and its content begin. */
  readonly start: number;
  readonly extra: Buffer;
}

function readEntries(bytes: Buffer, start: number, count: number): Entry[] {
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + entryLength > bytes.length || bytes.readUInt32LE(at) !== entrySignature)
      throw new SheetRefused(sheetRefusals.corrupt);
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + entryLength, at + entryLength + nameLength);
    const extraStart = at + entryLength + nameLength;
    const extra = bytes.subarray(extraStart, extraStart + bytes.readUInt16LE(at + 30));
    const isEncrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
    entries.push({
      name,
      unpacked: bytes.readUInt32LE(at + 24),
      isEncrypted,
      start: bytes.readUInt32LE(at + 42),
      extra,
    });
    at = extraStart + extra.length + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The reader trusts an entry's own header, so neither that nor the content may be larger than the directory says. */
function unpackedOf(bytes: Buffer, { start, unpacked, extra }: Entry): Buffer {
  if (start + localLength > bytes.length || bytes.readUInt32LE(start) !== localSignature)
    throw new SheetRefused(sheetRefusals.corrupt);
  const extraStart = start + localLength + bytes.readUInt16LE(start + 26);
  const content = extraStart + bytes.readUInt16LE(start + 28);
  const zip64 = [...zip64Sizes(extra), ...zip64Sizes(bytes.subarray(extraStart, content))];
  const stated = bytes.readUInt32LE(start + 22);
  const claims = stated === 0xffffffff && zip64.length > 0 ? zip64 : [stated, ...zip64];
  if (claims.some((size) => size > unpacked)) throw new SheetRefused(sheetRefusals.unpacksTooLarge);
  if (bytes.readUInt16LE(start + 8) === deflated) return unpackAtMost(bytes.subarray(content), unpacked);
  return bytes.subarray(content, content + unpacked);
}

function* zip64Sizes(extra: Buffer): Generator<number> {
  for (let at = 0; at + 12 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === zip64Field) yield Number(extra.readBigUInt64LE(at + 4));
}

function unpackAtMost(packed: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    const isLarger = codeOf(error) === "ERR_BUFFER_TOO_LARGE";
    throw new SheetRefused(isLarger ? sheetRefusals.unpacksTooLarge : sheetRefusals.corrupt);
  }
}
