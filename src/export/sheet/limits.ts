/** How much an uploaded table may hold. */
export const sheetLimits = {
  bytes: 20 * 1024 * 1024,
  /** Bytes after unpacking, over all parts of an .xlsx. */
  unpackedBytes: 200 * 1024 * 1024,
  /** Unpacked size over packed size; office files stay under about 40. */
  zipRatio: 200,
  zipEntries: 5_000,
  sheets: 100,
  rows: 100_000,
  columns: 500,
  merges: 20_000,
  cells: 1_000_000,
  /** Over all cells; a text that many cells share counts in each of them, since each gets it. */
  characters: 50_000_000,
  /** Reading time before it is ended. */
  milliseconds: 30_000,
  megabytes: 1_024,
} as const;
