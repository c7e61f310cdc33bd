import { ImageRun, Paragraph } from "docx";
import type { Figure } from "../paper.ts";
import { textWidth } from "./look.ts";
import { textRuns } from "./runs.ts";

/** The width between the margins in pixels, at 96 to the inch. */
const widest = Math.floor((textWidth / 1_440) * 96);

/** A picture with its alternative text and, below it, its caption. */
export function figureOf({ picture, alternative, caption }: Figure): Paragraph[] {
  const below = caption === "" ? [] : [new Paragraph({ children: textRuns(caption, { bold: true, size: 18 }) })];
  if (!picture) return [new Paragraph({ children: textRuns(alternative, { size: 18, color: "5B5B5B" }) }), ...below];
  const width = Math.min(widest, picture.width);
  const run = new ImageRun({
    type: picture.type,
    data: picture.bytes,
    transformation: { width, height: Math.round((picture.height / picture.width) * width) },
    altText: { name: caption || "図", description: alternative || caption || "図" },
  });
  return [new Paragraph({ keepNext: caption !== "", spacing: { after: 40 }, children: [run] }), ...below];
}
