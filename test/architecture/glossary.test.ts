import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inProject } from "#platform/files/project.ts";
import { sourceFiles } from "./source.ts";

describe("the glossary", () => {
  const rows = readFileSync(inProject("docs/glossary.md"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| ") && line.includes("`"));
  const names = rows.flatMap((row) =>
    [...(row.split("|")[2] ?? "").matchAll(/`([A-Za-z_]+)`/g)].map((match) => match[1] ?? ""),
  );
  const code = sourceFiles("src")
    .map((file) => file.text)
    .join("\n");

  it("names only what stands in the code", () => {
    expect(names.length).toBeGreaterThan(30);
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([]);
  });

  it("would notice a name that does not", () => {
    expect(/\bshingikai\b/.test(code)).toBe(false);
  });
});
