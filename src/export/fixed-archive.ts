const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
/** 1980-01-01 00:00, the first moment that a ZIP archive can say (MS-DOS date and time). */
const firstMoment = Uint8Array.of(0, 0, 0x21, 0);

/**
 * The same ZIP archive (.docx, .xlsx) with every member dated 1980-01-01, so that the same content gives the same bytes.
 * The archive is changed in place: its writers note the moment of writing in each member's head and again in the directory.
 */
export function fixedArchive(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(entry, true) !== directoryEntry) throw new Error("the archive's directory is broken");
    bytes.set(firstMoment, entry + 12);
    bytes.set(firstMoment, view.getUint32(entry + 42, true) + 10);
    entry +=
      46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
  return bytes;
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at -= 1) if (view.getUint32(at, true) === endOfDirectory) return at;
  throw new Error("no archive");
}
