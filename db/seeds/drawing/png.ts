import { crc32, deflateSync } from "node:zlib";

/** A drawing in few colours: each cell of `pixels` names one of `palette`. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly palette: readonly (readonly [red: number, green: number, blue: number])[];
  /** Row by row from the top, `width` cells each. */
  readonly pixels: Uint8Array;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The drawing as PNG (ISO/IEC 15948): eight bits a pixel, a palette, no filter. */
export function pngOf({ width, height, palette, pixels }: Drawing): Uint8Array {
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head.set([8, 3, 0, 0, 0], 8); // bits, colours by palette, and the only compression, filter and interlacing that fit
  const rows = new Uint8Array(height * (width + 1)); // before each row stands its filter: 0
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    Uint8Array.from(signature),
    chunk("IHDR", head),
    chunk("PLTE", Uint8Array.from(palette.flat())),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", new Uint8Array()),
  ]);
}

function chunk(name: string, bytes: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(name, "latin1"), bytes]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(bytes.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
