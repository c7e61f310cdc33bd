import type { ChangeSnapshot } from "#domain/voices/published.ts";

/** The lines of a field that differ, before and after: a long field is not shown whole for one sentence. */
export function changedLines({ before, after }: Pick<ChangeSnapshot, "before" | "after">): {
  readonly before: string;
  readonly after: string;
} {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const [oldLines, freshLines] = [new Set(old), new Set(fresh)];
  return {
    before: old.filter((line) => !freshLines.has(line)).join("\n"),
    after: fresh.filter((line) => !oldLines.has(line)).join("\n"),
  };
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}
