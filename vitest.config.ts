import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    globalSetup: "tests/support/shared-cache.ts",
    isolate: false,
    // Of two processors one would stand idle otherwise.
    maxWorkers: "100%",
    // Far more than any test takes: on a machine that is busy with something else, none should fail for want of time.
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
