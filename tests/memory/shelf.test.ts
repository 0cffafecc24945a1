/**
 * The memory of the shelf: the queue, the settings of each library, the history of the fields.
 */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { MIGRATIONS } from "../../src/memory/migrations.ts";
import { Memory } from "../../src/memory/memory.ts";
import { temporaryLibrary } from "../support/library.ts";

function file(): string {
  return join(temporaryLibrary({}), "memory.sqlite");
}

/** The memory, closed and opened again. */
function again(path: string, use: (memory: Memory) => void): Memory {
  const memory = new Memory(path);
  use(memory);
  memory.close();
  return new Memory(path);
}

describe("the queue", () => {
  test("keeps its order; a file that is added twice keeps its place", () => {
    const two = again(file(), ({ queue }) => {
      for (const one of ["/c.md", "/a.md", "/b.md", "/c.md"]) queue.add(one, 1);
      queue.remove("/a.md", 2);
      queue.add("/a.md", 3);
    });
    expect(two.queue.files()).toEqual(["/c.md", "/b.md", "/a.md"]);
    two.close();
  });
});

test("files of the queue take an order of their own, and the others keep their places", () => {
  const two = again(file(), ({ queue }) => {
    for (const one of ["/x.md", "/a.md", "/y.md", "/b.md", "/c.md"]) queue.add(one, 1);
    queue.arrange(["/c.md", "/a.md", "/gone.md", "/b.md"], 2);
  });
  expect(two.queue.files()).toEqual(["/x.md", "/c.md", "/y.md", "/a.md", "/b.md"]);
  two.queue.add("/d.md", 3);
  expect(two.queue.files().at(-1)).toBe("/d.md");
  two.close();
});

describe("the settings of a library", () => {
  test("are stored for each library", () => {
    const two = again(file(), ({ settings }) => {
      settings.set("/x", "sort", "title");
      settings.set("/x", "sort", "date");
      settings.set("/y", "sort", "words");
    });
    expect([...two.settings.of("/x")]).toEqual([["sort", "date"]]);
    expect([...two.settings.of("/z")]).toEqual([]);
    two.close();
  });
});

describe("the history of a field", () => {
  test("has each text once, the latest last, for each field", () => {
    const two = again(file(), ({ typed }) => {
      typed.add("find", "tea", 1);
      typed.add("find", "milk", 2);
      typed.add("find", "tea", 3);
      typed.add("search", "other", 4);
    });
    expect(two.typed.in("find")).toEqual(["milk", "tea"]);
    two.close();
  });

  test("holds a hundred texts", () => {
    const two = again(file(), ({ typed }) => {
      for (let nth = 0; nth < 130; nth++) typed.add("find", `text ${nth}`, nth);
    });
    const texts = two.typed.in("find");
    expect([texts.length, texts[0], texts.at(-1)]).toEqual([100, "text 30", "text 129"]);
    two.close();
  });
});

test("a file of an older version is brought up to date", () => {
  const path = file();
  const database = new DatabaseSync(path);
  database.exec(MIGRATIONS[0]!.sql);
  database.exec(
    "PRAGMA user_version = 1; INSERT INTO bookmarks VALUES (1, '/a.md', 0, 'w', NULL, 0, 'A line');",
  );
  database.close();
  const memory = new Memory(path);
  expect(memory.complaint).toBeUndefined();
  memory.queue.add("/a.md", 1);
  expect(memory.queue.files()).toEqual(["/a.md"]);
  expect(memory.bookmarks()).toHaveLength(1);
  memory.close();
});
