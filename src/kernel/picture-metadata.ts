/**
 * Pictures without what their makers wrote into them: place, time, device, owner, comments. What a browser needs to show them stays:
 * colours (ICC), and of the EXIF data only which side is up.
 */
export function withoutMetadata(bytes: Uint8Array, mediaType: "image/png" | "image/jpeg"): Uint8Array | undefined {
  const kept = mediaType === "image/png" ? pngParts(bytes) : jpegParts(bytes);
  return kept && joined(kept);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const wordsIn = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCodePoint(...bytes.subarray(from, from + length));

const pngNotes = new Set(["tEXt", "zTXt", "iTXt", "eXIf", "tIME"]);

/** PNG (ISO/IEC 15948): a signature, then chunks of length, type, data and CRC up to IEND. Undefined for one that breaks off. */
function pngParts(bytes: Uint8Array): Uint8Array[] | undefined {
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + viewOf(bytes).getUint32(at);
    if (end > bytes.length) return undefined;
    const type = wordsIn(bytes, at + 4, 4);
    if (!pngNotes.has(type)) parts.push(bytes.subarray(at, end));
    if (type === "IEND") return parts;
    at = end;
  }
  return undefined;
}

const jpeg = { scan: 0xda, end: 0xd9, exif: 0xe1, icc: 0xe2, comment: 0xfe } as const;

/** JPEG (ITU-T T.81): marked pieces up to the end mark; what follows it is left out. Undefined for one that breaks off. */
function jpegParts(bytes: Uint8Array): Uint8Array[] | undefined {
  const parts = [bytes.subarray(0, 2)];
  for (let at = 2; at + 2 <= bytes.length;) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return undefined;
    if (marker === jpeg.end) return [...parts, bytes.subarray(at, at + 2)];
    if (at + 4 > bytes.length) return undefined;
    const pieceEnd = at + 2 + viewOf(bytes).getUint16(at + 2);
    const end = marker === jpeg.scan ? scanEnd(bytes, pieceEnd) : pieceEnd;
    if (pieceEnd < at + 4 || end > bytes.length) return undefined;
    const piece = keptPiece(bytes.subarray(at, end), marker);
    if (piece) parts.push(piece);
    at = end;
  }
  return undefined;
}

/** Where the coded data of a scan ends: at the next mark that is neither a stuffed byte nor a restart. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    const isWithin = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (bytes[at] === 0xff && !isWithin) return at;
  }
  return bytes.length;
}

/** Colours and the frame stay, notes go; of EXIF the side that is up. */
function keptPiece(piece: Uint8Array, marker: number): Uint8Array | undefined {
  if (marker === jpeg.exif) return uprightPiece(orientationIn(piece));
  if (marker === jpeg.icc) return wordsIn(piece, 4, 11) === "ICC_PROFILE" ? piece : undefined;
  const isNote = (marker > jpeg.icc && marker <= 0xef && marker !== 0xee) || marker === jpeg.comment; // 0xee: Adobe's colours
  return isNote ? undefined : piece;
}

/** The EXIF tag 0x0112 of a piece: 1 to 8; undefined where there is none. */
function orientationIn(piece: Uint8Array): number | undefined {
  if (wordsIn(piece, 4, 4) !== "Exif" || piece.length < 18) return undefined;
  const tiff = viewOf(piece.subarray(10));
  const isLittle = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, isLittle);
  if (directory + 2 > tiff.byteLength) return undefined;
  for (let entry = 0; entry < tiff.getUint16(directory, isLittle); entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.byteLength) return undefined;
    if (tiff.getUint16(at, isLittle) === 0x0112) return tiff.getUint16(at + 8, isLittle);
  }
  return undefined;
}

/** An EXIF piece that says which side is up, and nothing else. */
function uprightPiece(orientation: number | undefined): Uint8Array | undefined {
  if (orientation === undefined || orientation < 2 || orientation > 8) return undefined;
  const head = [0xff, 0xe1, 0, 34, ...Buffer.from("Exif\0\0"), ...Buffer.from("MM\0*"), 0, 0, 0, 8];
  return new Uint8Array([...head, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);
}
