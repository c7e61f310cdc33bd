import { describe, expect, it } from "vitest";
import { withoutMetadata } from "./picture-metadata.ts";

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === "string" ? [...Buffer.from(part, "latin1")] : [...part])));
const piece = (marker: number, data: Uint8Array) =>
  bytes([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255], [...data]);
const jpegOf = (...pieces: readonly Uint8Array[]) =>
  bytes([0xff, 0xd8], ...pieces.map((each) => [...each]), [0xff, 0xd9]);

const scan = bytes([...piece(0xda, bytes([1, 1]))], [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]);
const jfif = piece(0xe0, bytes("JFIF\0"));
/** One little-endian directory: which side is up = 6, and the maker's name. */
const exif = piece(
  0xe1,
  bytes(
    "Exif\0\0",
    "II*\0",
    [8, 0, 0, 0],
    [2, 0],
    [0x0f, 0x01, 2, 0, 4, 0, 0, 0],
    "Sony",
    [0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0],
    [0, 0, 0, 0],
  ),
);

describe("pictures without what their makers wrote into them", () => {
  it("leaves out place, device and comments of a JPEG, and what hangs on behind its end", () => {
    const noted = jpegOf(jfif, piece(0xfe, bytes("撮影者")), piece(0xed, bytes("Photoshop")), scan);
    const told = withoutMetadata(bytes([...noted], "GPS behind the end"), "image/jpeg");
    expect(told).toEqual(jpegOf(jfif, scan));
  });

  it("keeps which side is up, and nothing else of EXIF", () => {
    const told = Buffer.from(withoutMetadata(jpegOf(jfif, exif, scan), "image/jpeg") ?? []);
    expect([told.includes("Exif"), told.includes("Sony")]).toEqual([true, false]);
    expect(withoutMetadata(told, "image/jpeg")).toEqual(new Uint8Array(told)); // it reads its own piece
    expect([...told.subarray(told.indexOf("MM\0*"))].slice(10, 20)).toEqual([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]);
  });

  it("keeps the colours of both kinds", () => {
    const profile = piece(0xe2, bytes("ICC_PROFILE\0"));
    expect(withoutMetadata(jpegOf(profile, piece(0xe2, bytes("MPF\0")), scan), "image/jpeg")).toEqual(
      jpegOf(profile, scan),
    );
  });

  it("leaves the notes out of a PNG, and tells one that breaks off", () => {
    const chunk = (type: string, data: string) => bytes([0, 0, 0, data.length], type, data, "crc!");
    const head = bytes([0x89], "PNG\r\n", [0x1a, 0x0a]);
    const png = (...chunks: readonly Uint8Array[]) => bytes([...head], ...chunks.map((each) => [...each]));
    const [size, end] = [chunk("IHDR", "0123456789abc"), chunk("IEND", "")];
    expect(withoutMetadata(png(size, chunk("tEXt", "Author"), chunk("eXIf", "GPS"), end), "image/png")).toEqual(
      png(size, end),
    );
    expect(withoutMetadata(png(size), "image/png")).toBeUndefined();
    expect(withoutMetadata(jpegOf(jfif).subarray(0, 8), "image/jpeg")).toBeUndefined();
  });
});
