import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { Memory } from "../../src/memory/memory.ts";
import { MIGRATIONS, TABLES, VERSION } from "../../src/memory/migrations.ts";
import { temporaryLibrary } from "../support/library.ts";

const place = { block: 3, words: "The third", note: undefined, offset: 7 };

/** A file as an ibid with the first `steps` steps left it, an essay in it that was read half. */
function older(steps: number): string {
  const file = join(temporaryLibrary({}), "memory.sqlite");
  const database = new DatabaseSync(file);
  for (const { sql } of MIGRATIONS.slice(0, steps)) database.exec(sql);
  database.exec(`PRAGMA user_version = ${steps}`);
  database.exec(
    `INSERT INTO essays (file, percent, finished, block, words, note, offset, at)
     VALUES ('/a.md', 50, 0, 3, 'The third', NULL, 7, 1)`,
  );
  database.close();
  return file;
}

function shapeOf(file: string): { version: unknown; tables: unknown[] } {
  const database = new DatabaseSync(file, { readOnly: true });
  const version = database.prepare("PRAGMA user_version").get()?.["user_version"];
  const rows = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all();
  database.close();
  return { version, tables: rows.map(({ name }) => String(name)).toSorted((a, b) => a.localeCompare(b)) };
}

test.each(MIGRATIONS.map((_, index) => index + 1))(
  "a file in which %i steps were taken has the rest taken, and loses nothing",
  (steps) => {
    const file = older(steps);
    const one = new Memory(file);
    expect(one.complaint).toBeUndefined();
    expect(one.of("/a.md")).toEqual({ file: "/a.md", state: "begun", percent: 50, place, at: 1 });
    one.close();
    expect(shapeOf(file)).toEqual({
      version: VERSION,
      tables: TABLES.toSorted((a, b) => a.localeCompare(b)),
    });
  },
);

test("the first step is as it was released", () => {
  const file = older(1);
  expect(shapeOf(file)).toEqual({ version: 1, tables: ["bookmarks", "essays", "libraries"] });
});

test("a file that can't be changed is read, and left at the version that it has", () => {
  const file = older(1);
  const other = new DatabaseSync(file);
  other.exec("BEGIN IMMEDIATE");
  const one = new Memory(file, 0);
  expect(one.complaint).toMatch(/what you read can't be remembered there \(database is locked\)/);
  expect(one.of("/a.md")).toMatchObject({ percent: 50 });
  one.stopped("/a.md", place, 80, false, 2);
  expect(one.of("/a.md")).toMatchObject({ percent: 80 });
  one.close();
  other.close();
  expect(shapeOf(file)).toMatchObject({ version: 1 });
});

test("a step that is interrupted was not taken", () => {
  const file = older(1);
  const other = new DatabaseSync(file);
  // As a process leaves it that is killed within the transaction: SQLite rolls it back.
  other.exec("BEGIN IMMEDIATE");
  other.exec(MIGRATIONS[1]!.sql);
  other.close();
  const one = new Memory(file);
  expect(one.complaint).toBeUndefined();
  one.close();
  expect(shapeOf(file)).toMatchObject({ version: VERSION });
});

test("a file whose version says more than its tables is put aside, and what is in it is saved", () => {
  const file = older(1);
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA user_version = ${VERSION}`);
  database.close();
  const one = new Memory(file);
  expect(one.complaint).toMatch(/is damaged; 1 of its entries could be read, and are kept/);
  expect(one.of("/a.md")).toMatchObject({ percent: 50 });
  one.close();
});
