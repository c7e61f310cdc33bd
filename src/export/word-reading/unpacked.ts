import { unzipSync } from "fflate";
import { wordLimits } from "./limits.ts";
import { WordRefused, wordRefusals } from "./refusals.ts";

/** The parts of a Word file that are wanted, by their paths. @throws WordRefused when it is none, is locked or unpacks too large */
export function unpackedParts(bytes: Uint8Array, isWanted: (path: string) => boolean): Record<string, Uint8Array> {
  if (bytes.length > wordLimits.bytes) throw new WordRefused(wordRefusals.tooLarge);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new WordRefused(wordRefusals.oldOrLocked);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new WordRefused(wordRefusals.notWord);
  let unpacked = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!isWanted(name)) return false;
        unpacked += originalSize;
        if (unpacked > wordLimits.unpackedBytes || unpacked > bytes.length * wordLimits.zipRatio)
          throw new WordRefused(wordRefusals.unpacksTooLarge);
        return true;
      },
    });
  } catch (error) {
    throw error instanceof WordRefused ? error : new WordRefused(wordRefusals.corrupt);
  }
}
