import type { Flow, Stop, Stream } from "./flow.ts";

/** A stop as it is drawn: a bar, and the middle of its words. */
export interface DrawnStop {
  readonly stop: Stop;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** A stream as a ribbon; `category` is the place of the category that colours it. */
export interface DrawnStream {
  readonly stream: Stream;
  readonly path: string;
  readonly category: number;
}

export interface FlowLayout {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly (readonly DrawnStop[])[];
  readonly streams: readonly DrawnStream[];
}

export const barWidth = 14;
const width = 1_060;
/** Words stand left of the first bar, right of the others. */
const columnsAt = [210, 470, 800] as const;
const leastSlot = 46;
const gap = 6;
const bodyHeight = 360;
const top = 34;

/** Three columns of bars, as high as their points are many, and ribbons between them. Each stop keeps room for its words. */
export function flowLayout(flow: Flow): FlowLayout {
  const sides = [flow.channels, flow.categories, flow.goals];
  const scale = flow.total === 0 ? 0 : bodyHeight / flow.total;
  const columns = sides.map((stops, index) => columnOf(stops, { x: columnsAt[index] ?? 0, scale }));
  const bottoms = columns.flat().map((each) => each.y + Math.max(each.height, leastSlot));
  const rank = new Map(flow.categories.map(({ key }, index) => [key, index]));
  const [channels = [], categories = [], goals = []] = columns;
  const ribbons = (streams: readonly Stream[], from: readonly DrawnStop[], to: readonly DrawnStop[]) =>
    ribbonsBetween(streams, { from, to, scale });
  return {
    width,
    height: Math.ceil(Math.max(top, ...bottoms) + 8),
    columns,
    streams: [
      ...ribbons(flow.toCategory, channels, categories).map((each) => ({
        ...each,
        category: rank.get(each.stream.to) ?? 0,
      })),
      ...ribbons(flow.toGoal, categories, goals).map((each) => ({
        ...each,
        category: rank.get(each.stream.from) ?? 0,
      })),
    ],
  };
}

function columnOf(stops: readonly Stop[], { x, scale }: { readonly x: number; readonly scale: number }): DrawnStop[] {
  let y = top;
  return stops.map((stop) => {
    const height = Math.max(2, stop.count * scale);
    const drawn = { stop, x, y, height };
    y += Math.max(height, leastSlot) + gap;
    return drawn;
  });
}

interface Between {
  readonly from: readonly DrawnStop[];
  readonly to: readonly DrawnStop[];
  readonly scale: number;
}

/** Ribbons leave and arrive in the order of the bars, so that those of one bar do not cross. */
function ribbonsBetween(
  streams: readonly Stream[],
  { from, to, scale }: Between,
): { readonly stream: Stream; readonly path: string }[] {
  const left = new Map(from.map(({ stop, y }) => [stop.key, y]));
  const right = new Map(to.map(({ stop, y }) => [stop.key, y]));
  const ordered = streams.toSorted(
    (one, other) => rankOf(from, one.from) - rankOf(from, other.from) || rankOf(to, one.to) - rankOf(to, other.to),
  );
  const [startX, endX] = [(from[0]?.x ?? 0) + barWidth, to[0]?.x ?? 0];
  return ordered.map((stream) => {
    const thickness = Math.max(1, stream.count * scale);
    const [y0, y1] = [left.get(stream.from) ?? top, right.get(stream.to) ?? top];
    left.set(stream.from, y0 + thickness);
    right.set(stream.to, y1 + thickness);
    return { stream, path: ribbon({ x0: startX, x1: endX, y0, y1, thickness }) };
  });
}

function rankOf(side: readonly DrawnStop[], key: string): number {
  return side.findIndex(({ stop }) => stop.key === key);
}

interface Ends {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly thickness: number;
}

function ribbon({ x0, x1, y0, y1, thickness }: Ends): string {
  const middle = round((x0 + x1) / 2);
  const [a, b] = [round(y0), round(y1)];
  const [c, d] = [round(y0 + thickness), round(y1 + thickness)];
  return `M${x0} ${a}C${middle} ${a} ${middle} ${b} ${x1} ${b}V${d}C${middle} ${d} ${middle} ${c} ${x0} ${c}Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
