import type { ReactNode } from "react";

/** Seven soft hills, one in each goal's hue: the plan's seven goals make one landscape. Pure ornament. */
const hills = [
  "M0 96C120 40 250 36 400 78S700 128 860 88 1160 30 1440 84V180H0Z",
  "M0 122C180 70 330 84 480 104S780 66 960 92 1240 128 1440 74V180H0Z",
  "M0 108C140 128 260 92 420 112S720 144 880 112 1180 84 1440 118V180H0Z",
  "M0 138C200 96 340 124 520 132S820 100 1000 124 1270 148 1440 112V180H0Z",
  "M0 132C160 150 300 124 460 140S760 158 940 136 1230 116 1440 142V180H0Z",
  "M0 156C220 128 380 146 560 152S860 134 1040 148 1290 162 1440 146V180H0Z",
  "M0 164C180 172 340 152 520 164S840 174 1020 162 1260 152 1440 168V180H0Z",
] as const;

export function Landscape(): ReactNode {
  return (
    <svg
      viewBox="0 0 1440 180"
      preserveAspectRatio="xMidYMax slice"
      className="landscape"
      aria-hidden="true"
      focusable="false"
    >
      {hills.map((path, index) => (
        <path key={path} d={path} className={`hill hue-${index + 1}`} />
      ))}
    </svg>
  );
}
