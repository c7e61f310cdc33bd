import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}", "bin/**/*.test.ts", "db/**/*.test.ts"],
    exclude: ["test/journeys/**", "test/data/**", "node_modules/**"],
    globalSetup: ["test/support/server.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    isolate: false, // files of one worker share what they load: most of a run was loading the same modules again
  },
});
