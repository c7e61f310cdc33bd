import { describe, expect, it } from "vitest";
import { floorViolations } from "./floors.ts";
import { sourceFile, sourceFiles } from "./source.ts";

describe("the floors of the house", () => {
  const files = sourceFiles("src");

  it("reads a real graph, not an empty one", () => {
    expect(files.length).toBeGreaterThan(40);
    expect(files.flatMap((file) => file.imports).filter((target) => target.startsWith("src/")).length).toBeGreaterThan(
      100,
    );
  });

  it("are kept by every import", () => {
    expect(floorViolations(files)).toEqual([]);
  });

  it.each([
    ["src/kernel/a.ts", "#platform/jobs/index.ts"],
    ["src/platform/a.ts", "#domain/audit/index.ts"],
    ["src/domain/audit/a.ts", "#domain/identity/index.ts"],
    ["src/domain/plan/a.ts", "#domain/identity/store.ts"],
    ["src/domain/plan/a.ts", "#web/answer.tsx"],
    ["src/export/a.ts", "#domain/plan/store.ts"],
    ["src/web/public/a.tsx", "#domain/plan/index.ts"],
    ["src/web/public/a.tsx", "#web/staff/routes.ts"],
    ["src/web/staff/a.tsx", "#web/public/routes.ts"],
    ["src/web/staff/a.tsx", "#domain/plan/store.ts"],
    ["src/web/islands/a.tsx", "#domain/plan/index.ts"],
  ])("fail when %s imports %s", (path, request) => {
    const planted = sourceFile(path, `import { x } from "${request}";\nexport const y = x;`);
    expect(floorViolations([planted])[0]).toContain(`${path} imports`);
  });
});
