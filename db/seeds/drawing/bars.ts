import { pngOf } from "./png.ts";

/** One bar: what stands under it, how high it is, and whether it is expected rather than counted. */
export interface Bar {
  readonly year: number;
  readonly value: number;
  readonly isExpected: boolean;
}

const [paper, ink, counted, expected] = [0, 1, 2, 3];
const palette = [
  [255, 255, 255],
  [34, 34, 34],
  [0, 86, 155],
  [214, 118, 0],
] as const;

const size = { width: 1200, height: 560 };
const baseline = 480;
const top = 90;
const scale = 4; // how many pixels a dot of a digit is wide

/** Digits in five by seven dots, a row in a number of five bits. */
const digits: Readonly<Record<string, readonly number[]>> = {
  "0": [14, 17, 19, 21, 25, 17, 14],
  "1": [4, 12, 4, 4, 4, 4, 14],
  "2": [14, 17, 1, 2, 4, 8, 31],
  "3": [31, 2, 4, 2, 1, 17, 14],
  "4": [2, 6, 10, 18, 31, 2, 2],
  "5": [31, 16, 30, 1, 1, 17, 14],
  "6": [6, 8, 16, 30, 17, 17, 14],
  "7": [31, 1, 2, 4, 8, 8, 8],
  "8": [14, 17, 17, 14, 17, 17, 14],
  "9": [14, 17, 17, 15, 1, 2, 12],
  ",": [0, 0, 0, 0, 6, 2, 4],
};

/** Bars from zero with their values above and their years below, as PNG; an expected one is drawn as an outline. */
export function barsPicture(bars: readonly Bar[]): Uint8Array {
  const pixels = new Uint8Array(size.width * size.height).fill(paper);
  const fill = (area: Area, colour: number) => {
    for (let y = area.y; y < area.y + area.height; y++)
      pixels.fill(colour, y * size.width + area.x, y * size.width + area.x + area.width);
  };
  const step = Math.floor(size.width / bars.length);
  const highest = Math.max(...bars.map(({ value }) => value));
  for (const [index, { year, value, isExpected }] of bars.entries()) {
    const centre = Math.floor((index + 0.5) * step);
    const height = Math.round(((baseline - top) * value) / highest);
    const area = { x: centre - 40, y: baseline - height, width: 80, height };
    fill(area, isExpected ? expected : counted);
    if (isExpected) fill({ x: area.x + 6, y: area.y + 6, width: 68, height: height - 6 }, paper);
    write(value.toLocaleString("en-US"), { centre, y: area.y - 44 }, fill);
    write(String(year), { centre, y: baseline + 20 }, fill);
  }
  fill({ x: 20, y: baseline, width: size.width - 40, height: 4 }, ink);
  return pngOf({ ...size, palette, pixels });
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function write(
  text: string,
  { centre, y }: { readonly centre: number; readonly y: number },
  fill: (area: Area, colour: number) => void,
): void {
  const left = centre - Math.floor((text.length * 6 * scale) / 2);
  for (const [at, sign] of [...text].entries())
    for (const [row, dots] of (digits[sign] ?? []).entries())
      for (let column = 0; column < 5; column++)
        if (dots & (16 >> column))
          fill({ x: left + (at * 6 + column) * scale, y: y + row * scale, width: scale, height: scale }, ink);
}
