import type { ReactNode } from "react";
import QRCode from "qrcode";

const quietZone = 4; // squares of white around the code, by ISO/IEC 18004

/** A QR code as one SVG path: no image is fetched and no style is needed. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: "M" }).modules;
  const dark = [...data.keys()].filter((index) => data[index] === 1);
  const path = dark.map((index) => `M${index % size} ${Math.floor(index / size)}h1v1h-1z`).join("");
  const side = size + 2 * quietZone;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-quietZone} ${-quietZone} ${side} ${side}`}
      width="240"
      height="240"
      shapeRendering="crispEdges"
      className="border border-solid-gray-420 bg-white"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
