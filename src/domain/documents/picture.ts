import { pictureSize, type PictureSize } from "#kernel/picture-size.ts";
import type { Refusal } from "#kernel/result.ts";

/** Pictures of a manuscript (原稿の図): what a browser shows and Word takes. */
const signatures = {
  "image/png": [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  "image/jpeg": [0xff, 0xd8, 0xff],
} as const;
export type PictureType = keyof typeof signatures;

const largest = 5 * 1024 * 1024; // bytes

/** The kind of a picture by its first bytes; undefined for what is none. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | undefined {
  if (signatures["image/png"].every((byte, index) => bytes[index] === byte)) return "image/png";
  return signatures["image/jpeg"].every((byte, index) => bytes[index] === byte) ? "image/jpeg" : undefined;
}

/** What is wrong with a picture that was handed in, if anything. */
export function pictureFault(name: string, bytes: Uint8Array): Refusal | undefined {
  if (bytes.length > largest)
    return {
      code: "pictureTooLarge",
      message: `「${name}」は${(bytes.length / 1024 / 1024).toFixed(1)}MBで、5MBを超えています。`,
      remedy: "図を小さくして、もう一度選んでください。",
    };
  const type = pictureTypeOf(bytes);
  const size = type && pictureSize(bytes, type);
  if (type && !size) return brokenPicture(name);
  if (size) return sizeFault(name, size);
  return {
    code: "notAPicture",
    message: `「${name}」は、PNGでもJPEGでもありません。`,
    remedy: "PNGかJPEGで保存し直したものを選んでください。",
  };
}

const longestSide = 10_000; // dots: a paper's full width at 1,200 dpi

function sizeFault(name: string, { width, height }: PictureSize): Refusal | undefined {
  if (width === 0 || height === 0) return brokenPicture(name);
  if (Math.max(width, height) <= longestSide) return undefined;
  return {
    code: "pictureTooWide",
    message: `「${name}」は、横${width}×縦${height}の点でできていて、${longestSide}を超えています。`,
    remedy: "画像のソフトで縮めて、もう一度選んでください。",
  };
}

/** Its pieces do not go together: it was cut off on its way, or is another kind of file behind a picture's first bytes. */
export function brokenPicture(name: string): Refusal {
  return {
    code: "brokenPicture",
    message: `「${name}」は、途中で切れているか、壊れています。`,
    remedy: "画像のソフトで開けることを確かめ、PNGかJPEGで保存し直したものを選んでください。",
  };
}
