import type { Paper } from "../paper/paper.ts";

/** The same paper without links to headings that it does not have: a short paper has none of the measures' pages. */
export function withLivingLinks(paper: Paper): Paper {
  const anchors = new Set<unknown>();
  passOver(paper.parts, (key, value) => {
    if (key === "anchor") anchors.add(value);
    return value;
  });
  const parts = passOver(paper.parts, (key, value) => (key !== "to" || anchors.has(value) ? value : null));
  return { ...paper, parts: parts as Paper["parts"] }; // the same shape: only links are null now
}

/** The same plain value with every member passed through; bytes of pictures are left alone. */
function passOver(value: unknown, pass: (key: string, value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => passOver(item, pass));
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, pass(key, passOver(item, pass))]));
}
