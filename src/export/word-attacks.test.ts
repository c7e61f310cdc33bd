import { describe, expect, it } from "vitest";
import { notationOf } from "#kernel/rich-notation.ts";
import { emptyRichText } from "#kernel/rich-text.ts";
import {
  outlined,
  wordAttacks,
  wordOfCell,
  wordOfLevels,
  wordOfMark,
  wordOfParts,
} from "../../test/support/word-files.ts";
import { lookedAtInWorker } from "./word-reading/in-worker.ts";
import { parseWordFile, type WordSection } from "./word-reading/parse.ts";

function sectionsOf(bytes: Uint8Array): readonly WordSection[] {
  const read = parseWordFile(bytes);
  if (!read.ok) throw new Error(read.refusal.message);
  return read.value.sections;
}

const textOf = (bytes: Uint8Array) => notationOf(sectionsOf(bytes)[0]?.body ?? emptyRichText);

describe("a Word file made to do harm", () => {
  it.each(wordAttacks)("is read at once, without its harm: $name", ({ bytes }) => {
    const made = bytes();
    const start = performance.now();
    const read = parseWordFile(made);
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(JSON.stringify(read)).not.toMatch(/\\u0000|\\u0001|\\ud[89a-f]/i);
  });

  it("is a heading at whole levels from 0 to 8 only", () => {
    const depths = ["0", "2", "zz", "0.5", "-1", "1e300", "9"].map((level) =>
      sectionsOf(wordOfParts(outlined(level))).map(({ depth }) => depth),
    );
    expect(depths).toEqual([[1], [3], [0], [0], [0], [0], [0]]);
  });

  it("is marked by versions that a text can have only", () => {
    const versions = ["3", "2147483647", "2147483648", "1e300", "0.5", "-1"].map(
      (version) =>
        sectionsOf(wordOfMark(`{"section":"a","key":"body","version":${version},"title":"序論"}`))[0]?.mark?.version,
    );
    expect(versions).toEqual([3, 2_147_483_647, undefined, undefined, undefined, undefined]);
  });

  it("has items on Word's nine levels, and paragraphs at what is none", () => {
    expect(textOf(wordOfLevels([0, 1]))).toBe("・段0\n　・段1");
    expect(textOf(wordOfLevels(["NaN"]))).toBe("段NaN");
    expect(textOf(wordOfLevels([9]))).toBe("段9");
  });

  it("has cells as wide as a table can be, else it is no table", () => {
    expect(textOf(wordOfCell('<w:gridSpan w:val="2"/>'))).toBe("表：\n| 幅 | < |");
    expect(textOf(wordOfCell('<w:gridSpan w:val="1000000000000000"/>'))).toBe("幅");
    expect(textOf(wordOfCell('<w:gridSpan w:val="1e15"/>'))).toBe("表：\n| 幅 |");
  });

  it("is refused in words when the worker itself fails", async () => {
    const failed = await lookedAtInWorker("no-such-worker", new Uint8Array());
    expect(!failed.ok && failed.refusal.message).toBe("文書の中に読み取れないところがあるため、読み込めません。");
  });
});
