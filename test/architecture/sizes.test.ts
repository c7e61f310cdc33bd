import { describe, expect, it } from "vitest";
import { sourceFile, sourceFiles, type SourceFile } from "./source.ts";

const fileLimit = 320;
const functionLimit = 60;
const pageLimit = 100;

function tooLong(file: SourceFile): string[] {
  const limit = file.path.endsWith(".tsx") ? pageLimit : functionLimit;
  const counted = file.path.includes(".test.") ? [] : file.functions; // a describe block is as long as its rules are many
  const functions = counted
    .filter((each) => each.lines > limit)
    .map((each) => `${file.path}: ${each.name} has ${each.lines} lines, at most ${limit}`);
  const lines = file.text.split("\n").length;
  return lines > fileLimit
    ? [...functions, `${file.path} has ${lines} lines, at most ${fileLimit}: make it a folder of the same name`]
    : functions;
}

describe("sizes", () => {
  const written = sourceFiles("src").filter((file) => file.path !== "src/platform/database/tables.ts");

  it("keep functions within 60 lines (pages 100) and files within about 300", () => {
    expect(written.flatMap(tooLong)).toEqual([]);
  });

  it("notice a planted giant", () => {
    const giant = sourceFile("src/kernel/giant.ts", `export function giant() {\n${"  void 0;\n".repeat(70)}}\n`);
    expect(tooLong(giant)).toEqual(["src/kernel/giant.ts: giant has 72 lines, at most 60"]);
  });
});
