import { expect, test } from "vitest";
import { systemReason } from "../../src/system/reason.ts";

test.each([
  ["EACCES: permission denied, open '/a'", "permission denied"],
  ["EACCES, Permission denied: '/a.stamp'", "permission denied"],
  ["ENOENT: no such file or directory, stat '/a'", "no such file or directory"],
  ["what another error says", "what another error says"],
])("%s", (message, reason) => {
  expect(systemReason(new Error(message))).toBe(reason);
});
