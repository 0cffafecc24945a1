import { existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../../src/system/make-folder.ts";
import { temporaryLibrary } from "../support/library.ts";

test("a folder and its parents are made; one that is there is left alone", () => {
  const root = temporaryLibrary({});
  makeFolder(join(root, "a/b"));
  makeFolder(join(root, "a/b"));
  expect(existsSync(join(root, "a/b"))).toBe(true);
});

test("a link that leads nowhere is named", () => {
  const root = temporaryLibrary({});
  symlinkSync(join(root, "gone"), join(root, "link"));
  expect(() => makeFolder(join(root, "link"))).toThrow(`${join(root, "link")} is a link that leads nowhere`);
});

test("a file in the place of a folder is the system's error", () => {
  const root = temporaryLibrary({ file: "" });
  expect(() => makeFolder(join(root, "file/a"))).toThrow(/ENOTDIR/);
});
