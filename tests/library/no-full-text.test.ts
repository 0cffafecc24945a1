/**
 * Node.js 22.13 to 22.15, whose SQLite has no FTS5.
 */
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { openIndex, openIndexed } from "../../src/library/index/open.ts";
import { temporaryLibrary } from "../support/library.ts";

test("a library is read without an index, and a search says what it needs", async () => {
  const root = temporaryLibrary({ "a.md": "Text" });
  const cache = temporaryLibrary({});
  const { essays, complaints } = await openIndexed(root, cache, () => undefined, false);
  expect([essays.length, complaints]).toEqual([1, []]);
  expect(readdirSync(cache)).toEqual([]);
  await expect(openIndex(root, cache, () => undefined, false)).rejects.toThrow(/needs full-text search/);
});
