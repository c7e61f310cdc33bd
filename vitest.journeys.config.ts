import { defineConfig } from "vitest/config";

/** Browser journeys in a real Chromium: on a really started server with the sample cities, or on a test city of their own. */
export default defineConfig({
  test: {
    include: ["test/journeys/**/*.test.ts"],
    globalSetup: ["test/support/server.ts", "test/support/site.ts"],
    testTimeout: 90_000,
    hookTimeout: 90_000,
    fileParallelism: false,
  },
});
