import type { ReactNode } from "react";

const paths = {
  search: "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm4.8 11.3L20.5 20.5",
  menu: "M4 6.5h16M4 12h16M4 17.5h16",
  forward: "M9 5l7 7-7 7",
  back: "M15 5l-7 7 7 7",
  down: "M5 9l7 7 7-7",
  phone:
    "M6.5 3.5h3l1.5 4.5-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2 4.5 1.5v3a2 2 0 0 1-2 2A15 15 0 0 1 4.5 5.500a2 2 0 0 1 2-2Z",
  mail: "M3.5 6h17v12h-17zM3.5 6.500l8.5 7 8.5-7",
  clock: "M12 3.500a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 7v5.500l3.5 2",
  file: "M6 3.500h8l4 4v13H6zM14 3.500v4h4M9 12h6M9 16h6",
} as const;

/** An outlined sign beside a word; the word carries the meaning, so the sign is silent. */
export function Icon({
  name,
  className = "",
}: {
  readonly name: keyof typeof paths;
  readonly className?: string;
}): ReactNode {
  return (
    <svg viewBox="0 0 24 24" className={`icon ${className}`} aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
