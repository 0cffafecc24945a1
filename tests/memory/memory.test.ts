import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import type { Essay } from "../../src/essay/essay.ts";
import { toGoOn } from "../../src/memory/go-on.ts";
import { BusyMemoryError } from "../../src/memory/errors.ts";
import { MemoryFile } from "../../src/memory/memory-file.ts";
import { Memory } from "../../src/memory/memory.ts";
import type { ListedEssay } from "../../src/memory/visits.ts";
import { temporaryLibrary } from "../support/library.ts";
import { anchorAt, openText } from "../support/marks.ts";

const HOUR = 3_600_000;
const place = { block: 3, words: "The third", note: undefined, offset: 7 };

function file(): string {
  return join(temporaryLibrary({}), "deep/state/memory.sqlite");
}

function memory(path: string): Memory {
  return new Memory(path);
}

describe("what is read", () => {
  test("is known again: where one stopped, how far, and when", () => {
    const path = file();
    const one = memory(path);
    one.stopped("/a.md", place, 40, false, 1);
    one.stopped("/b.md", { ...place, note: 2 }, 100, true, 2);
    one.close();
    const two = memory(path);
    expect(two.of("/a.md")).toEqual({ file: "/a.md", state: "begun", percent: 40, place, at: 1 });
    expect(two.all().map(({ file: name, state }) => [name, state])).toEqual([
      ["/b.md", "yes"],
      ["/a.md", "begun"],
    ]);
    expect(two.of("/b.md")?.place.note).toBe(2);
    expect(two.of("/c.md")).toBeUndefined();
    two.close();
  });

  test("once read to its end stays so, until it is marked as not read", () => {
    const one = memory(file());
    one.stopped("/a.md", place, 100, true, 1);
    one.stopped("/a.md", place, 10, false, 2);
    expect(one.of("/a.md")).toMatchObject({ state: "yes", percent: 10 });
    one.mark("/a.md", "no", 3);
    expect(one.of("/a.md")).toBeUndefined();
    one.mark("/a.md", "yes", 4);
    expect(one.of("/a.md")).toMatchObject({ state: "yes" });
    one.close();
  });
});

test("bookmarks are kept once each, the latest first, and are removed", () => {
  const one = memory(file());
  one.bookmark("/a.md", place, "A line", 1);
  one.bookmark("/a.md", place, "A line", 2);
  one.bookmark("/b.md", place, "Another", 3);
  expect(one.bookmarks().map(({ line }) => line)).toEqual(["Another", "A line"]);
  one.unbookmark(one.bookmarks()[0]!.id, 4);
  expect(one.bookmarks()).toMatchObject([{ file: "/a.md", line: "A line", place }]);
  one.close();
});

test("what to go on with is the last that was begun in this library, and not seen to its end", () => {
  const one = memory(file());
  const essays = ["/no-such-library/a.md", "/no-such-library/b.md", "/no-such-library/c.md"].map(
    (name) => ({ file: name }) as Essay,
  );
  expect(toGoOn(one, essays)).toBeUndefined();
  one.stopped("/no-such-library/a.md", place, 40, false, 1);
  one.stopped("/no-such-library/b.md", place, 100, false, 2);
  one.stopped("/no-such-library/c.md", place, 100, true, 3);
  one.stopped("/elsewhere/d.md", place, 10, false, 4);
  expect(toGoOn(one, essays)).toEqual({ essay: essays[0], percent: 40 });
  one.close();
});

const listed = (path: string): ListedEssay => ({
  path,
  title: `Title of ${path}`,
  titleFrom: "heading",
  words: 500,
});

describe("what is new", () => {
  test("is not what was there under another path, whether that is new or not", () => {
    const one = memory(file());
    const [a, b, c] = ["a", "b", "c"].map(listed) as [ListedEssay, ListedEssay, ListedEssay];
    const at = (hours: number, ...essays: ListedEssay[]): string[] => [
      ...one.visits.arrivals("/lib", essays, hours * HOUR),
    ];
    expect(at(0, a, b)).toEqual([]);
    expect(at(10, { ...a, path: "moved/a" }, b, c)).toEqual(["c"]);
    // What is new stays new under another path, too; an essay beside one that is still there is new.
    expect(at(11, { ...a, path: "moved/a" }, b, { ...c, path: "d" }, { ...b, path: "copy" })).toEqual([
      "c",
      "d",
      "copy",
    ]);
    one.close();
  });

  test("is what was not there on the last visit; nothing is new on the first", () => {
    const one = memory(file());
    const at = (hours: number, ...paths: string[]): string[] => [
      ...one.visits.arrivals("/lib", paths.map(listed), hours * HOUR),
    ];
    expect(at(0, "a", "b")).toEqual([]);
    expect(at(1, "a", "b", "c")).toEqual(["c"]);
    // Within the same visit it stays new.
    expect(at(2, "a", "b", "c", "d")).toEqual(["c", "d"]);
    expect(at(20, "a", "b", "c", "d", "e")).toEqual(["e"]);
    one.close();
  });
});

test("when one was last here is not written again and again", () => {
  const path = file();
  const one = memory(path);
  one.visits.arrivals("/lib", [listed("a")], HOUR);
  one.visits.arrivals("/lib", [listed("a")], HOUR + 1_000);
  one.close();
  const database = new DatabaseSync(path, { readOnly: true });
  expect(database.prepare("SELECT at FROM libraries").get()).toEqual({ at: HOUR });
  database.close();
});

describe("the file", () => {
  test("of a newer ibid is left alone", () => {
    const path = file();
    memory(path).close();
    const database = new DatabaseSync(path);
    database.exec("PRAGMA user_version = 99");
    database.close();
    const before = readFileSync(path);
    const one = memory(path);
    expect(one.complaint).toMatch(/written by a newer ibid, and is left alone/);
    one.stopped("/a.md", place, 1, false, 1);
    expect(one.of("/a.md")).toMatchObject({ percent: 1 });
    one.close();
    expect(readFileSync(path)).toEqual(before);
  });

  test("that is damaged is put aside under a name of its own, each time", () => {
    const path = file();
    memory(path).close();
    for (const name of ["damaged", "damaged-2"]) {
      writeFileSync(path, `${name}, and no database`.repeat(100));
      const one = memory(path);
      expect(one.complaint).toBe(
        `${path}: what was remembered there is damaged; nothing in it could be read; the old file is ${path}.${name}`,
      );
      one.close();
      expect(readFileSync(`${path}.${name}`, "utf8")).toContain("and no database");
    }
  });

  test("that is damaged gives what can be read of it", () => {
    const path = file();
    const one = memory(path);
    for (let nth = 0; nth < 500; nth++) one.stopped(`/essay-${nth}.md`, place, 10, false, nth);
    one.bookmark("/essay-1.md", place, "A line", 500);
    one.close();
    // A leaf of the table in the middle of the file: 0x0D is one, 0xFF no kind of page (sqlite.org/fileformat2.html, 1.6).
    const content = readFileSync(path);
    const leaves = Array.from({ length: content.length / 4096 }, (_, page) => page * 4096).filter(
      (at) => content[at] === 0x0d && content.subarray(at, at + 4096).includes("The third"),
    );
    const middle = leaves[Math.floor(leaves.length / 2)]!;
    content.fill(0xff, middle, middle + 4096);
    writeFileSync(path, content);
    const two = memory(path);
    const kept = two.all().length;
    expect(kept).toBeGreaterThan(250);
    expect(kept).toBeLessThan(500);
    expect(two.bookmarks().map(({ line }) => line)).toEqual(["A line"]);
    expect(two.complaint).toContain(`is damaged; ${kept + 1} of its entries could be read, and are kept`);
    two.close();
    const three = memory(path);
    expect([three.complaint, three.all().length]).toEqual([undefined, kept]);
    three.close();
  });

  test("that can no longer be written keeps what it has, and the rest until the end", () => {
    const path = file();
    const one = memory(path);
    one.stopped("/a.md", place, 40, false, 1);
    // SQLite writes into no file that was moved away (SQLITE_READONLY_DBMOVED).
    renameSync(path, `${path}.away`);
    one.stopped("/b.md", place, 50, false, 2);
    expect(one.complaint).toMatch(/can't be remembered there \(attempt to write a readonly database\)/);
    expect(one.all().map(({ file: name }) => name)).toEqual(["/b.md", "/a.md"]);
    one.close();
    const two = memory(`${path}.away`);
    expect(two.all().map(({ file: name }) => name)).toEqual(["/a.md"]);
    two.close();
  });

  test("is written by two at once, and each finds what the other wrote", () => {
    const path = file();
    const [one, two] = [memory(path), memory(path)];
    one.bookmark("/a.md", place, "one", 1);
    two.bookmark("/b.md", place, "two", 2);
    expect(one.bookmarks().map(({ line }) => line)).toEqual(["two", "one"]);
    one.close();
    two.close();
  });
});

describe("while another process writes the file", () => {
  /** A memory with a bookmark, and the other process, which is writing. */
  function written(path: string): { one: Memory; other: DatabaseSync } {
    const one = memory(path);
    one.bookmark("/a.md", place, "A line", 1);
    const other = new DatabaseSync(path);
    other.exec("BEGIN IMMEDIATE; INSERT INTO queue (file, place, at) VALUES ('/other.md', 1, 1)");
    return { one, other };
  }

  const anchor = anchorAt(openText("What it was about."), "What it was");
  const essay = { file: "/b.md", slug: "b", title: "B" };

  test("what is done meanwhile is seen at once, and written when that has ended", () => {
    const path = file();
    const { one, other } = written(path);
    const { id } = one.marks.add(essay, anchor, 2);
    one.marks.change(id, { note: "Why?" }, 3);
    one.stopped("/b.md", place, 40, false, 2);
    expect(one.marks.of("/b.md").map(({ note }) => note)).toEqual(["Why?"]);
    expect(one.all().map(({ file: name }) => name)).toEqual(["/b.md"]);
    expect(one.bookmarks()).toHaveLength(1);
    expect([one.isKept, one.complaint, one.queue.files()]).toEqual([true, undefined, []]);
    other.exec("COMMIT");
    expect(one.queue.files()).toEqual(["/other.md"]);
    one.close();
    const two = memory(path);
    expect(two.marks.of("/b.md").map(({ note }) => note)).toEqual(["Why?"]);
    expect(two.all().map(({ file: name }) => name)).toEqual(["/b.md"]);
    two.close();
  });

  test("it is not taken for written elsewhere as long as the copy replaces it, but then", () => {
    const path = file();
    const { one, other } = written(path);
    one.stopped("/b.md", place, 40, false, 2);
    expect([one.isWrittenElsewhere(), one.isWrittenElsewhere()]).toEqual([false, false]);
    other.exec("COMMIT");
    expect(one.queue.files()).toEqual(["/other.md"]);
    expect(one.isWrittenElsewhere()).toBe(false);
    other.exec("DELETE FROM queue");
    expect([one.isWrittenElsewhere(), one.isWrittenElsewhere()]).toEqual([true, false]);
    one.close();
  });

  test("a bookmark that is removed meanwhile is not the other's of that number", () => {
    const path = file();
    const { one, other } = written(path);
    one.bookmark("/b.md", place, "Of this one", 2);
    other.exec(
      "INSERT INTO bookmarks (file, block, words, offset, line, at) VALUES ('/c.md', 0, '', 0, 'C', 2)",
    );
    one.unbookmark(one.bookmarks()[0]!.id, 3);
    other.exec("COMMIT");
    expect(one.bookmarks().map(({ line }) => line)).toEqual(["C", "A line"]);
    one.close();
  });

  test("what could not be written until the end is said to be lost", () => {
    const path = file();
    memory(path).close();
    const one = new Memory(path, 0);
    const other = new DatabaseSync(path);
    other.exec("BEGIN IMMEDIATE");
    one.marks.add(essay, anchor, 2);
    one.close();
    expect(one.isKept).toBe(false);
    expect(one.complaint).toBe(
      `${path}: what you read can't be remembered there (another program is using it)`,
    );
    other.close();
  });

  test("a file that can't even be read is an error, and nothing else", () => {
    const path = file();
    const one = new Memory(path, 0);
    one.stopped("/a.md", place, 40, false, 1);
    const other = new DatabaseSync(path);
    other.exec("BEGIN EXCLUSIVE");
    expect(() => one.all()).toThrow(BusyMemoryError);
    expect(() => one.marks.add(essay, anchor, 2)).toThrow(BusyMemoryError);
    other.exec("COMMIT");
    one.marks.add(essay, anchor, 2);
    expect([one.all().length, one.marks.all().length, one.isKept]).toEqual([1, 1, true]);
    one.close();
    other.close();
  });
});

test("a statement that is wrong is a bug, and no reason to give the file up", () => {
  const opened = new MemoryFile(file());
  expect(() => opened.write("INSERT INTO nowhere VALUES (1)", [])).toThrow(/no such table: nowhere/);
  expect(opened.isKept).toBe(true);
  opened.close();
});
