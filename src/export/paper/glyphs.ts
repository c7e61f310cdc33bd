/** The sign that printers set where a type is missing (ゲタ). */
export const geta = "〓";

/**
 * The signs that a TrueType font can print, read from its table of characters (cmap, formats 4 and 12). A PDF for everyone
 * (PDF/UA) may hold no sign without a shape, so what is not here must be replaced before.
 */
export function printableSigns(font: Uint8Array): (sign: string) => boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableAt(view, "cmap");
  const ranges: Range[] = [];
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1)
    ranges.push(...rangesOf(view, cmap + view.getUint32(cmap + 4 + index * 8 + 4)));
  ranges.sort((a, b) => a.from - b.from);
  return (sign) => isIn(ranges, sign.codePointAt(0) ?? 0);
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function tableAt(view: DataView, name: string): number {
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const entry = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(entry + at)));
    if (tag === name) return view.getUint32(entry + 8);
  }
  throw new Error(`the font has no table ${name}`);
}

function rangesOf(view: DataView, table: number): Range[] {
  const format = view.getUint16(table);
  if (format === 4) return format4(view, table);
  return format === 12 ? format12(view, table) : [];
}

function format4(view: DataView, table: number): Range[] {
  const double = view.getUint16(table + 6);
  const ranges: Range[] = [];
  for (let at = 0; at < double; at += 2) {
    const to = view.getUint16(table + 14 + at);
    const from = view.getUint16(table + 16 + double + at);
    const offset = view.getUint16(table + 16 + double * 3 + at);
    if (to === 0xffff) continue;
    if (offset === 0) ranges.push({ from, to });
    else ranges.push(...shapedOnly(view, { from, to }, table + 16 + double * 3 + at + offset));
  }
  return ranges;
}

/** Within a segment that lists its shapes, those code points whose shape is not 0 (missing). */
function shapedOnly(view: DataView, { from, to }: Range, shapes: number): Range[] {
  const found: Range[] = [];
  for (let point = from; point <= to; point += 1)
    if (view.getUint16(shapes + (point - from) * 2) !== 0) found.push({ from: point, to: point });
  return found;
}

function format12(view: DataView, table: number): Range[] {
  return Array.from({ length: view.getUint32(table + 12) }, (_, index) => {
    const group = table + 16 + index * 12;
    return { from: view.getUint32(group), to: view.getUint32(group + 4) };
  });
}

function isIn(ranges: readonly Range[], point: number): boolean {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (!range) return false;
    if (point < range.from) high = middle - 1;
    else if (point > range.to) low = middle + 1;
    else return true;
  }
  return false;
}
