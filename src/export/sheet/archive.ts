import { sheetLimits } from "./limits.ts";
import { SheetRefused, sheetRefusals } from "./refusals.ts";

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const entryLength = 46;
const longestComment = 65_535;

/**
 * Looks at a zip's directory (PKWARE APPNOTE 4.3.12, 4.3.16) before anything is unpacked: entry names, and the sizes it admits to.
 * Sizes that lie are caught by the worker's memory limit.
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
}

function readEntries(bytes: Buffer, start: number, count: number): Entry[] {
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + entryLength > bytes.length || bytes.readUInt32LE(at) !== entrySignature)
      throw new SheetRefused(sheetRefusals.corrupt);
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + entryLength, at + entryLength + nameLength);
    entries.push({ name, unpacked: bytes.readUInt32LE(at + 24), isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1 });
    at += entryLength + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}
