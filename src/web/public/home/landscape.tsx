import type { ReactNode } from "react";

/** Ridges from the farthest to the nearest, as four ever greener tints. */
const ridges = [
  "M0 96L90 62 170 84 280 34 390 78 470 58 600 98 720 60 840 88 960 40 1060 76 1150 52 1270 92 1360 66 1440 84V240H0Z",
  "M0 126C90 112 150 84 230 92S370 138 470 122 630 78 730 96 890 142 1000 118 1160 82 1250 104 1380 128 1440 112V240H0Z",
  "M0 150C160 118 280 152 430 158S700 126 860 144 1120 172 1240 150 1380 132 1440 142V240H0Z",
  "M0 184C180 160 320 178 500 186S820 166 1000 178 1290 196 1440 172V240H0Z",
] as const;

/** Mountains and fields, as most Japanese cities have them. Pure ornament. */
export function Landscape(): ReactNode {
  return (
    <svg
      viewBox="0 0 1440 240"
      preserveAspectRatio="xMidYMax slice"
      className="landscape"
      aria-hidden="true"
      focusable="false"
    >
      {ridges.map((path, index) => (
        <path key={path} d={path} className={`ridge-${index + 1}`} />
      ))}
      <path d="M0 222C240 206 420 232 700 226S1180 208 1440 224V241H0Z" className="landscape-ground" />
    </svg>
  );
}
