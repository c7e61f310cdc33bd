import { defineConfig } from "vitest/config";

/** Browser journeys: a real Chromium on a really started server with the sample cities. */
export default defineConfig({
  test: {
    include: ["test/journeys/**/*.test.ts"],
    globalSetup: ["test/support/site.ts"],
    testTimeout: 90_000,
    hookTimeout: 90_000,
    fileParallelism: false,
  },
});
