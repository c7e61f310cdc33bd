/** A PNG of one dot. */
export const smallPng = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);
/** One that breaks off behind its first bytes. */
export const brokenPng = smallPng.slice(0, 40);

/** One that says that it is so wide and high. */
export function pngOfSize(width: number, height: number): Uint8Array {
  const png = smallPng.slice();
  new DataView(png.buffer).setUint32(16, width);
  new DataView(png.buffer).setUint32(20, height);
  return png;
}
