import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inProject } from "#platform/files/project.ts";
import { actLabel } from "./labels.ts";

describe("the words of the audit trail", () => {
  const files = readdirSync(inProject("src"), { recursive: true, encoding: "utf8" }).filter((path) =>
    /(?<!\.test)\.tsx?$/.test(path),
  );
  const acts = files.flatMap((path) =>
    [
      ...readFileSync(inProject(`src/${path}`), "utf8").matchAll(
        /(?:record\(tx, ctx,|act:) "([a-z][A-Za-z]*\.[A-Za-z.]+)"/g,
      ),
    ].map((match) => match[1] ?? ""),
  );

  it("exist for every act that the code records", () => {
    expect(acts.length).toBeGreaterThan(20);
    expect([...new Set(acts)].filter((act) => actLabel(act) === act)).toEqual([]);
  });
});
