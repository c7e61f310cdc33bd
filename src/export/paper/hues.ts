/** A hue (色) of a goal: the strong one carries white signs with a contrast above 6, the others lie under dark text. */
export interface Hue {
  readonly strong: string;
  readonly line: string;
  readonly soft: string;
  readonly pale: string;
}

/** The hues of the public site, so that a goal has the same colour on screen and on paper; 0 is the house's own blue. */
export const hues: readonly Hue[] = [
  { strong: "#0017c1", line: "#9db7f9", soft: "#d9e6ff", pale: "#e8f1fe" },
  { strong: "#315f97", line: "#a0c0eb", soft: "#cbe0fc", pale: "#f1f6fd" },
  { strong: "#8b491f", line: "#e4b196", soft: "#f8d6c4", pale: "#fdf5f0" },
  { strong: "#286e3c", line: "#9ecba6", soft: "#cae7cf", pale: "#f1f9f2" },
  { strong: "#884266", line: "#e1acc4", soft: "#f7d2e2", pale: "#fdf4f8" },
  { strong: "#006d7a", line: "#86cbd3", soft: "#bce7ec", pale: "#eef8fa" },
  { strong: "#705c00", line: "#ccbe8a", soft: "#e7debd", pale: "#f9f7ee" },
  { strong: "#674e90", line: "#c4b4e5", soft: "#e2d8f8", pale: "#f7f4fd" },
];

/** A hue by its number; goals beyond the seventh take them in turn again. */
export function hueOf(number: number): Hue {
  const place = number === 0 ? 0 : ((number - 1) % (hues.length - 1)) + 1;
  return hues[place] ?? { strong: "#000000", line: "#000000", soft: "#ffffff", pale: "#ffffff" };
}
