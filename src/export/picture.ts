import { pictureSize } from "#kernel/picture-size.ts";
import type { Picture } from "./paper/paper.ts";

const types: Readonly<Record<string, Picture["type"]>> = { "image/png": "png", "image/jpeg": "jpg" };

/** A stored picture as papers take it, with its own width and height; undefined for what they cannot show. */
export function pictureFrom(bytes: Uint8Array, mediaType: string): Picture | undefined {
  const type = types[mediaType];
  const size = pictureSize(bytes, mediaType);
  return type && size && { type, bytes, ...size };
}
