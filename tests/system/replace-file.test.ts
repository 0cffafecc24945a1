/** Files are written whole or not at all, and what a name means is asked first. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  constants,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { replaceFile, writeNewFile } from "../../src/system/replace-file.ts";
import { temporaryLibrary } from "../support/library.ts";

test.each([0o664, 0o600, 0o755, 0o444])("the mode %o stays, whatever the umask", (mode) => {
  const folder = temporaryLibrary({ a: "old" });
  const file = join(folder, "a");
  chmodSync(file, mode);
  replaceFile(file, "new");
  expect(readFileSync(file, "utf8")).toBe("new");
  expect(statSync(file).mode & 0o7777).toBe(mode);
  expect(readdirSync(folder)).toEqual(["a"]);
});

test("a link stays a link, and its file is replaced", () => {
  const folder = temporaryLibrary({ a: "old" });
  symlinkSync("a", join(folder, "b"));
  writeNewFile(join(folder, "b"), "new", true);
  expect(lstatSync(join(folder, "b")).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, "a"), "utf8")).toBe("new");
});

test("a new file does not replace one that appeared meanwhile, and leaves nothing beside it", () => {
  const folder = temporaryLibrary({ a: "theirs" });
  expect(() => writeNewFile(join(folder, "a"), "ours", false)).toThrow("EEXIST");
  expect(readFileSync(join(folder, "a"), "utf8")).toBe("theirs");
  writeNewFile(join(folder, "b"), "ours", false);
  expect(readFileSync(join(folder, "b"), "utf8")).toBe("ours");
  expect(readdirSync(folder)).toEqual(["a", "b"]);
});

test("a file of another process beside it is not touched", () => {
  const name = `a.ibid-${process.pid}`;
  const folder = temporaryLibrary({ a: "old", [name]: "theirs" });
  expect(() => replaceFile(join(folder, "a"), "new")).toThrow("EEXIST");
  expect(readFileSync(join(folder, "a"), "utf8")).toBe("old");
  expect(readFileSync(join(folder, name), "utf8")).toBe("theirs");
});

test("a fifo is written to, not replaced", () => {
  const folder = temporaryLibrary({});
  const fifo = join(folder, "fifo");
  expect(spawnSync("mkfifo", [fifo]).status).toBe(0);
  const reader = openSync(fifo, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    writeNewFile(fifo, "text", true);
    const bytes = Buffer.alloc(10);
    expect(bytes.toString("utf8", 0, readSync(reader, bytes))).toBe("text");
  } finally {
    closeSync(reader);
  }
  expect(statSync(fifo).isFIFO()).toBe(true);
});

test("what can't be written leaves the old content", () => {
  const folder = temporaryLibrary({ a: "old" });
  expect(() => replaceFile(join(folder, "gone"), "new")).toThrow("ENOENT");
  writeFileSync(join(folder, "b"), "old");
  expect(readdirSync(folder)).toEqual(["a", "b"]);
});
