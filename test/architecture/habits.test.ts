import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, inject, it } from "vitest";
import { migrateSchema, openDatabase } from "#platform/database/index.ts";
import { generateTables } from "#platform/database/generate-tables.ts";
import { migrationFolders } from "#house.ts";
import { inProject } from "#platform/files/project.ts";
import { sourceFile, sourceFiles, type SourceFile } from "./source.ts";

interface Habit {
  readonly pattern: RegExp;
  readonly where: RegExp;
  readonly sentence: string;
}

const habits: readonly Habit[] = [
  {
    pattern: /new Date\(|Date\.now\(|Math\.random\(|toLocale(String|DateString|TimeString)\(/,
    where: /^src\/(domain|web|export|analysis)\//,
    sentence: "time, randomness and formats come from kernel and ctx.clock",
  },
  {
    pattern: /process\.env/,
    where: /^src\/(?!main\.ts|config\.ts)/,
    sentence: "only main.ts and config.ts read the environment",
  },
  {
    pattern: /\bstyle=\{/,
    where: /^src\/web\//,
    sentence: "the CSP blocks inline styles: use classes or SVG attributes",
  },
  {
    pattern: /: any\b|\bas any\b|@ts-(ignore|expect-error|nocheck)|oxlint-disable/,
    where: /^src\//,
    sentence: "no any, no suppressions",
  },
  { pattern: /\b(it|test|describe)\.(skip|only|todo)\(/, where: /./, sentence: "no skipped or focused tests" },
  {
    pattern:
      /https?:\/\/(?!localhost|127\.0\.0\.1|www\.w3\.org|schemas\.openxmlformats\.org|purl\.org|www\.sitemaps\.org|creativecommons\.org|[a-z0-9.-]+\.(example|test)\b)[a-z]/,
    where: /^src\/(?!domain\/plan\/sdgs)/,
    sentence: "no address of the outside is called or shipped",
  },
];

function badHabits(file: SourceFile): string[] {
  const isTest = /\.test\.tsx?$/.test(file.path) || file.path.startsWith("test/");
  const watched = habits.filter(
    (habit) => habit.where.test(file.path) && (!isTest || habit.sentence.includes("tests")),
  );
  return watched.flatMap((habit) =>
    file.text
      .split("\n")
      .map((line, index) => (habit.pattern.test(line) ? `${file.path}:${index + 1} ${habit.sentence}` : ""))
      .filter(Boolean),
  );
}

describe("habits", () => {
  const files = [
    ...sourceFiles("src"),
    ...sourceFiles("test").filter((file) => !file.path.startsWith("test/architecture/")),
  ];

  it("are kept in every file", () => {
    expect(files.flatMap(badHabits)).toEqual([]);
  });

  it("notice a planted breach of each", () => {
    const planted = [
      "new Date()",
      "process.env.X",
      "<p style={{}} />",
      "x as any",
      "it.skip(",
      "https://cdn.evil.jp/x.js",
    ];
    const breaches = planted.map((line) =>
      badHabits({
        ...sourceFile("src/web/a.test.ts", ""),
        path: line.startsWith("it") ? "test/a.test.ts" : "src/web/a.tsx",
        text: line,
      }),
    );
    expect(breaches.map((found) => found.length)).toEqual(planted.map(() => 1));
  });

  it("need no drawers: no folder or file is named utils, helpers, common, services or misc", () => {
    const names = readdirSync(inProject("src"), { recursive: true, encoding: "utf8" });
    expect(
      names.filter((name) => /(^|[/\\])(utils?|helpers?|common|services|misc)(\.tsx?|[/\\]|$)/.test(name)),
    ).toEqual([]);
  });

  it("keep the table types equal to the migrated schema", async () => {
    const database = openDatabase(inject("databaseUrl"), 2);
    await migrateSchema(database.pool, "city_tables", migrationFolders.city);
    const fresh = await generateTables(database.pool, "city_tables");
    await database.pool.query("drop schema city_tables cascade");
    await database.close();
    expect(readFileSync(inProject("src/platform/database/tables.ts"), "utf8")).toBe(fresh);
  });
});
