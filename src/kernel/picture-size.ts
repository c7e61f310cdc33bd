/** How wide and high a picture says it is, in dots. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Undefined for what does not say it, and for kinds other than PNG and JPEG. */
export function pictureSize(bytes: Uint8Array, mediaType: string): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (mediaType === "image/png") return sizeAt(view, 16);
  return mediaType === "image/jpeg" ? jpegSize(view) : undefined;
}

function sizeAt(view: DataView, place: number): PictureSize | undefined {
  if (view.byteLength < place + 8) return undefined;
  return { width: view.getUint32(place), height: view.getUint32(place + 4) };
}

/** A JPEG is a row of pieces with their lengths; the one that begins the frame (SOF) tells the size. */
function jpegSize(view: DataView): PictureSize | undefined {
  for (let place = 2; place + 9 < view.byteLength; place += 2 + view.getUint16(place + 2)) {
    const marker = view.getUint8(place + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(place + 7), height: view.getUint16(place + 5) };
  }
  return undefined;
}
