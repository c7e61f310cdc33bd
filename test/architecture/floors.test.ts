import { describe, expect, it } from "vitest";
import { floorViolations } from "./floors.ts";
import { sourceFile, sourceFiles } from "./source.ts";
import { misplacedSql, tablesOf } from "./tables.ts";

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

describe("the SQL of a subject", () => {
  const files = sourceFiles("src");

  it("stands only in its store, over its own tables", () => {
    expect(files.filter((file) => file.text.includes("selectFrom")).length).toBeGreaterThan(10);
    expect(misplacedSql(files)).toEqual([]);
  });

  it.each([
    ["src/domain/audit/queries.ts", 'db.selectFrom("event")', "has SQL"],
    ["src/domain/plan/actions/nodes.ts", 'tx.insertInto("plan_node")', "has SQL"],
    ["src/domain/plan/sdg-store.ts", "sql<string>`select 1`.execute(tx)", "has SQL"],
    ["src/jobs/send-mail.ts", 'platform.updateTable("job")', "has SQL"],
    ["src/domain/audit/store.ts", 'db.selectFrom("event").leftJoin("person", "a", "b")', "names the table person"],
    ["src/domain/plan/import/store/imports.ts", 'db\n.selectFrom(\n"publication")', "names the table publication"],
  ])("is refused in %s when it reads %s", (path, text, sentence) => {
    expect(misplacedSql([sourceFile(path, text)])[0]).toBe(`${path} ${sentence}`);
  });

  it("leaves no table without a keeper, and none with two", () => {
    const generated = files.find((file) => file.path === "src/platform/database/tables.ts")?.text ?? "";
    const city = generated.slice(0, generated.indexOf("interface PlatformTables"));
    const tables = [...city.matchAll(/^ {2}([a-z_]+): \{$/gm)].map((match) => match[1] ?? "");
    expect(Object.values(tablesOf).flat().toSorted()).toEqual(tables.toSorted());
  });
});
