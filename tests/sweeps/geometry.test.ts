import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { width } from "../../src/text/width.ts";
import { essay } from "../support/library.ts";
import { memoryLibrary } from "../support/memory-library.ts";
import { reader } from "../support/reader.ts";

const everything = readFileSync(join(import.meta.dirname, "../fixtures/everything.md"), "utf8");

const sources = {
  "everything.md": everything,
  "empty.md": "",
  "long.md": essay({
    title: "A title that goes on for longer than any screen is wide ".repeat(5),
    order: 12345678901,
    tags: ["x".repeat(90)],
  }),
  "cjk.md": essay(
    { title: "日本語の題名はとても長いので切らなければならないのです", order: 2, tags: ["日本語"] },
    "日本語".repeat(99),
  ),
  "rtl.md": essay(
    { title: "כותרת בעברית שאינה קצרה כלל", order: 3, tags: ["עברית"] },
    "שלום עולם ".repeat(99),
  ),
  "emoji.md": essay({ title: "👩‍👩‍👧‍👦 family 🇯🇵 flag e\u0301 ✊🏽", order: 4 }, "👩‍👩‍👧‍👦".repeat(99)),
};

const library = memoryLibrary(sources);

const screens: [string, string[]][] = [
  ["shelf", []],
  ["shelf, grouped", ["T"]],
  ["shelf, at its end", ["G"]],
  ["filter", ["/", "t", "i"]],
  ["filter, nothing found", ["/", "z", "z", "q"]],
  ["full text, nothing typed", ["F"]],
  ["full text", ["F", "t", "h", "e", "down", "down"]],
  ["full text, nothing found", ["F", "z", "z", "q"]],
  ["finding", ["enter", "/", "t", "h", "e"]],
  ["found", ["enter", "/", "t", "h", "e", "enter", "n", "n"]],
  ["tags", ["t"]],
  ["help", ["?"]],
  ["help, at its end", ["?", "G"]],
  ["essay", ["enter"]],
  ["essay, at its end", ["enter", "G"]],
  ["essay, notes at the end", ["enter", "f", "f", "f", "G"]],
  ["essay, notes in the margin", ["enter", "f", "f", "3", "space"]],
  ["essay in Chinese characters", ["g", "j", "enter"]],
  ["essay from right to left", ["g", "2", "j", "enter"]],
  ["essay of emoji", ["g", "3", "j", "enter"]],
  ["empty essay", ["G", "enter"]],
  ["tags, some ticked", ["t", "space", "space", "a"]],
  ["essay, a link with the focus", ["enter", "tab", "tab", "tab"]],
  ["essay, a note in a box", ["enter", "f", "f", "f", "f", "tab", "tab", "tab", "enter", "tab"]],
  ["essay, lines selected", ["enter", "v", "5", "j"]],
  ["outline", ["enter", "o"]],
  ["bookmarks", ["enter", "m", "'"]],
  ["what links here", ["enter", "L"]],
  ["read last", ["C"]],
];

const sizes: [number, number][] = [
  ...[1, 2, 3, 5, 8, 13, 19, 20, 21, 30, 40, 45, 46, 59, 60, 80, 99, 100, 119, 120, 160, 200].map(
    (columns): [number, number] => [columns, 24],
  ),
  ...[1, 2, 3, 4, 5, 6, 10, 40, 60].map((rows): [number, number] => [80, rows]),
  [1, 1],
  [200, 60],
  [20, 5],
];

describe.each(screens)("%s", (_, keys) => {
  // A reader for each size takes long; the test below goes through all of them with one.
  test("is as large as the window, at sizes of every kind", () => {
    for (const [columns, rows] of sizes.filter((_size, nth) => nth % 3 === 0)) {
      const one = reader(sources, { columns, rows }, {}, library).press(...keys);
      const lines = one.screen();
      expect(lines.length, `${columns}×${rows}`).toBe(rows);
      for (const line of lines)
        expect(width(line), `${columns}×${rows}: ${line}`).toBeLessThanOrEqual(columns);
    }
  });

  test("stays so when the window changes under it", () => {
    const one = reader(sources, { columns: 80, rows: 24 }, {}, library).press(...keys);
    for (const [columns, rows] of sizes) {
      const lines = one.resize(columns, rows).screen();
      expect(lines.length, `${columns}×${rows}`).toBe(rows);
      for (const line of lines)
        expect(width(line), `${columns}×${rows}: ${line}`).toBeLessThanOrEqual(columns);
    }
  });
});

test("too small a window says so", () => {
  expect(reader(sources, { columns: 12, rows: 24 }).screen().slice(0, 2)).toEqual(["ibid needs", "20×5"]);
});

test("an empty library says so", () => {
  const keys = ["enter", "j", "G", "T", "s", "/", "x", "esc", "t", "enter"];
  for (const one of [reader({}), reader({}).press(...keys)]) {
    const text = one.screen().join("\n");
    expect(text).toContain("No essays in /home/reader/essays.");
    expect(text).toContain("ibid FOLDER opens another library.");
  }
});
