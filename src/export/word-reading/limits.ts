/** Word counts the levels of headings and of lists from 0. */
export const deepestLevel = 8;

/** How much an uploaded Word file may hold. */
export const wordLimits = {
  bytes: 20 * 1024 * 1024,
  /** Of the parts that are read; pictures are not. */
  unpackedBytes: 100 * 1024 * 1024,
  /** Unpacked size of the parts that are read over the packed size of the whole file. */
  zipRatio: 200,
  /** Reading time before it is ended. */
  milliseconds: 30_000,
  megabytes: 1_024,
} as const;
