import { expect, test } from "vitest";
import { readingReason, systemReason } from "../../src/system/reason.ts";

test.each([
  ["EACCES: permission denied, open '/a'", "permission denied"],
  ["EACCES, Permission denied: '/a.stamp'", "permission denied"],
  ["ENOENT: no such file or directory, stat '/a'", "no such file or directory"],
  ["what another error says", "what another error says"],
])("%s", (message, reason) => {
  expect(systemReason(new Error(message))).toBe(reason);
});

test("what can't be read for want of permission is named with the remedy", () => {
  const denied = Object.assign(new Error("EACCES: permission denied, open '/a'"), { code: "EACCES" });
  expect(readingReason(denied, "file")).toMatch(/^permission denied( \(chmod u\+r allows it\))?$/);
  expect(readingReason(denied, "folder")).toMatch(/^permission denied( \(chmod u\+rx allows it\))?$/);
  const other = Object.assign(new Error("EIO: i/o error, read"), { code: "EIO" });
  expect(readingReason(other, "file")).toBe("i/o error");
});
