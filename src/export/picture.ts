import type { Picture } from "./paper/paper.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

const readers: Readonly<
  Record<string, { readonly type: Picture["type"]; readonly sizeOf: (view: DataView) => Size | undefined }>
> = {
  "image/png": { type: "png", sizeOf: (view) => sizeAt(view, 16) },
  "image/jpeg": { type: "jpg", sizeOf: jpegSize },
};

/** A stored picture as papers take it, with its own width and height; undefined for what they cannot show. */
export function pictureFrom(bytes: Uint8Array, mediaType: string): Picture | undefined {
  const reader = readers[mediaType];
  const size = reader?.sizeOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return reader && size && { type: reader.type, bytes, ...size };
}

function sizeAt(view: DataView, place: number): Size | undefined {
  if (view.byteLength < place + 8) return undefined;
  return { width: view.getUint32(place), height: view.getUint32(place + 4) };
}

/** A JPEG is a row of pieces with their lengths; the one that begins the frame (SOF) tells the size. */
function jpegSize(view: DataView): Size | undefined {
  for (let place = 2; place + 9 < view.byteLength; place += 2 + view.getUint16(place + 2)) {
    const marker = view.getUint8(place + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(place + 7), height: view.getUint16(place + 5) };
  }
  return undefined;
}
