import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { zstdDecompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { isReplaced, kindOf, stored } from "../../src/system/sqlite-error.ts";
import { temporaryLibrary } from "../support/library.ts";

function errorOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

/** A database in a file, open twice. */
function twice(): { file: string; one: DatabaseSync; other: DatabaseSync } {
  const file = join(temporaryLibrary({}), "a.sqlite");
  const one = new DatabaseSync(file);
  one.exec("CREATE TABLE t (x)");
  return { file, one, other: new DatabaseSync(file, { timeout: 1 }) };
}

test("a database that another connection writes is busy", () => {
  const { one, other } = twice();
  one.exec("BEGIN EXCLUSIVE");
  expect(kindOf(errorOf(() => other.prepare("SELECT * FROM t").all()))).toBe("busy");
});

test("a file that is gone, and a folder that does not exist, are the environment's", () => {
  const { file, one } = twice();
  rmSync(file);
  const gone = errorOf(() => one.exec("INSERT INTO t VALUES (1)"));
  expect([kindOf(gone), isReplaced(gone)]).toEqual(["environment", true]);
  expect(kindOf(errorOf(() => new DatabaseSync(join(file, "b.sqlite"))))).toBe("environment");
});

test("what is no database, and stored text that is no JSON or not packed, is damage", () => {
  const file = join(temporaryLibrary({}), "a.sqlite");
  writeFileSync(file, "This is no database. ".repeat(100));
  const memory = new DatabaseSync(":memory:");
  const errors = [
    errorOf(() => new DatabaseSync(file).exec("SELECT * FROM sqlite_schema")),
    errorOf(() => memory.prepare("SELECT json_extract(?, '$.a')").get("{")),
    errorOf(() => stored(() => JSON.parse("{") as unknown)),
    errorOf(() => stored(() => zstdDecompressSync(Buffer.from("not packed")))),
  ];
  expect(errors.map(kindOf)).toEqual(["damage", "damage", "damage", "damage"]);
});

test("a wrong statement, and an error elsewhere, are bugs", () => {
  const memory = new DatabaseSync(":memory:");
  const errors = [
    errorOf(() => memory.prepare("SELECT x FROM nowhere")),
    errorOf(() => JSON.parse("{") as unknown),
    errorOf(() => stored(() => (undefined as unknown as string).length)),
  ];
  expect(errors.map(kindOf)).toEqual(["bug", "bug", "bug"]);
});
