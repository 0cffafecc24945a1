/**
 * Node.js 22.13 to 22.15, whose SQLite has no FTS5.
 */
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { libraryAt } from "../../src/library/open.ts";
import { temporaryLibrary } from "../support/library.ts";

test("a library is read without an index, and a search says what it needs", async () => {
  const root = temporaryLibrary({ "a.md": "Text" });
  const cache = temporaryLibrary({});
  const located = { root, source: "command line" } as const;
  const library = libraryAt(located, { cache, fullText: false });
  await library.read();
  expect([library.essays.length, library.complaints]).toEqual([1, []]);
  expect(readdirSync(cache)).toEqual([]);
  expect(() => libraryAt(located, { cache, fullText: false, toSearch: true })).toThrow(
    /needs full-text search/,
  );
});
