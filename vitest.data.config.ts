import { defineConfig } from "vitest/config";

/** Tests on real published data, which lies beside the project and not in it. */
export default defineConfig({
  test: {
    include: ["test/data/**/*.test.ts"],
    globalSetup: ["test/support/server.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
