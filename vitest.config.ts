import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest begins first, so that no long file runs alone at the end. Where nothing was measured, the folder tells. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      ["/tests/sweeps/", "/tests/program/"].findIndex((folder) => moduleId.includes(folder)) >>> 0;
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    globalSetup: "tests/support/shared-cache.ts",
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Of two processors one would stand idle otherwise.
    maxWorkers: "100%",
    // Far more than any test takes: on a machine that is busy with something else, none should fail for want of time.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
